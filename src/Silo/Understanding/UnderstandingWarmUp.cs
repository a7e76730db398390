using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Silo.Understanding;

/// <summary>Trains the classifier before the silo joins the cluster: from then on conversations are given to it, and their customers would wait.</summary>
internal sealed partial class UnderstandingWarmUp(IUnderstanding understanding, TimeProvider time, ILogger<UnderstandingWarmUp> logger) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.Run(async () =>
    {
        var start = time.GetTimestamp();
        await understanding.Understand("hello", new UnderstandingContext { Now = time.GetUtcNow() }, cancellationToken);
        LogTrained(time.GetElapsedTime(start).TotalMilliseconds);
    }, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Understanding is trained and ready after {Milliseconds:0} ms")]
    private partial void LogTrained(double milliseconds);
}
