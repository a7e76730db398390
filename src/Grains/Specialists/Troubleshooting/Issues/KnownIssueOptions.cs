using System.ComponentModel.DataAnnotations;

namespace SupportAgents.Grains.Specialists.Troubleshooting.Issues;

/// <summary>When the same trouble is an issue; bound from <c>Support:KnownIssues</c>.</summary>
public sealed class KnownIssueOptions
{
    /// <summary>Different customers from which on staff see it. Default: 3.</summary>
    [Range(2, 1_000)]
    public int Customers { get; set; } = 3;

    /// <summary>How long a report counts, since the last one. Default: 14 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(14);
}
