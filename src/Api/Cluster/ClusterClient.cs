using Npgsql;
using Orleans.Configuration;
using Orleans.Dashboard;
using SupportAgents.Shared.Clustering;
using SupportAgents.Shared.Telemetry;

namespace SupportAgents.Api.Cluster;

/// <summary>The connection of a gateway process to its silos.</summary>
public static class ClusterClient
{
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Adds an Orleans client: AdoNet clustering on PostgreSQL when the connection string <c>Support</c> is set, else a
    /// silo on this machine. Does nothing when <c>Cluster:Client</c> is <c>external</c>: then the host brings its own.
    /// </summary>
    public static WebApplicationBuilder AddClusterClient(this WebApplicationBuilder builder)
    {
        if (string.Equals(builder.Configuration["Cluster:Client"], "external", StringComparison.OrdinalIgnoreCase))
            return builder;

        // The gateway listens, and says that it is not ready, while it waits for the first silo.
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = true);
        var cluster = ClusteringOptions.From(builder.Configuration);
        builder.UseOrleansClient(client =>
        {
            // The list of silos needs two connections at most.
            if (builder.Configuration.GetConnectionString("Support") is { Length: > 0 } connection)
                client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 2 }.ConnectionString));
            else
                client.UseLocalhostClustering(cluster.GatewayPort);
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ClusterId));
            client.Configure<ClientMessagingOptions>(options => (options.ResponseTimeout, options.CancelRequestOnTimeout) = (cluster.ResponseTimeout, true));
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = cluster.GatewayRefresh);
            client.AddActivityPropagation();
            if (TelemetryOptions.HasDashboard(builder.Configuration))
                client.AddDashboard();
            client.UseConnectionRetryFilter(WaitAndReconnect);
        });
        return builder;
    }

    private static async Task<bool> WaitAndReconnect(Exception failure, CancellationToken cancellationToken)
    {
        await Task.Delay(ReconnectAfter, TimeProvider.System, cancellationToken);
        return true;
    }
}
