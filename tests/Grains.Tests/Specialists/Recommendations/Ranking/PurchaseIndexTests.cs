using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Recommendations.Ranking;

public sealed class PurchaseIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Index_kept_up_to_date_counts_as_one_that_is_built_anew(int seed)
    {
        var random = new Random(seed);
        var (kept, orders) = (new PurchaseIndex(), new Dictionary<string, PurchasedOrder>());
        for (var change = 0; change < 2_000; change++)
        {
            var order = Order($"o{random.Next(300)}", $"k{random.Next(60)}", [.. Enumerable.Range(0, random.Next(5)).Select(_ => $"p{random.Next(40)}")]) with
            {
                Status = random.Next(6) == 0 ? OrderStatus.Cancelled : OrderStatus.Delivered,
            };
            orders[order.OrderId] = order;
            kept.Apply(order);
        }
        var anew = new PurchaseIndex();
        foreach (var order in orders.Values)
            anew.Apply(order);

        Assert.Equal(anew.CustomerCount, kept.CustomerCount);
        Assert.All(Enumerable.Range(0, 40).Select(number => $"p{number}"), id =>
        {
            Assert.Equal(anew.BuyerCount(id), kept.BuyerCount(id));
            Assert.Equal(Along(anew, id), Along(kept, id));
        });
    }

    [Fact]
    public void Order_that_comes_again_unchanged_changes_nothing()
    {
        var index = new PurchaseIndex();
        var order = Order("o1", "k1", ["a", "b"]);

        Assert.True(index.Apply(order));
        Assert.False(index.Apply(order));
        Assert.False(index.Apply(Order("o2", "k2", [])));
        Assert.True(index.Apply(order with { ProductIds = ["a"] }));
        Assert.Equal((1, 0), (index.BuyerCount("a"), index.BuyerCount("b")));
    }

    [Fact]
    public void Order_that_goes_to_another_account_leaves_nothing_of_the_first()
    {
        var index = new PurchaseIndex();
        index.Apply(Order("o1", "anna", ["a", "b"]));

        Assert.True(index.Apply(Order("o1", "erased_1", ["a", "b"])));

        Assert.Null(index.CustomerNumberOf("anna"));
        Assert.NotNull(index.CustomerNumberOf("erased_1"));
        Assert.Equal((1, 1, 1), (index.CustomerCount, index.BuyerCount("a"), index.BuyerCount("b")));
    }

    private static PurchasedOrder Order(string id, string customer, string[] products) =>
        new() { OrderId = id, CustomerId = customer, Status = OrderStatus.Delivered, ProductIds = products };

    private static IEnumerable<(string, int, double)> Along(PurchaseIndex index, string product)
    {
        var along = new BoughtAlong[index.ProductCount];
        CoPurchase.Score(index, [new Seed(product, 1)], null, along);
        return [.. Enumerable.Range(0, 40).Select(number => $"p{number}").Select(id => (id, Found: index.NumberOf(id) is { } own ? along[own] : default))
            .Where(pair => pair.Found.Customers > 0).Select(pair => (pair.id, pair.Found.Customers, Math.Round(pair.Found.Likeness, 4)))];
    }
}
