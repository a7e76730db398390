using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Skills;

[Collection(DeskCollection.Name)]
public sealed class OrderReadTests(DeskCluster cluster)
{
    [Theory]
    [InlineData(OrderStatus.Pending, "pending")]
    [InlineData(OrderStatus.PendingItemsModified, "pending")]
    [InlineData(OrderStatus.Processed, "processed")]
    [InlineData(OrderStatus.Shipped, "shipped")]
    [InlineData(OrderStatus.Delivered, "delivered")]
    [InlineData(OrderStatus.Cancelled, "cancelled")]
    [InlineData(OrderStatus.ReturnRequested, "return requested")]
    [InlineData(OrderStatus.ExchangeRequested, "exchange requested")]
    public async Task Where_is_my_order_tells_status_and_tracking(OrderStatus status, string word)
    {
        var customer = TestShop.Customer();
        var order = customer.Order(status, "mouse-wired");
        cluster.Shop.Add(order);
        var desk = await cluster.Open(customer);

        var answer = await desk.Say($"Where is my order {order.Id}?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains(word, answer.Reply, StringComparison.Ordinal);
        Assert.All(order.TrackingIds, number => Assert.Contains(number, answer.Reply, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_order_is_not_found_and_nothing_of_it_is_told()
    {
        var (customer, other) = (TestShop.Customer(), TestShop.Customer());
        var (own, foreign) = (customer.Order(OrderStatus.Pending, "mouse-wired"), other.Order(OrderStatus.Shipped, "lamp-black-low"));
        cluster.Shop.Add(own, foreign);
        var desk = await cluster.Open(customer);

        foreach (var ask in new[] { "Where is my order {0}?", "What is in {0}?", "Cancel order {0}.", "Return {0}.", "Where is my refund for {0}?" })
        {
            var answer = await desk.Say(ask.Replace("{0}", foreign.Id, StringComparison.Ordinal));

            Assert.Contains("not found", answer.Reply, StringComparison.Ordinal);
            Assert.DoesNotContain("shipped", answer.Reply, StringComparison.Ordinal);
            Assert.DoesNotContain("Lamp", answer.Reply, StringComparison.Ordinal);
            Assert.DoesNotContain(foreign.TrackingIds.First(), answer.Reply, StringComparison.Ordinal);
            Assert.Empty(answer.Choices);
        }
    }
}
