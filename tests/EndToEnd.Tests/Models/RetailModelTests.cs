using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Support.Bedrock;
using SupportAgents.Support.Retail;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>The retail data set's tasks over HTTP with a model that makes the tasks' calls, through the vendor's own SDK.</summary>
public sealed class RetailModelTests(RetailModelHost host, ITestOutputHelper output) : IClassFixture<RetailModelHost>
{
    private const int Tasks = 200;
    private const int SingleAsk = 2;

    [SkippableFact]
    public async Task Every_task_ends_in_the_expected_records_and_writes_only_after_the_customer_s_yes()
    {
        var start = host.Start;
        var tasks = RetailTask.ReadAll(host.Folder).Take(Tasks).ToList();
        var failures = new List<string>();
        var turns = new Dictionary<int, int>();
        var confirmations = 0;
        foreach (var (task, number) in tasks.Select((task, number) => (task, number)))
        {
            using var client = host.As(task.CustomerId);
            var chat = await Chat.Open(client);
            foreach (var turn in RetailTurns.Of(task, start))
            {
                var before = await Records(task.CustomerId);
                host.Model.Script = call => Play(call, turn);
                var calls = host.Model.Calls;
                var answer = await chat.Say(turn.Text);
                var spent = host.Model.Calls - calls;
                turns[spent] = turns.GetValueOrDefault(spent) + 1;
                if (spent != answer.Usage.ModelCalls || answer.Mode != AnswerMode.Model)
                    failures.Add($"{task.Id}: {answer.Mode}, told {answer.Usage.ModelCalls} calls of {spent}: {answer.Reply}");
                if (Same(before, await Records(task.CustomerId)) is { } written)
                    failures.Add($"{task.Id}: written before the yes: {written}");
                if ((answer.Proposal is not null) != turn.Works)
                    failures.Add($"{task.Id}: proposal {answer.Proposal?.Kind} for {turn.Calls[^1].Tool}: {(answer.Requests is [var line, ..] ? line.Reason : "no line")}");
                if (answer.Proposal is { } proposal)
                {
                    confirmations++;
                    calls = host.Model.Calls;
                    await (number % 2 == 0 ? chat.Say("yes") : Confirm(client, chat.Id, proposal.Id));
                    if (host.Model.Calls != calls)
                        failures.Add($"{task.Id}: the yes cost {host.Model.Calls - calls} model calls");
                }
            }
            var expected = start.Apply(task.Expected.Changed);
            failures.AddRange(RetailRecords.Differences(expected, await Overlay(start, task.CustomerId)).Select(line => $"{task.Id} {line}"));
            await host.Restore([start.Customers[task.CustomerId]], start.Orders.Values.Where(order => order.CustomerId == task.CustomerId));
        }
        failures.AddRange(RetailRecords.Differences(start, await host.Export()).Select(line => $"after all: {line}"));
        output.WriteLine($"{tasks.Count} tasks, {confirmations} confirmed writes, {failures.Count} failures; turns by model calls: {string.Join(", ", turns.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}");
        Assert.Empty(failures);
        Assert.Equal(Tasks, tasks.Count);
        Assert.Equal([SingleAsk], turns.Keys);
    }

    private static BedrockReply Play(BedrockCall call, RetailTurn turn) =>
        call.HasResults ? BedrockReply.Say(turn.Works ? "Everything is ready. Shall I go ahead?" : "That is not possible for this order.")
        : BedrockReply.Use([.. turn.Calls.Select(one => (one.Tool, (object)one.Arguments))]);

    private static async Task<Answer> Confirm(HttpClient client, string conversationId, string proposalId)
    {
        using var response = await client.PostAsJsonAsync($"/v1/conversations/{conversationId}/messages", new { text = "", confirm = new { proposalId, accept = true } });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Answer>(Chat.Json))!;
    }

    private async Task<RetailShop> Overlay(RetailShop start, string customerId)
    {
        var now = await Records(customerId);
        return start with { Customers = With(start.Customers, now.Customers), Orders = With(start.Orders, now.Orders) };
    }

    private async Task<RetailShop> Records(string customerId)
    {
        var customer = (await host.Services.GetRequiredService<ICustomerStore>().Find(customerId, CancellationToken.None))!;
        var orders = await host.Services.GetRequiredService<IOrderStore>().List(customerId, CancellationToken.None);
        return host.Start with { Customers = new Dictionary<string, Customer> { [customerId] = customer }, Orders = orders.ToDictionary(order => order.Id) };
    }

    private static string? Same(RetailShop before, RetailShop after) => RetailRecords.Differences(before, after) is [var first, ..] ? first : null;

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, IReadOnlyDictionary<string, T> some)
    {
        var changed = all.ToDictionary();
        foreach (var (id, one) in some)
            changed[id] = one;
        return changed;
    }
}
