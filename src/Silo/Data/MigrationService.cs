namespace SupportAgents.Silo.Data;

/// <summary>Brings the schema up to date before the services that are registered after it start.</summary>
internal sealed class MigrationService(Migrator migrator) : IHostedLifecycleService
{
    /// <summary>Runs before any service's StartAsync, so the silo finds its tables.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => migrator.Migrate(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
