using System.Globalization;
using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Conversations;

public sealed partial class ConversationGrain
{
    private const int MaximumPage = 200;

    /// <inheritdoc/>
    public Task<ConversationSummary> Describe(Principal who, CancellationToken cancellationToken = default) =>
        Task.FromResult(Authorize(who).State.ToSummary());

    /// <inheritdoc/>
    public async Task<Page<HistoryItem>> ReadHistory(Principal who, long after, int limit, CancellationToken cancellationToken = default)
    {
        Authorize(who);
        if (limit is < 1 or > MaximumPage)
            throw new SupportException(FailureKind.Invalid, $"limit must be between 1 and {MaximumPage}");
        var items = new List<HistoryItem>();
        var position = Math.Max(0, after);
        while (true)
        {
            var entries = await store.Read(Id, position, MaximumPage, cancellationToken);
            foreach (var entry in entries)
            {
                position = entry.Seq;
                if (HistoryItems.From(entry) is not { } item)
                    continue;
                if (items.Count == limit)
                    return new Page<HistoryItem> { Items = items, Next = items[^1].Seq.ToString(CultureInfo.InvariantCulture) };
                items.Add(item);
            }
            if (entries.Count < MaximumPage)
                return new Page<HistoryItem> { Items = items };
        }
    }
}
