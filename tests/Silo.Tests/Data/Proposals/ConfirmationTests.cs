using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Proposals;

/// <summary>One confirmation, one effect: on both databases and from two silos.</summary>
[Collection(StorageTests.Name)]
public sealed class ConfirmationTests(StorageFixture fixture)
{
    private static readonly Money s_balance = new(2_550);
    private static readonly Money s_paid = new(15_799);

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Two_hundred_confirmations_at_once_over_two_silos_have_one_effect(Dialect dialect)
    {
        await using var first = await fixture.Create(dialect);
        await using var second = new StorageUnderTest(first.Settings);
        await first.Load(OrderDeskOnStorage.Pending("#1"));
        OrderDeskOnStorage[] silos = [new(first), new(second)];
        var proposal = (await silos[0].Cancel("#1")).Proposal!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => silos[i % 2].Confirm(proposal.Id))));

        Assert.Single(answers.Select(answer => (answer.Text, answer.DataJson()?.Json)).Distinct());
        Assert.Null(answers[0].Refusal);
        Assert.Equal(1, await silos[0].LedgerRows());
        await AssertCancelledOnce(silos[0], "#1", s_balance + s_paid);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Rival_proposals_of_one_order_have_one_effect(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load(OrderDeskOnStorage.Pending("#1"));
        var desk = new OrderDeskOnStorage(storage);
        var cancel = (await desk.Cancel("#1")).Proposal!;
        var pay = (await desk.Call("modify_pending_order_payment", new { order_id = "#1", payment_method_id = "z_card" })).Proposal!;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => desk.Confirm(i % 2 == 0 ? cancel.Id : pay.Id))));

        Assert.Equal(1, await desk.LedgerRows());
        Assert.Equal(2, (await desk.Order("#1")).Version);
        Assert.Equal(s_balance + s_paid, await desk.GiftCard());
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Confirmations_of_different_orders_all_reach_the_gift_card(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        var ids = Enumerable.Range(1, 20).Select(i => $"#{i}").ToArray();
        await storage.Load([.. ids.Select(OrderDeskOnStorage.Pending)]);
        var desk = new OrderDeskOnStorage(storage);
        var proposals = new List<string>();
        foreach (var id in ids)
            proposals.Add((await desk.Cancel(id)).Proposal!.Id);

        await Task.WhenAll(proposals.Select(id => Task.Run(() => desk.Confirm(id))));

        Assert.Equal(20, await desk.LedgerRows());
        Assert.Equal(new Money(s_balance.Cents + 20 * s_paid.Cents), await desk.GiftCard());
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Failure_while_deciding_writes_nothing(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load(OrderDeskOnStorage.Pending("#1"));
        var desk = new OrderDeskOnStorage(storage);
        var proposal = (await desk.Cancel("#1")).Proposal!;

        await Assert.ThrowsAsync<InvalidDataException>(() => storage.Get<IProposalStore>().Confirm(
            Principal.Customer("ada"), proposal.Id, Samples.Noon, (_, _) => throw new InvalidDataException(), default));

        Assert.Equal(0, await desk.LedgerRows());
        Assert.Null((await desk.Confirm(proposal.Id)).Refusal);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Somebody_elses_proposal_is_not_there(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load(OrderDeskOnStorage.Pending("#1"));
        var desk = new OrderDeskOnStorage(storage);
        var proposal = (await desk.Cancel("#1")).Proposal!;
        var store = storage.Get<IProposalStore>();

        Assert.Equal("proposal_not_found", (await desk.Confirm(proposal.Id, "ben")).Refusal!.Code);
        Assert.Null(await store.Find("ben", proposal.Id, default));
        Assert.Null(await store.Decline("ben", proposal.Id, default));
        Assert.Null(await store.Confirm(Principal.Customer("ben"), proposal.Id, Samples.Noon, (_, _) => throw new InvalidDataException(), default));
        Assert.Empty(await store.ListOpen("ben", null, DateTimeOffset.MinValue, default));
        Assert.Equal(ProposalState.Open, (await store.Find("ada", proposal.Id, default))!.State);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Undo_restores_what_was_there(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load(OrderDeskOnStorage.Pending("#1"));
        var desk = new OrderDeskOnStorage(storage);
        await desk.SetPolicies("""{ "version": "v1", "undoMinutes": { "cancel_pending_order": 10 } }""");
        var before = await desk.Order("#1");
        await desk.Confirm((await desk.Cancel("#1")).Proposal!.Id);

        var undo = (await desk.Undo("#1")).Proposal!;
        Assert.Null((await desk.Confirm(undo.Id)).Refusal);

        Samples.AssertSame(before, await desk.Order("#1"));
        Assert.Equal(s_balance, await desk.GiftCard());
        var versions = await storage.Get<Database>().Read(session => session.List<string>("SELECT policy_version FROM ledger"), default);
        Assert.Equal(["v1", "v1"], versions);
    }

    private static async Task AssertCancelledOnce(OrderDeskOnStorage desk, string orderId, Money balance)
    {
        var order = await desk.Order(orderId);
        Assert.Equal((OrderStatus.Cancelled, 2L, 2), (order.Status, order.Version, order.Payments!.Count));
        Assert.Equal(balance, await desk.GiftCard());
    }
}
