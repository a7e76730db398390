using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Silo.Understanding;
using SupportAgents.Support;
using SupportAgents.Support.Retail;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Flows;

/// <summary>The desk in memory with the real understanding.</summary>
public sealed class UnderstandingDesk : DeskCluster
{
    /// <inheritdoc/>
    protected override void AddUnderstanding(IServiceCollection services) => services.AddUnderstanding();
}

/// <summary>The worked tasks of the retail data set, said in plain sentences and done without any model.</summary>
public sealed class ScriptedCustomerTests(UnderstandingDesk cluster, ITestOutputHelper output) : IClassFixture<UnderstandingDesk>
{
    private const double Goal = 0.95;

    /// <summary>Each seed draws other wordings, other orders of asking, and other things left out.</summary>
    [SkippableTheory]
    [InlineData(17)]
    [InlineData(2_000)]
    [InlineData(40_000)]
    public async Task Scripted_customers_get_what_they_came_for(int seed)
    {
        var folder = SharedData.Require("retail");
        var start = RetailShop.Read(Path.Combine(folder, "import"));
        cluster.Shop.Add([.. start.Products.Values]).Add([.. start.Customers.Values]).Add([.. start.Orders.Values]);
        var tasks = RetailTask.ReadAll(folder);
        var failures = new List<(RetailTask Task, string Kind, IReadOnlyList<string> Transcript)>();
        for (var i = 0; i < tasks.Count; i++)
        {
            var task = tasks[i];
            var desk = await cluster.Open(start.Customers[task.CustomerId]);
            var customer = new ScriptedCustomer(desk, Errand.Of(task, start), new Random(seed + i));
            await customer.Talk();
            var differences = RetailRecords.Differences(start.Apply(task.Expected.Changed), State(start));
            if (differences.Count > 0)
                failures.Add((task, customer.Unfinished.Count > 0 ? $"not done: {customer.Unfinished[0].Kind}" : "done otherwise", [.. customer.Transcript, .. differences]));
            Restore(start);
        }
        Report(tasks.Count, failures);
        Assert.True(failures.Count <= tasks.Count * (1 - Goal), $"{tasks.Count - failures.Count} of {tasks.Count} tasks ended as expected");
    }

    private RetailShop State(RetailShop start) => start with { Customers = cluster.Shop.Customers.ToDictionary(), Orders = cluster.Shop.Orders.ToDictionary(order => order.Key, order => start.Orders.GetValueOrDefault(order.Key) == order.Value ? order.Value : order.Value with { Version = 0 }) };

    private void Restore(RetailShop start) => cluster.Shop.Add([.. start.Customers.Values]).Add([.. start.Orders.Values]);

    private void Report(int tasks, List<(RetailTask Task, string Kind, IReadOnlyList<string> Transcript)> failures)
    {
        output.WriteLine($"{tasks - failures.Count} of {tasks} tasks ended in the expected records ({100.0 * (tasks - failures.Count) / tasks:0.0} %)");
        foreach (var kind in failures.GroupBy(failure => failure.Kind).OrderByDescending(group => group.Count()))
            output.WriteLine($"{kind.Count(),4} {kind.Key}: {string.Join(", ", kind.Select(failure => failure.Task.Id))}");
        if (Environment.GetEnvironmentVariable("SUPPORT_TEST_TRANSCRIPTS") is { Length: > 0 } file)
            File.AppendAllLines(file, failures.SelectMany(failure => failure.Transcript.Prepend($"=== {failure.Task.Id} {failure.Kind}")));
    }
}
