using Orleans.Configuration;
using Orleans.Storage;
using SupportAgents.Grains.Conversations;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Clustering;

/// <summary>Membership, ports and snapshot storage of a silo.</summary>
public static class SiloClustering
{
    private const string Npgsql = "Npgsql";

    /// <summary>Joins the cluster in PostgreSQL, or makes a cluster of one on this machine where no connection string is set.</summary>
    public static ISiloBuilder UseSupportClustering(this ISiloBuilder silo, IConfiguration configuration)
    {
        var options = configuration.GetSection(ClusteringOptions.Section).Get<ClusteringOptions>() ?? new ClusteringOptions();
        var connectionString = configuration.GetConnectionString(StorageOptions.ConnectionStringName);
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, serviceId: options.ClusterId, clusterId: options.ClusterId);
            silo.AddMemoryGrainStorage(ConversationGrain.SnapshotStorage);
        }
        else
        {
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Npgsql, connectionString));
            silo.AddAdoNetGrainStorage(ConversationGrain.SnapshotStorage, storage => SnapshotStorage(storage, connectionString));
            silo.ConfigureEndpoints(options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: true);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ClusterId));
        }
        if (options.Kubernetes)
            silo.UseKubernetesHosting();
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = options.Advertised ?? LocalAddress.Towards(connectionString) ?? endpoint.AdvertisedIPAddress);
        silo.Configure<SiloMessagingOptions>(messaging => (messaging.ResponseTimeout, messaging.CancelRequestOnTimeout) = (options.ResponseTimeout, true));
        return silo;
    }

    /// <summary>Snapshots in PostgreSQL. Of an erased one no row stays, not even an empty one.</summary>
    internal static void SnapshotStorage(AdoNetGrainStorageOptions storage, string connectionString) =>
        (storage.Invariant, storage.ConnectionString, storage.DeleteStateOnClear) = (Npgsql, connectionString, true);
}
