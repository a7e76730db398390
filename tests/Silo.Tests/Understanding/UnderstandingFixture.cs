using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Silo.Understanding;
using SupportAgents.Silo.Understanding.Classification;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>The understanding as a silo has it.</summary>
public sealed class UnderstandingFixture : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddUnderstanding().BuildServiceProvider();

    /// <summary>A Wednesday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 17, 15, 30, 0, TimeSpan.Zero);

    /// <summary>The requests of a message of a visitor in an empty shop.</summary>
    public Task<IReadOnlyList<UnderstoodRequest>> Read(string text) => Read(text, new UnderstandingContext { Now = Now });

    /// <summary>The requests of a message.</summary>
    public async Task<IReadOnlyList<UnderstoodRequest>> Read(string text, UnderstandingContext context) =>
        (await _services.GetRequiredService<IUnderstanding>().Understand(text, context, CancellationToken.None)).Requests;

    /// <summary>The classifier behind it.</summary>
    internal IntentClassifier Classifier => _services.GetRequiredService<ModelCache>().Get();

    public void Dispose() => _services.Dispose();
}
