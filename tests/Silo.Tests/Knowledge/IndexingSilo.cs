using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Knowledge;

namespace SupportAgents.Silo.Tests.Knowledge;

/// <summary>The knowledge of one silo on a database, with its background refresh on a clock that the test moves.</summary>
internal sealed class IndexingSilo : IAsyncDisposable
{
    /// <summary>How long the machine may take for what the clock says is due.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services;

    private IndexingSilo(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration, migrate: false).AddSingleton<TimeProvider>(_time).AddKnowledge(configuration).BuildServiceProvider();
    }

    public static async Task<IndexingSilo> Start(Dictionary<string, string?> settings)
    {
        var silo = new IndexingSilo(settings);
        foreach (var service in silo._services.GetServices<IHostedService>())
            await service.StartAsync(default);
        return silo;
    }

    /// <summary>What a search finds after so much time of the silo's clock, once the refresh that was due is through.</summary>
    public async Task<IReadOnlyList<KnowledgeHit>> After(TimeSpan time, string text, bool found)
    {
        var index = _services.GetRequiredService<IKnowledgeIndex>();
        _time.Advance(time);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var hits = await index.Search(new KnowledgeQuery { Text = text }, patience.Token);
            if (hits.Count > 0 == found)
                return hits;
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(default);
        await _services.DisposeAsync();
    }
}
