namespace SupportAgents.Silo.Understanding;

/// <summary>Has the classifier ready before the silo joins the cluster: from then on conversations are given to it, and their customers would wait.</summary>
internal sealed class UnderstandingWarmUp(ModelCache models) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.Run(models.Get, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>By now the data folder is there, also on the first start.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.Run(models.Keep, cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
