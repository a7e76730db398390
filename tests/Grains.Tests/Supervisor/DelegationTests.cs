using Orleans.Runtime;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Supervisor;

[Collection(DeskCollection.Name)]
public sealed class DelegationTests(DeskCluster cluster)
{
    [Fact]
    public async Task A_failing_specialist_leaves_a_partial_answer_that_names_the_gap()
    {
        var (customer, order, desk) = await Begin();
        cluster.Hooks.Before(AgentNames.Recommendations, customer.Id, () => throw new InvalidOperationException("down"));

        var answer = await desk.Say($"Where is {order.Id}? Recommend me a lamp.");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("shipped", answer.Reply, StringComparison.Ordinal);
        Assert.Contains("Recommend me a lamp", answer.Reply, StringComparison.Ordinal);
        Assert.Equal([RequestStatus.Done, RequestStatus.Failed], answer.Requests.Select(line => line.Status));
    }

    [Fact]
    public async Task A_turn_whose_specialist_is_lost_with_its_silo_is_tried_again()
    {
        var (customer, order, desk) = await Begin();
        var tries = 0;
        cluster.Hooks.Before(AgentNames.Orders, customer.Id, () => ++tries < 3 ? throw new SiloUnavailableException("gone") : Task.CompletedTask);

        var answer = await desk.Say($"Where is {order.Id}? Recommend me a lamp.");

        Assert.Equal([RequestStatus.Done, RequestStatus.Done], answer.Requests.Select(line => line.Status));
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task What_no_attempt_could_reach_is_a_gap_and_the_rest_is_answered()
    {
        var (customer, order, desk) = await Begin();
        cluster.Hooks.Before(AgentNames.Recommendations, customer.Id, () => throw new SiloUnavailableException("gone"));

        var answer = await desk.Say($"Where is {order.Id}? Recommend me a lamp.");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal([RequestStatus.Done, RequestStatus.Failed], answer.Requests.Select(line => line.Status));
    }

    [Fact]
    public async Task Two_asks_for_two_agents_run_at_the_same_time()
    {
        var (customer, order, desk) = await Begin();
        // Each goes on only when the other has begun: one after the other would never end.
        var (orders, recommendations) = (new TaskCompletionSource(), new TaskCompletionSource());
        cluster.Hooks.Before(AgentNames.Orders, customer.Id, () => Meet(orders, recommendations));
        cluster.Hooks.Before(AgentNames.Recommendations, customer.Id, () => Meet(recommendations, orders));

        var answer = await desk.Say($"Where is {order.Id}? Recommend me a lamp.");

        Assert.Contains("shipped", answer.Reply, StringComparison.Ordinal);
        Assert.Equal(["orders", "recommendations"], answer.Agents);
        Assert.True(orders.Task.IsCompleted && recommendations.Task.IsCompleted);
    }

    /// <summary>A customer with an order that is on its way, and their conversation.</summary>
    private async Task<(Customer Customer, Order Order, DeskChat Desk)> Begin()
    {
        var customer = TestShop.Customer();
        var order = customer.Order(OrderStatus.Shipped, "mouse-wired");
        cluster.Shop.Add(order);
        return (customer, order, await cluster.Open(customer));
    }

    private static Task Meet(TaskCompletionSource own, TaskCompletionSource other)
    {
        own.TrySetResult();
        return other.Task;
    }
}
