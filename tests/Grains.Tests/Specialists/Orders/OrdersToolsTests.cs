using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Shop;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;
using static SupportAgents.Grains.Tests.Specialists.Orders.Samples;

namespace SupportAgents.Grains.Tests.Specialists.Orders;

/// <summary>Reads, handing off, and what every tool has in common.</summary>
public sealed class OrdersToolsTests
{
    private readonly OrderDeskFixture _desk = new(ShopWith(
        Order(OrderStatus.Delivered) with { PlacedAt = Now.AddDays(-9), Fulfillments = [new() { TrackingIds = ["T1"], VariantIds = ["k-red"] }] },
        Order(OrderStatus.Cancelled, id: "#2") with { PlacedAt = Now }, Order(id: "#3", customerId: "ben")));

    [Fact]
    public void Every_argument_is_described_and_none_names_a_customer() => Assert.All(_desk.Tools.Descriptions, tool =>
    {
        using var schema = System.Text.Json.JsonDocument.Parse(tool.InputSchema.Json);
        if (schema.RootElement.TryGetProperty("properties", out var properties))
            Assert.All(properties.EnumerateObject(), argument =>
            {
                Assert.DoesNotContain("customer", argument.Name, StringComparison.Ordinal);
                Assert.NotEmpty(argument.Value.GetProperty("description").GetString()!);
            });
    });

    [Fact]
    public async Task Reads_show_the_customers_own_records_only()
    {
        var orders = Assert.IsAssignableFrom<IReadOnlyList<Order>>((await _desk.Call("ada", ListOrders)).Data);
        Assert.Equal(["#2", "#1"], orders.Select(order => order.Id));
        Assert.Equal("ada", Assert.IsType<Customer>((await _desk.Call("ada", GetCustomerDetails)).Data).Id);
        Assert.Equal("#1", Assert.IsType<Order>((await _desk.Call("ada", GetOrderDetails, new { order_id = "#1" })).Data).Id);
        foreach (var id in new[] { "#3", "1", "#9", "", "#1 " })
        {
            Assert.Equal("order_not_found", (await _desk.Call("ada", GetOrderDetails, new { order_id = id })).Refusal!.Code);
            Assert.Equal("order_not_found", (await _desk.Call("ada", TrackOrder, new { order_id = id })).Refusal!.Code);
        }
    }

    [Fact]
    public async Task Tracking_says_where_an_order_is()
    {
        Assert.Contains("T1", (await _desk.Call("ada", TrackOrder, new { order_id = "#1" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_customer_is_refused() =>
        Assert.Equal("customer_not_found", (await _desk.Call("nobody", UpdateCustomerAddress,
            new { line1 = "1", city = "2", state = "3", country = "4", postal_code = "5" })).Refusal!.Code);

    [Fact]
    public async Task Account_address_changes_and_orders_keep_theirs()
    {
        await _desk.Do("ada", UpdateCustomerAddress, new { line1 = "9 Pier", line2 = "", city = "Kiel", state = "SH", country = "DE", postal_code = "24103" });

        Assert.Equal(Home with { Line1 = "9 Pier" }, _desk.Shop.Customers["ada"].Address);
        Assert.Equal(Home, _desk.Shop.Orders["#1"].Address);
    }

    [Fact]
    public async Task Transfer_outside_a_conversation_opens_one_for_the_desk()
    {
        var request = Assert.IsType<HandOffRequest>((await _desk.Call("ada", TransferToHuman, new { summary = "wants a person" })).Data);

        var waiting = Assert.Single(await _desk.Conversations.Queue(default));
        Assert.Equal((request.ConversationId, "ada", "wants a person"), (waiting.Conversation.ConversationId, waiting.Conversation.CustomerId, waiting.Reason));
        var entry = Assert.Single(await _desk.Conversations.Read(request.ConversationId, 0, 10, default));
        Assert.Contains("ada@example.org", Assert.IsType<HandedOff>(entry.Entry).Package!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transfer_inside_a_conversation_is_left_to_it()
    {
        var request = Assert.IsType<HandOffRequest>((await _desk.Call("ada", TransferToHuman, new { summary = "help" }, "c_1")).Data);

        Assert.Equal(("c_1", false), (request.ConversationId, request.IsQueued));
        Assert.Empty(await _desk.Conversations.Queue(default));
    }
}
