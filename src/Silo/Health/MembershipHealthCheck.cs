using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace SupportAgents.Silo.Health;

/// <summary>Healthy while this silo is an active member of the cluster: not before it has joined, nor once it leaves.</summary>
internal sealed class MembershipHealthCheck(ISiloStatusOracle membership) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(membership.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the silo is {membership.CurrentStatus}"));
}
