using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Silo.Understanding;

/// <summary>Trains the classifier before the first customer writes.</summary>
internal sealed partial class UnderstandingWarmUp(IUnderstanding understanding, TimeProvider time, ILogger<UnderstandingWarmUp> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(async () =>
    {
        var start = time.GetTimestamp();
        await understanding.Understand("hello", new UnderstandingContext { Now = time.GetUtcNow() }, stoppingToken);
        LogTrained(time.GetElapsedTime(start).TotalMilliseconds);
    }, stoppingToken);

    [LoggerMessage(LogLevel.Information, "Understanding is trained and ready after {Milliseconds:0} ms")]
    private partial void LogTrained(double milliseconds);
}
