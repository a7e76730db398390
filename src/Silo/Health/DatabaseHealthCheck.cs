using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Health;

/// <summary>Healthy when the database answers.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteScalarAsync<int>(new CommandDefinition("SELECT 1", cancellationToken: cancellationToken));
        return HealthCheckResult.Healthy();
    }
}
