using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.Conversations;

/// <summary>A row of <c>conversations</c>.</summary>
internal sealed record ConversationRow
{
    public string Id { get; init; } = "";
    public string CustomerId { get; init; } = "";
    public string Status { get; init; } = "";
    public long NextSeq { get; init; }
    public int OpenTurns { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string? Title { get; init; }
    public string? HandOffReason { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public string? AssignedTo { get; init; }

    /// <summary>First and last name, where a query joins the customer.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Of a search: whether the words are in the conversation's particulars.</summary>
    public bool FoundInParticulars { get; init; }

    public static ConversationRow From(ConversationHead head) => new()
    {
        Id = head.Id,
        CustomerId = head.CustomerId,
        Status = StoredText.Name(head.Status),
        NextSeq = head.NextSeq,
        OpenTurns = head.OpenTurns,
        CreatedAt = head.CreatedAt,
        UpdatedAt = head.UpdatedAt,
        Title = StoredText.Plain(head.Title),
        HandOffReason = StoredText.Plain(head.HandOffReason),
        WaitingSince = head.WaitingSince,
        AssignedTo = StoredText.Plain(head.AssignedTo),
    };

    public ConversationHead ToHead() => new()
    {
        Id = Id,
        CustomerId = CustomerId,
        Status = StoredText.Value<ConversationStatus>(Status),
        NextSeq = NextSeq,
        OpenTurns = OpenTurns,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Title = Title,
        HandOffReason = HandOffReason,
        WaitingSince = WaitingSince,
        AssignedTo = AssignedTo,
    };

    public ConversationSummary ToSummary() => new()
    {
        ConversationId = Id,
        CustomerId = CustomerId,
        Status = StoredText.Value<ConversationStatus>(Status),
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Title = Title,
    };

    public QueueItem ToQueueItem() => new()
    {
        Conversation = ToSummary(),
        Reason = HandOffReason,
        WaitingSince = WaitingSince ?? UpdatedAt,
        AssignedTo = AssignedTo,
        CustomerName = CustomerName,
    };
}
