using System.Text.Json;
using System.Text.RegularExpressions;
using SupportAgents.Support;
using YamlDotNet.RepresentationModel;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>One query of a dashboard or the condition of an alert.</summary>
public sealed record MonitoringQuery(string Where, string Expression);

/// <summary>The dashboards and alert rules of the repository.</summary>
internal static partial class MonitoringFiles
{
    /// <summary>The rules.</summary>
    public static string Alerts { get; } = Repository.File("deploy", "prometheus", "alerts.yml");

    /// <summary>Every query of every panel, Grafana's own interval put in.</summary>
    public static IReadOnlyList<MonitoringQuery> Queries() =>
        [.. from file in Directory.EnumerateFiles(Repository.File("deploy", "grafana", "dashboards"), "*.json").Order()
            let dashboard = JsonDocument.Parse(File.ReadAllText(file)).RootElement
            from panel in dashboard.GetProperty("panels").EnumerateArray()
            from target in panel.GetProperty("targets").EnumerateArray()
            select new MonitoringQuery(
                $"{dashboard.GetProperty("title").GetString()}: {panel.GetProperty("title").GetString()}",
                target.GetProperty("expr").GetString()!.Replace("$__rate_interval", "1m", StringComparison.Ordinal))];

    /// <summary>Every alert with its condition.</summary>
    public static IReadOnlyList<MonitoringQuery> Rules()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Alerts)));
        var groups = (YamlSequenceNode)yaml.Documents[0].RootNode["groups"];
        return [.. groups.SelectMany(group => (YamlSequenceNode)group["rules"]).Select(rule => new MonitoringQuery(rule["alert"].ToString(), rule["expr"].ToString()))];
    }

    /// <summary>The metrics that an expression names.</summary>
    public static IEnumerable<string> Metrics(string expression) =>
        Name().Matches(Selectors().Replace(expression, " ")).Select(match => match.Value).Where(name => name.Contains('_', StringComparison.Ordinal)).Distinct();

    /// <summary>Labels and groupings, which hold names of labels.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\bby \([^)]*\)")]
    private static partial Regex Selectors();

    /// <summary>A name that is not a function's.</summary>
    [GeneratedRegex(@"\b[a-z][a-z0-9_]*\b(?!\s*\()")]
    private static partial Regex Name();
}
