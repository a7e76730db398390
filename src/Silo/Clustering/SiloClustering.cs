using Npgsql;
using Orleans.Configuration;
using SupportAgents.Grains.Conversations;
using SupportAgents.Shared.Clustering;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Clustering;

/// <summary>Membership, ports and snapshot storage of a silo.</summary>
public static class SiloClustering
{
    internal const string Invariant = "Npgsql";

    /// <summary>Joins the cluster in PostgreSQL, or makes a cluster of one on this machine where no connection string is set.</summary>
    public static ISiloBuilder UseSupportClustering(this ISiloBuilder silo, IConfiguration configuration)
    {
        silo.Services.AddOptions<ClusteringOptions>().BindConfiguration(ClusteringOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = ClusteringOptions.From(configuration);
        var connectionString = configuration.GetConnectionString(StorageOptions.ConnectionStringName);
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, serviceId: options.ClusterId, clusterId: options.ClusterId);
            silo.AddMemoryGrainStorage(ConversationGrain.SnapshotStorage);
        }
        else
        {
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Invariant, Membership(connectionString)));
            SnapshotStorage.Add(silo);
            silo.ConfigureEndpoints(options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: true);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ClusterId));
        }
        if (options.Kubernetes)
            silo.UseKubernetesHosting();
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = options.Advertised ?? LocalAddress.Towards(connectionString) ?? endpoint.AdvertisedIPAddress);
        silo.Configure<SiloMessagingOptions>(messaging => (messaging.ResponseTimeout, messaging.CancelRequestOnTimeout) = (options.ResponseTimeout, true));
        silo.Configure<ClusterMembershipOptions>(membership => (membership.ProbeTimeout, membership.NumMissedProbesLimit, membership.NumVotesForDeathDeclaration)
            = (options.ProbeTimeout, options.MissedProbes, options.DeathVotes));
        silo.AddOutgoingGrainCallFilter<RejectedCallFilter>();
        return silo;
    }

    /// <summary>A few connections of its own: a silo that waits for one behind its customers would seem dead.</summary>
    private static string Membership(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4 }.ConnectionString;
}
