using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportAgents.Tools;

namespace SupportAgents.Api.Health;

/// <summary>Healthy when a silo answers a cheap call.</summary>
public sealed class ClusterHealthCheck(IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var tools = await grains.GetGrain<IToolboxGrain>("health").Describe(patience.Token).WaitAsync(patience.Token);
        return HealthCheckResult.Healthy($"{tools.Count} tools");
    }
}
