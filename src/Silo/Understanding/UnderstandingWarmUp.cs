namespace SupportAgents.Silo.Understanding;

/// <summary>Has the classifier ready before the first customer writes.</summary>
internal sealed class UnderstandingWarmUp(ModelCache models) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(models.Get, stoppingToken);
}
