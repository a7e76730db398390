using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SupportAgents.Silo.Clustering;

/// <summary>How silos find each other (<c>Support:Cluster:…</c>). They meet in PostgreSQL; without it there is one silo, on this machine.</summary>
public sealed class ClusteringOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Support:Cluster";

    /// <summary>Silos and gateways with the same cluster id work together. Default: <c>support-agents</c>.</summary>
    [Required]
    public string ClusterId { get; set; } = "support-agents";

    /// <summary>The port between silos. Default: 11111.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port for gateways. Default: 30000.</summary>
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

    /// <summary><see cref="AdvertisedAddress"/> as an address, or null.</summary>
    public IPAddress? Advertised => string.IsNullOrWhiteSpace(AdvertisedAddress) ? null : IPAddress.Parse(AdvertisedAddress);
}
