using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SupportAgents.Shared.Clustering;

/// <summary>
/// How silos and gateways find each other (<c>Support:Cluster:…</c>). They meet in PostgreSQL; without it there is one
/// silo, on this machine. A silo that does not answer is dead after about
/// <see cref="ProbeTimeout"/> × <see cref="MissedProbes"/>; what it held goes on elsewhere from then on.
/// </summary>
internal sealed class ClusteringOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Cluster";

    /// <summary>Silos and gateways with the same cluster id work together. Default: <c>support-agents</c>.</summary>
    [Required]
    public string ClusterId { get; set; } = "support-agents";

    /// <summary>The port between silos. Default: 11111.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>The silos' port for gateways. Default: 30000.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// The address that other silos reach this one by. Empty, the default: the one that this machine reaches the database
    /// from, since every silo shares that network; the first network interface where the database is on this machine.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>
    /// True in a Kubernetes pod: name, address, service and cluster come from the pod, and a silo whose pod is gone counts
    /// as dead at once. Default: false.
    /// </summary>
    public bool Kubernetes { get; set; }

    /// <summary>A call that has no answer by then fails at its caller; it bounds how long people wait when a silo dies. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a silo asks others whether they live, and how long it waits for each answer. Shorter finds the dead
    /// sooner, and takes a silo that is merely busy for dead more easily. Default: 2 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>So many unanswered probes in a row make a suspicion. Default: 3.</summary>
    [Range(1, 20)]
    public int MissedProbes { get; set; } = 3;

    /// <summary>
    /// So many silos must suspect the same one before it counts as dead, so that one silo with a bad network cannot
    /// condemn the others; in a smaller cluster, half of the rest. Default: 2.
    /// </summary>
    [Range(1, 10)]
    public int DeathVotes { get; set; } = 2;

    /// <summary>How often a gateway looks for new silos and drops dead ones; one small query. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan GatewayRefresh { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long gateways and silos try a call again while the cluster finds out which silo died; longer than that takes, and than
    /// one call that hangs in it, so that people wait instead of being refused. Default: 20 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary><see cref="AdvertisedAddress"/> as an address, or null.</summary>
    public IPAddress? Advertised => string.IsNullOrWhiteSpace(AdvertisedAddress) ? null : IPAddress.Parse(AdvertisedAddress);

    /// <summary>What the configuration says, before there are services.</summary>
    public static ClusteringOptions From(IConfiguration configuration) => configuration.GetSection(Section).Get<ClusteringOptions>() ?? new ClusteringOptions();
}
