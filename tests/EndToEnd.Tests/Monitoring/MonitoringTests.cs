using System.Diagnostics;
using SupportAgents.Identity;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>What dashboards and alerts ask for is there, and what a client is told about its request leads to it.</summary>
[Collection(AloneTests.Name)]
public sealed class MonitoringTests(MonitoredHost host, ITestOutputHelper output) : IClassFixture<MonitoredHost>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [SkippableFact]
    public async Task Every_metric_of_the_dashboards_and_alerts_is_told_after_a_short_load()
    {
        // What has never gone wrong has no metric yet; its query says zero then.
        var mayBeAbsent = MonitoringFiles.Queries().Where(query => query.Expression.EndsWith("or on() vector(0)", StringComparison.Ordinal)).SelectMany(query => MonitoringFiles.Metrics(query.Expression)).ToHashSet();
        var names = MonitoringFiles.Queries().Concat(MonitoringFiles.Rules()).SelectMany(query => MonitoringFiles.Metrics(query.Expression)).Distinct().Where(name => !mayBeAbsent.Contains(name)).ToList();
        await host.Talk();

        var told = (await host.Scrape()).Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split('{', ' ')[0]).ToHashSet();

        Assert.True(names.Count > 40, $"only {names.Count} metrics found in the files");
        Assert.Empty(names.Except(told));
    }

    [SkippableFact]
    public async Task Every_query_of_the_dashboards_has_data_in_a_real_Prometheus_and_no_alert_fires()
    {
        await using var prometheus = new PrometheusServer(host.Running.Address, MonitoringFiles.Alerts);
        var missing = MonitoringFiles.Queries().ToList();
        var all = missing.Count;
        for (var watch = Stopwatch.StartNew(); missing.Count > 0 && watch.Elapsed < Limit;)
        {
            await host.Talk();
            var empty = new List<MonitoringQuery>();
            foreach (var query in missing)
            {
                if ((await prometheus.Query(query.Expression)).Count == 0)
                    empty.Add(query);
            }
            missing = empty;
            // Prometheus reads once a second.
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        var rules = await prometheus.Rules();
        output.WriteLine($"{all - missing.Count} of {all} queries returned data; {rules.Count} alert rules evaluated");
        Assert.Empty(missing);
        Assert.Equal(MonitoringFiles.Rules().Count, rules.Count);
        Assert.All(rules, rule => Assert.NotEqual("err", rule.Health));
        Assert.DoesNotContain(rules, rule => rule.State == "firing");
    }

    [SkippableFact]
    public async Task Trace_id_that_the_client_gets_leads_from_the_gateway_through_the_agents_to_the_database()
    {
        using var spans = new RecordedSpans();
        using var client = host.Running.As("demo-kenji");
        var chat = await Hosting.Chat.Open(client);

        using var response = await client.PostAsync(new Uri($"/v1/conversations/{chat.Id}/messages", UriKind.Relative),
            System.Net.Http.Json.JsonContent.Create(new { text = "Where is my last order?" }));

        var id = response.Headers.GetValues("X-Trace-Id").Single();
        var mine = spans.Of(id);
        output.WriteLine(string.Join('\n', mine.Select(span => $"{span.Source.Name}: {span.DisplayName}")));
        Assert.Contains(mine, span => span.Source.Name == "Microsoft.Orleans.Application");
        Assert.Contains(mine, span => span.Source.Name == "Npgsql");
        Assert.Superset(new HashSet<string> { "understand", "invoke_agent orders", "execute_tool list_orders" }, mine.Select(span => span.OperationName).ToHashSet());
    }

    [SkippableFact]
    public async Task Metrics_are_hidden_from_those_who_come_through_a_proxy()
    {
        using var client = new HttpClient { BaseAddress = host.Running.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

        using var response = await client.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [SkippableFact]
    public async Task Dashboard_is_off_unless_asked_for()
    {
        using var admin = host.Running.As("dana", Role.Admin);

        using var response = await admin.GetAsync(new Uri("/dashboard/index.html", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }
}
