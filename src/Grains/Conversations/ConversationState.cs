using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Grains.Conversations;

/// <summary>A conversation as its log folds up to it. It is all that a turn needs; older entries stay in the log.</summary>
public sealed record ConversationState
{
    /// <summary>Raised when the fold changes, so that older snapshots are folded anew.</summary>
    public const int CurrentFormat = 2;
    private const int RecentItems = 24;
    private const int RememberedTurns = 1_000;

    public int Format { get; init; } = CurrentFormat;
    public required string Id { get; init; }
    public required string CustomerId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public ConversationStatus Status { get; init; }
    public string? Title { get; init; }

    /// <summary>The last folded position; 0 before the first entry.</summary>
    public long LastSeq { get; init; }

    /// <summary>The highest event number among the folded entries.</summary>
    public long LastEvent { get; init; }

    /// <summary>Stored messages without an answer, in order.</summary>
    public IReadOnlyList<CustomerSaid> OpenTurns { get; init; } = [];

    /// <summary>Turn id to the position of its message, for the newest turns: a repeated message id is recognised.</summary>
    public IReadOnlyDictionary<string, long> Turns { get; init; } = new Dictionary<string, long>();
    public DialogueState Dialogue { get; init; } = DialogueState.Empty;

    /// <summary>The newest visible items, oldest first.</summary>
    public IReadOnlyList<HistoryItem> Recent { get; init; } = [];

    /// <summary>What was said before <see cref="Recent"/>; null when that is all.</summary>
    public string? Summary { get; init; }

    /// <summary>What models used so far.</summary>
    public Usage Spent { get; init; } = new();
    public string? HandOffReason { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public string? AssignedTo { get; init; }

    /// <summary>A conversation without entries.</summary>
    public static ConversationState From(ConversationHead head) => new()
    {
        Id = head.Id,
        CustomerId = head.CustomerId,
        CreatedAt = head.CreatedAt,
        UpdatedAt = head.CreatedAt,
    };

    /// <summary>The state after one more entry.</summary>
    public ConversationState Apply(LogEntry log)
    {
        var next = this with { LastSeq = log.Seq, LastEvent = Math.Max(LastEvent, log.EventNumber), UpdatedAt = log.At };
        next = log.Entry switch
        {
            CustomerSaid said => next with
            {
                Status = Status == ConversationStatus.Closed ? ConversationStatus.Open : Status,
                Title = Title ?? ConversationTitle.Of(said.Message.Text),
                OpenTurns = [.. OpenTurns, said],
                Turns = Remember(said.TurnId, log.Seq),
            },
            AgentSaid said => next with { Dialogue = said.Dialogue, OpenTurns = Without(said.TurnId), Spent = Spent + said.Answer.Usage },
            TurnCancelled cancelled => next with { OpenTurns = Without(cancelled.TurnId) },
            HandedOff handedOff => next with { Status = ConversationStatus.WaitingForPerson, HandOffReason = handedOff.Reason, WaitingSince = WaitingSince ?? log.At },
            StaffAssigned assigned => next with { Status = ConversationStatus.WithPerson, AssignedTo = assigned.Name, WaitingSince = WaitingSince ?? log.At },
            HandedBack => next with { Status = ConversationStatus.Open, HandOffReason = null, WaitingSince = null, AssignedTo = null },
            Closed => next with { Status = ConversationStatus.Closed, HandOffReason = null, WaitingSince = null, AssignedTo = null },
            _ => next,
        };
        return HistoryItems.From(log) is { } item ? next.Show(item) : next;
    }

    private ConversationState Show(HistoryItem item) => this with
    {
        Recent = [.. Recent.TakeLast(RecentItems - 1), item],
        Summary = Recent.Count < RecentItems ? Summary : RollingSummary.Add(Summary, Recent[0]),
    };

    /// <summary>The head row that belongs to this state.</summary>
    public ConversationHead ToHead() => new()
    {
        Id = Id,
        CustomerId = CustomerId,
        Status = Status,
        NextSeq = LastSeq + 1,
        OpenTurns = OpenTurns.Count,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Title = Title,
        HandOffReason = HandOffReason,
        WaitingSince = WaitingSince,
        AssignedTo = AssignedTo,
    };

    /// <summary>As lists show it.</summary>
    public ConversationSummary ToSummary() => new()
    {
        ConversationId = Id,
        CustomerId = CustomerId,
        Status = Status,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Title = Title,
    };

    private CustomerSaid[] Without(string turnId) => [.. OpenTurns.Where(turn => turn.TurnId != turnId)];

    private Dictionary<string, long> Remember(string turnId, long seq)
    {
        var turns = Turns.Count < RememberedTurns ? Turns : Turns.OrderByDescending(turn => turn.Value).Take(RememberedTurns / 2);
        return new Dictionary<string, long>(turns) { [turnId] = seq };
    }
}
