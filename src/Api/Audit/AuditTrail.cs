using System.Threading.Channels;
using SupportAgents.Api.Cluster;
using SupportAgents.Audit;

namespace SupportAgents.Api.Audit;

/// <summary>Brings audit entries to the cluster, many in one call when many come.</summary>
public sealed partial class AuditTrail(GrainCalls grains, ILogger<AuditTrail> logger) : BackgroundService
{
    private const int Batch = 200;

    // More than this wait only when the database is gone: then the log has them, and calls go on.
    private const int WaitingAtMost = 10_000;

    private readonly Channel<(AuditEntry Entry, TaskCompletionSource Stored)> _waiting =
        Channel.CreateBounded<(AuditEntry, TaskCompletionSource)>(new BoundedChannelOptions(WaitingAtMost) { SingleReader = true });

    /// <summary>Takes an entry; the task ends when it is stored, or when the log has it because that failed.</summary>
    public Task Record(AuditEntry entry)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_waiting.Writer.TryWrite((entry, stored)))
            return stored.Task;
        NotStored(null, entry.Actor, entry.Method, entry.Path, entry.Status);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<(AuditEntry Entry, TaskCompletionSource Stored)>(Batch);
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < Batch && _waiting.Reader.TryRead(out var one))
                batch.Add(one);
            await Store([.. batch.Select(one => one.Entry)], stoppingToken);
            batch.ForEach(one => one.Stored.SetResult());
            batch.Clear();
        }
    }

    private async Task Store(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        try
        {
            await grains.Repeatable<IAuditGrain>(IAuditGrain.Key, (grain, token) => grain.Append(entries, token), cancellationToken);
        }
        catch (Exception failure)
        {
            // The writer goes on for the next ones; these are in the log at least.
            foreach (var entry in entries)
                NotStored(failure, entry.Actor, entry.Method, entry.Path, entry.Status);
        }
    }

    [LoggerMessage(LogLevel.Error, "An audit entry could not be stored: {Actor} {Method} {Path} {Status}")]
    private partial void NotStored(Exception? failure, string actor, string method, string path, int status);
}
