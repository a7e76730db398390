using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Skills;

/// <summary>A test that talks to the desk as one customer with orders.</summary>
public abstract class DeskTest
{
    protected DeskTest(DeskCluster cluster)
    {
        Cluster = cluster;
        cluster.Shop.Add(TestShop.Kettle, TestShop.Lamp, TestShop.Shirt, TestShop.Mouse);
    }

    protected DeskCluster Cluster { get; }

    /// <summary>A conversation of a customer whose orders are made of these, each a status and variants.</summary>
    protected async Task<(DeskChat Desk, Order[] Orders)> Begin(Customer customer, params (OrderStatus Status, string[] Variants)[] orders)
    {
        var made = orders.Select(order => customer.Order(order.Status, order.Variants)).ToArray();
        Cluster.Shop.Add(made);
        return (await Cluster.Open(customer), made);
    }

    protected async Task<(DeskChat Desk, Order Order)> Begin(Customer customer, OrderStatus status, params string[] variants)
    {
        var (desk, orders) = await Begin(customer, (status, variants));
        return (desk, orders[0]);
    }

    /// <summary>The order as it is now.</summary>
    protected Order Now(Order order) => Cluster.Shop.Orders[order.Id];

    protected static void IsAsking(Answer answer, string about)
    {
        Assert.Equal(AnswerStatus.NeedsInput, answer.Status);
        Assert.Null(answer.Proposal);
        Assert.Contains(about, answer.Reply, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The answer waits for a yes to a proposal whose lines have these words.</summary>
    protected static Proposal Proposes(Answer answer, string kind, params string[] words)
    {
        Assert.True(answer.Status == AnswerStatus.AwaitingConfirmation, answer.Reply);
        Assert.Equal(kind, answer.Proposal!.Kind);
        var told = $"{answer.Proposal.Summary} {string.Join(" ", answer.Proposal.Lines.Select(line => line.Text))}";
        Assert.All(words, word => Assert.Contains(word, told, StringComparison.Ordinal));
        Assert.Contains(answer.Proposal.Summary, answer.Reply, StringComparison.Ordinal);
        return answer.Proposal;
    }
}
