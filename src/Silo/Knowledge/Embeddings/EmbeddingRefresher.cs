using Microsoft.Extensions.Options;
using SupportAgents.Silo.Knowledge.Search;

namespace SupportAgents.Silo.Knowledge.Embeddings;

/// <summary>Fetches the vectors of new sections, apart from the index: a slow service must not hold up what is found by words.</summary>
internal sealed class EmbeddingRefresher(DenseRanker dense, KnowledgeIndex index, IOptions<KnowledgeOptions> options, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.RefreshInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await dense.Embed(index.Current, stoppingToken);
    }
}
