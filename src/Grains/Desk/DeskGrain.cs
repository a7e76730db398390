using Microsoft.Extensions.Options;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Desk;

/// <inheritdoc cref="IDeskGrain"/>
public sealed class DeskGrain(IConversationStore conversations, IDeskStore desk, IOptions<FiguresOptions> prices) : Grain, IDeskGrain
{
    private const int MaximumPage = 100;
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(366);

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueItem>> Queue(Principal who, CancellationToken cancellationToken = default)
    {
        who.RequireStaff();
        return conversations.Queue(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<FoundConversation>> Search(Principal who, ConversationSearch search, CancellationToken cancellationToken = default)
    {
        who.RequireStaff();
        return search.Limit is < 1 or > MaximumPage
            ? throw new SupportException(FailureKind.Invalid, $"limit must be between 1 and {MaximumPage}")
            : desk.Search(search, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DeskFigures> Figures(Principal who, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        who.RequireStaff();
        if (to <= from || to - from > LongestSpan)
            throw new SupportException(FailureKind.Invalid, "the span must end after it begins, at most a year later");
        return FiguresCalculator.Count(await desk.Measures(from, to, cancellationToken), from, to, prices.Value);
    }
}
