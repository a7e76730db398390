using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Shop;
using SupportAgents.Support.Retail;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests;

/// <summary>The retail data set's calls over MCP, proposed and confirmed, against the records that must result.</summary>
[Collection(RetailHostCollection.Name)]
public sealed class McpReplayTests(RetailHost host, ITestOutputHelper output)
{
    /// <summary>Where our tools mean something else than the data set's, and why.</summary>
    private static readonly Dictionary<string, string> s_differences = new()
    {
        ["case-train-015"] = "a cancellation refunds what was actually paid, net",
        ["case-train-036"] = "an empty list is refused",
        ["case-train-093"] = "the customer comes from the token: nobody is looked up by email",
        ["case-train-096"] = "the customer comes from the token: nobody is looked up by name",
        ["case-train-098"] = "the customer comes from the token: nobody is looked up by name",
    };

    [SkippableFact]
    public async Task Tasks_end_in_the_expected_records()
    {
        var start = host.Start;
        await using var tools = new McpTools(host);
        var failures = new List<string>();
        var tasks = RetailTask.ReadAll(host.Folder);
        foreach (var task in tasks)
        {
            foreach (var (action, result) in task.Actions.Zip(task.Results))
            {
                var answer = await RetailDriver.Run(tools.Run, RetailCall.From(action.Name, action.Arguments, start, task.CustomerId));
                if (answer.RefusalCode is null != result.Ok)
                    failures.Add($"{task.Id} {action.Name}: {answer.RefusalCode ?? "worked"}");
            }
            var expected = start.Apply(task.Expected.Changed);
            failures.AddRange(RetailRecords.Differences(expected, await host.Export()).Select(line => $"{task.Id} {line}"));
            await Restore(start, expected);
        }
        output.WriteLine($"{tasks.Count} tasks over MCP, {failures.Count} differences");
        Assert.Empty(failures);
        Assert.Equal(220, tasks.Count);
    }

    [SkippableFact]
    public async Task Tool_cases_give_the_same_verdict_and_state()
    {
        var start = host.Start;
        await using var tools = new McpTools(host);
        var failures = new List<string>();
        var cases = RetailToolCase.ReadAll(host.Folder);
        foreach (var item in cases)
        {
            foreach (var setup in item.Setup)
                Assert.Null((await RetailDriver.Run(tools.Run, RetailCall.From(setup.Tool, setup.Arguments, start))).RefusalCode);
            var before = await host.Export();
            var answer = await RetailDriver.Run(tools.Run, RetailCall.From(item.Tool, item.Arguments, start));
            var after = await host.Export();
            var isRight = (answer.RefusalCode is null) == (item.Outcome == "ok")
                && RetailRecords.Differences(item.Changed is null ? before : start.Apply(item.Changed), after).Count == 0;
            if (!isRight)
                failures.Add(item.Id);
            await Restore(start, after);
        }
        output.WriteLine($"{cases.Count} cases over MCP, {failures.Count} differ: {string.Join(", ", failures)}");
        Assert.Equal(s_differences.Keys, failures);
        Assert.Equal(110, cases.Count);
    }

    /// <summary>Puts back what differs from the start.</summary>
    private Task Restore(RetailShop start, RetailShop now) => host.Restore(
        start.Customers.Values.Where(customer => !ReferenceEquals(now.Customers[customer.Id], customer)).Where(customer => Differs(customer, now.Customers[customer.Id])),
        start.Orders.Values.Where(order => !ReferenceEquals(now.Orders[order.Id], order)).Where(order => Differs(order, now.Orders[order.Id])));

    private static bool Differs<T>(T one, T other) =>
        System.Text.Json.JsonSerializer.Serialize(one, RetailShop.Json) != System.Text.Json.JsonSerializer.Serialize(other, RetailShop.Json);
}
