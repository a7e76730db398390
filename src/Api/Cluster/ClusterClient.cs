using Orleans.Configuration;

namespace SupportAgents.Api.Cluster;

/// <summary>The connection of a gateway process to its silos.</summary>
public static class ClusterClient
{
    /// <summary>The longest that one grain call may take. Nothing the gateway calls is long: turns run in the cluster and are followed.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The silos' own default of the setting <c>Support:Cluster:ClusterId</c>; a client must name the same.</summary>
    private const string DefaultClusterId = "support-agents";
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
        builder.UseOrleansClient(client =>
        {
            if (builder.Configuration.GetConnectionString("Support") is { Length: > 0 } connection)
                client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connection));
            else
                client.UseLocalhostClustering(builder.Configuration.GetValue("Support:Cluster:GatewayPort", 30000));
            var clusterId = builder.Configuration["Support:Cluster:ClusterId"] ?? DefaultClusterId;
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (clusterId, clusterId));
            client.Configure<ClientMessagingOptions>(options =>
            {
                options.ResponseTimeout = ResponseTimeout;
                options.CancelRequestOnTimeout = true;
            });
            client.AddActivityPropagation();
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
