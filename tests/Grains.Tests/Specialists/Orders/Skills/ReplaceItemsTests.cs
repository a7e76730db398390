using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Orders.Skills;

[Collection(DeskCollection.Name)]
public sealed class ReplaceItemsTests(DeskCluster cluster) : DeskTest(cluster)
{
    private const string Change = "modify_pending_order_items";
    private const string Exchange = "exchange_delivered_order_items";

    [Theory]
    [InlineData("Change the kettle in {0} to 2L.", "kettle-black-2l")]
    [InlineData("Change the kettle in {0} to white.", "kettle-white-1l")]
    [InlineData("Change the black kettle in {0} to a white one with 2 liters.", "kettle-white-2l")]
    [InlineData("Change the kettle in {0} to the red one instead of the black one.", "kettle-red-1l")]
    public async Task The_wanted_options_change_and_the_others_stay(string said, string variant)
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "kettle-black-1l", "mouse-wired");

        var answer = await desk.Say(said.Replace("{0}", order.Id, StringComparison.Ordinal));
        Proposes(answer, Change, "Electric Kettle (black, 1L) →");
        Assert.Contains("once per order", answer.Reply, StringComparison.Ordinal);
        await desk.Say("yes");

        Assert.Equal([variant, "mouse-wired"], Now(order).Items.Select(item => item.VariantId));
    }

    [Fact]
    public async Task Several_things_in_one_message_each_get_their_own_wish()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-black-1l", "lamp-silver-low", "mouse-wired");

        Proposes(await desk.Say($"Exchange the kettle in {order.Id} to white and the lamp to brightness high, via PayPal."), Exchange, "white", "high");
        await desk.Say("yes");

        Assert.Equal(["kettle-white-1l", "lamp-silver-high"], Now(order).Exchange!.NewVariantIds);
        Assert.Equal(["kettle-black-1l", "lamp-silver-low"], Now(order).Exchange!.VariantIds);
    }

    [Fact]
    public async Task Without_a_wish_the_available_variants_are_shown_with_their_prices()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-black-1l", "mouse-wired");

        var which = await desk.Say($"Exchange the kettle in {order.Id}.");
        IsAsking(which, "instead of your Electric Kettle");
        Assert.Contains(which.Choices, choice => choice.Label == "black, 2L · $50.00 (+$10.00)");
        Proposes(await desk.Say("the red one"), Exchange, "red");
        Proposes(await desk.Say("No, the white one."), Exchange, "white");
    }

    [Fact]
    public async Task A_wish_that_nothing_fits_is_told_with_the_nearest()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-black-1l");

        var none = await desk.Say($"Exchange the kettle in {order.Id} for a red one with 2L.");
        IsAsking(none, "no Electric Kettle available");
        Assert.DoesNotContain(none.Choices, choice => choice.Label.StartsWith("red, 2L", StringComparison.Ordinal));
        Proposes(await desk.Pick("white, 2L"), Exchange, "white, 2L");
    }

    [Fact]
    public async Task The_same_again_replaces_what_is_defective()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "mouse-wired", "lamp-silver-low");

        Proposes(await desk.Say($"Exchange the mouse in {order.Id} for the same one."), Exchange, "replaced by the same");
    }

    [Fact]
    public async Task A_gift_card_that_does_not_cover_the_difference_is_refused_and_others_are_offered()
    {
        var (desk, order) = await Begin(TestShop.Customer(TestShop.Paypal, TestShop.GiftCard(1)), OrderStatus.Pending, "kettle-black-1l");

        var refused = await desk.Say($"Change the kettle in {order.Id} to 2L with my gift card.");

        IsAsking(refused, "gift card must cover the whole amount");
        Assert.Equal("PayPal", Assert.Single(refused.Choices).Label);
        Proposes(await desk.Say("paypal then"), Change, "PayPal");
    }

    [Fact]
    public async Task An_order_on_its_way_can_be_neither_changed_nor_exchanged()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Processed, "kettle-black-1l");

        var refused = await desk.Say($"Change the kettle in {order.Id} to 2L.");

        Assert.Equal(RequestStatus.Declined, refused.Requests.Single().Status);
        Assert.Contains("processed", refused.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_of_one_order_named_in_two_sentences_are_one_change()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Pending, "kettle-black-1l", "lamp-silver-low");

        var answer = await desk.Say($"Change the kettle in {order.Id} to 2L. Also change the lamp to brightness high.");

        Proposes(answer, Change, "2L", "high");
        Assert.Single(answer.Requests);
    }
}
