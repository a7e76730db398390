using System.Runtime.CompilerServices;
using Orleans.Runtime;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>A conversation that answers at once, in memory. What it does is scripted by the words: see <see cref="Script"/>.</summary>
public sealed class FakeConversationGrain : Grain, IConversationGrain, IConversationReaderGrain, IConversationCareGrain
{
    private readonly List<ConversationEvent> _log = [];
    private readonly Dictionary<string, TurnReceipt> _receipts = [];
    private ConversationSummary? _summary;
    private TaskCompletionSource _changed = new();
    private int _hiccups;

    public Task<ConversationSummary> Open(Principal who, CancellationToken cancellationToken = default)
    {
        if (who.CustomerId is null)
            throw new SupportException(FailureKind.Invalid, "no customer");
        if (_summary is not null && _summary.CustomerId != who.CustomerId)
            throw SupportException.NotFound("conversation");
        _summary ??= new ConversationSummary
        {
            ConversationId = this.GetPrimaryKeyString(),
            CustomerId = who.CustomerId,
            Status = ConversationStatus.Open,
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
        GrainFactory.GetGrain<IFakeDirectoryGrain>(who.CustomerId).Add(_summary).Ignore();
        return Task.FromResult(_summary);
    }

    public Task<TurnReceipt> Submit(Principal who, CustomerMessage message, CancellationToken cancellationToken = default)
    {
        Own(who);
        if (message.Text == Script.RejectOnce && _hiccups++ == 0)
            throw new TimeoutException("scripted");
        Script.Throw(message.Text);
        if (_receipts.TryGetValue(message.MessageId, out var first))
            return _log.Any(one => one.Entry is CustomerSaid said && said.Message == message)
                ? Task.FromResult(first)
                : throw new SupportException(FailureKind.Mismatch, "used for another message");
        var receipt = new TurnReceipt { TurnId = $"t_{_receipts.Count + 1}", Seq = _log.Count + 1 };
        _receipts[message.MessageId] = receipt;
        Append(receipt.TurnId, new CustomerSaid { TurnId = receipt.TurnId, Message = message });
        foreach (var entry in Script.Answer(this.GetPrimaryKeyString(), receipt.TurnId, message))
            Append(receipt.TurnId, entry);
        return Task.FromResult(receipt);
    }

    public async IAsyncEnumerable<ConversationEvent> Follow(
        Principal who, string? turnId, string? afterEventId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Own(who);
        for (var at = afterEventId is null ? 0 : int.Parse(afterEventId, System.Globalization.CultureInfo.InvariantCulture); ; at++)
        {
            while (at >= _log.Count)
                await _changed.Task.WaitAsync(cancellationToken);
            var item = _log[at];
            if (turnId is not null && item.TurnId != turnId)
                continue;
            if (item.Entry is AgentSaid { Answer.Reply: Script.LoseStream } && _hiccups++ == 0)
                throw new TimeoutException("scripted");
            yield return item;
            if (turnId is not null && item.Entry is AgentSaid or TurnCancelled)
                yield break;
        }
    }

    public Task Cancel(Principal who, string turnId, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<ConversationSummary> Describe(Principal who, CancellationToken cancellationToken = default) => Task.FromResult(Own(who));

    public Task<Page<HistoryItem>> ReadHistory(Principal who, long after, int limit, CancellationToken cancellationToken = default)
    {
        Own(who);
        var items = _log.Skip((int)after).Select(History).OfType<HistoryItem>().Take(limit).ToArray();
        return Task.FromResult(new Page<HistoryItem> { Items = items, Next = items.Length == limit ? $"{items[^1].Seq}" : null });
    }

    public Task<ConversationSummary> HandOff(Principal who, string? reason, CancellationToken cancellationToken = default) =>
        Change(who, new HandedOff { Reason = reason ?? "asked", Package = new("{\"secret\":true}") }, ConversationStatus.WaitingForPerson);

    public Task<ConversationSummary> Record(Principal who, ConversationEntry entry, CancellationToken cancellationToken = default) =>
        who.IsStaff
            ? Change(who, entry, entry switch
            {
                StaffAssigned => ConversationStatus.WithPerson,
                HandedBack => ConversationStatus.Open,
                Closed => ConversationStatus.Closed,
                _ => Own(who).Status,
            })
            : throw new SupportException(FailureKind.Forbidden, "staff only");

    public Task Rate(Principal who, int rating, string? comment, CancellationToken cancellationToken = default) =>
        Change(who, new Rated { Rating = rating, Comment = comment }, Own(who).Status);

    public Task Erase(Principal who, CancellationToken cancellationToken = default)
    {
        Own(who);
        _summary = null;
        _log.Clear();
        return Task.CompletedTask;
    }

    private Task<ConversationSummary> Change(Principal who, ConversationEntry entry, ConversationStatus status)
    {
        _summary = Own(who) with { Status = status };
        Append(null, entry);
        return Task.FromResult(_summary);
    }

    private ConversationSummary Own(Principal who) =>
        _summary is { } summary && (who.IsStaff ? who.CustomerId is null || who.CustomerId == summary.CustomerId : who.CustomerId == summary.CustomerId)
            ? summary
            : throw SupportException.NotFound("conversation");

    private void Append(string? turnId, ConversationEntry entry)
    {
        _log.Add(new ConversationEvent { Id = $"{_log.Count + 1}", At = DateTimeOffset.UnixEpoch, TurnId = turnId, Entry = entry });
        Interlocked.Exchange(ref _changed, new TaskCompletionSource()).SetResult();
    }

    private static HistoryItem? History(ConversationEvent item) => item.Entry switch
    {
        CustomerSaid said => Line(item, "customer", said.Message.Text),
        AgentSaid said => Line(item, "agent", said.Answer.Reply, said.Answer),
        StaffSaid said => Line(item, "staff", said.Text),
        _ => null,
    };

    private static HistoryItem Line(ConversationEvent item, string role, string text, Answer? answer = null) => new()
    {
        Id = item.Id,
        Seq = long.Parse(item.Id, System.Globalization.CultureInfo.InvariantCulture),
        Role = role,
        Text = text,
        At = item.At,
        Answer = answer,
    };
}
