using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Failures;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Grains.Tests.Specialists.Orders.Skills;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Desk;

[Collection(DeskCollection.Name)]
public sealed class DraftGrainTests(DeskCluster cluster) : DeskTest(cluster)
{
    private static readonly Principal Sam = Principal.Staff("Sam");

    [Fact]
    public async Task Draft_answers_what_was_asked_before_the_person_was_and_leaves_no_trace()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-red-1l");
        await desk.Say($"Where is order {order.Id}?");
        await desk.Say("I want a person");
        var before = (await Cluster.Conversations.Find(desk.Id, default))!.NextSeq;

        var draft = await Draft(desk).Suggest(Sam, null);

        Assert.Equal($"Where is order {order.Id}?", draft.Question);
        Assert.Contains(order.Id, draft.Reply, StringComparison.Ordinal);
        Assert.Equal(["orders"], draft.Agents);
        Assert.Equal(before, (await Cluster.Conversations.Find(desk.Id, default))!.NextSeq);
    }

    [Fact]
    public async Task Draft_of_a_change_is_a_proposal_that_a_yes_in_the_conversation_does_not_confirm()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-red-1l");

        var draft = await Draft(desk).Suggest(Sam, $"Return the kettle of order {order.Id} to the original payment method");
        await desk.Say("yes");

        Assert.Equal("return_delivered_order_items", draft.Proposal?.Kind);
        Assert.Equal(OrderStatus.Delivered, Now(order).Status);
    }

    [Fact]
    public async Task Without_a_question_there_is_nothing_to_suggest()
    {
        var (desk, _) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-red-1l");
        await desk.Say("I want a person");

        var draft = await Draft(desk).Suggest(Sam, null);

        Assert.Equal("", draft.Reply);
        Assert.Null(draft.Question);
    }

    [Fact]
    public async Task Customers_get_no_drafts()
    {
        var (desk, _) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-red-1l");

        var refusal = await Assert.ThrowsAsync<SupportException>(() => Draft(desk).Suggest(Principal.Customer(desk.CustomerId), null));

        Assert.Equal(FailureKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public async Task Person_who_is_asked_for_by_a_button_gets_the_warm_package_too()
    {
        var (desk, order) = await Begin(TestShop.Customer(), OrderStatus.Delivered, "kettle-red-1l");
        await desk.Say($"Where is order {order.Id}?");

        await Cluster.Grains.GetGrain<IConversationCareGrain>(desk.Id).HandOff(Principal.Customer(desk.CustomerId), null);

        var entries = await Cluster.Conversations.Read(desk.Id, 0, 100, default);
        var package = Assert.IsType<HandedOff>(entries[^1].Entry).Package!.Json;
        Assert.Contains(order.Id, package, StringComparison.Ordinal);
        Assert.Contains("\"requests\":[{", package, StringComparison.Ordinal);
    }

    private IDraftGrain Draft(DeskChat desk) => Cluster.Grains.GetGrain<IDraftGrain>(desk.Id);
}
