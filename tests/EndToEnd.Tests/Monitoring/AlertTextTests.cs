using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>Whoever is woken by an alert finds what to do.</summary>
public sealed class AlertTextTests
{
    [Fact]
    public void Every_alert_has_a_heading_in_the_troubleshooting_page()
    {
        var explained = File.ReadLines(Repository.File("docs", "troubleshooting.md"))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal)).SelectMany(line => line[4..].Split(", ")).ToHashSet();

        Assert.Equal(MonitoringFiles.Rules().Select(rule => rule.Where).Order(), explained.Order());
    }
}
