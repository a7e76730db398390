using System.Diagnostics;
using SupportAgents.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Data.Proposals;

[Collection(StorageTests.Name)]
public sealed class ProposalStoreTests(StorageFixture fixture, ITestOutputHelper output)
{
    private static readonly Principal Ada = Principal.Customer("ada");

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Confirm_by_fifty_at_once_writes_exactly_once(Dialect dialect)
    {
        await using var storage = await Prepare(dialect);
        var store = storage.Get<IProposalStore>();
        var watch = Stopwatch.StartNew();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => store.Confirm(Ada, "p_1", Samples.Noon, Refund, default)));

        output.WriteLine($"{dialect}: 50 confirmations at once in {watch.ElapsedMilliseconds} ms");
        Assert.Single(results.Select(result => (result!.State, result.LedgerId, result.Result)).Distinct());
        Assert.Equal((ProposalState.Executed, """{"done":true}"""), (results[0]!.State, results[0]!.Result!.Json));
        Assert.Equal(new Money(3550), (await storage.Get<ICustomerStore>().Find("ada", default))!.FindPaymentMethod("a_gift")!.Balance);
        var order = (await storage.Get<IOrderStore>().Find("ada", "#1", default))!;
        Assert.Equal((OrderStatus.ReturnRequested, 2L, 2), (order.Status, order.Version, order.Payments!.Count));
        Assert.Equal(["kettle-red"], order.Return!.VariantIds);
        var ledger = await storage.Get<Database>().Read(
            session => session.List<string>("SELECT proposal_id || ' ' || customer_id || ' ' || order_id || ' ' || amount_cents || ' ' || actor || ' ' || actor_role FROM ledger"), default);
        Assert.Equal(["p_1 ada #1 -1000 ada customer"], ledger);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Confirm_shows_the_records_as_they_are_now(Dialect dialect)
    {
        await using var storage = await Prepare(dialect);
        ProposalFacts? seen = null;

        var settled = await storage.Get<IProposalStore>().Confirm(Ada, "p_1", Samples.Noon, (_, facts) =>
        {
            seen = facts;
            return new ProposalDecision { StaleReason = "the order changed" };
        }, default);

        Assert.Equal((ProposalState.Stale, "the order changed"), (settled!.State, settled.StaleReason));
        Samples.AssertSame(Samples.Ada, seen!.Customer);
        Assert.Equal(("#1", 1L), (seen.Order!.Id, seen.Order.Version));
        Assert.Equal("kettle", Assert.Single(seen.Products).Id);
        Assert.Same(ShopPolicies.None.CurrencyCode, seen.Policies.CurrencyCode);
        Assert.Equal(ProposalState.Stale, (await storage.Get<IProposalStore>().Confirm(Ada, "p_1", Samples.Noon, Refund, default))!.State);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Confirm_of_an_expired_or_foreign_or_declined_proposal_writes_nothing(Dialect dialect)
    {
        await using var storage = await Prepare(dialect);
        var store = storage.Get<IProposalStore>();
        await store.Add(Sample("p_2"), default);

        Assert.Null(await store.Confirm(Principal.Customer("ben"), "p_1", Samples.Noon, Refund, default));
        Assert.Null(await store.Confirm(Principal.Staff("kim"), "p_1", Samples.Noon, Refund, default));
        Assert.Null(await store.Confirm(Ada, "p_9", Samples.Noon, Refund, default));
        Assert.Null(await store.Decline("ben", "p_2", default));
        Assert.Equal(ProposalState.Declined, (await store.Decline("ada", "p_2", default))!.State);
        Assert.Equal(ProposalState.Declined, (await store.Confirm(Ada, "p_2", Samples.Noon, Refund, default))!.State);
        var expired = await store.Confirm(Ada, "p_1", Samples.Noon.AddHours(1), Refund, default);
        Assert.Equal(ProposalState.Stale, expired!.State);
        Assert.Contains("expired", expired.StaleReason, StringComparison.Ordinal);
        Assert.Equal(1, (await storage.Get<IOrderStore>().Find("ada", "#1", default))!.Version);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Confirm_that_throws_leaves_the_proposal_open(Dialect dialect)
    {
        await using var storage = await Prepare(dialect);
        var store = storage.Get<IProposalStore>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Confirm(Ada, "p_1", Samples.Noon, (_, _) => throw new InvalidOperationException(), default));

        Assert.Equal(ProposalState.Open, (await store.Find("ada", "p_1", default))!.State);
        Assert.Equal(ProposalState.Executed, (await store.Confirm(Ada, "p_1", Samples.Noon, Refund, default))!.State);
        Assert.Equal(ProposalState.Executed, (await store.Decline("ada", "p_1", default))!.State);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Open_proposals_are_those_of_the_conversation_and_of_the_moment(Dialect dialect)
    {
        await using var storage = await Prepare(dialect);
        var store = storage.Get<IProposalStore>();
        await store.Add(Sample("p_3") with { CreatedAt = Samples.Noon.AddMinutes(-9) }, default);
        await store.Add(Sample("p_4") with { ConversationId = null }, default);

        Assert.Equal(["p_3", "p_1"], (await store.ListOpen("ada", "c1", Samples.Noon, default)).Select(open => open.Shown.Id));
        Assert.Equal(["p_4"], (await store.ListOpen("ada", null, Samples.Noon, default)).Select(open => open.Shown.Id));
        Assert.Empty(await store.ListOpen("ben", "c1", Samples.Noon, default));
        Assert.Empty(await store.ListOpen("ada", "c1", Samples.Noon.AddHours(1), default));
        Samples.AssertSame(Sample("p_1"), await store.Find("ada", "p_1", default));
        Assert.Null(await store.Find("ben", "p_1", default));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Erasing_a_conversation_keeps_only_executed_proposals(Dialect dialect)
    {
        await using var storage = await Prepare(dialect);
        var store = storage.Get<IProposalStore>();
        await storage.Get<IConversationStore>().Create(Samples.Head("c1"), default);
        await store.Add(Sample("p_2"), default);
        await store.Confirm(Ada, "p_1", Samples.Noon, Refund, default);

        await storage.Get<IConversationStore>().Erase("c1", default);

        Assert.NotNull(await store.Find("ada", "p_1", default));
        Assert.Null(await store.Find("ada", "p_2", default));
    }

    private async Task<StorageUnderTest> Prepare(Dialect dialect)
    {
        var storage = await fixture.Create(dialect);
        await storage.Load(Samples.Order("#1", placedAt: Samples.Noon.AddDays(-9)));
        await storage.Get<IProposalStore>().Add(Sample("p_1"), default);
        return storage;
    }

    private static StoredProposal Sample(string id) => new()
    {
        Shown = new Proposal { Id = id, Kind = "return_delivered_order_items", Summary = "Return", Amount = new Money(-1000), Currency = "USD", ExpiresAt = Samples.Noon.AddMinutes(30) },
        CustomerId = "ada",
        ConversationId = "c1",
        Arguments = new JsonText("""{"order_id":"#1","variant_ids":["kettle-red"]}"""),
        OrderId = "#1",
        OrderVersion = 1,
        CreatedAt = Samples.Noon,
    };

    private static ProposalDecision Refund(StoredProposal proposal, ProposalFacts facts) => new()
    {
        Effect = new ProposalEffect
        {
            Order = facts.Order! with
            {
                Status = OrderStatus.ReturnRequested,
                Payments = [.. facts.Order.Payments!, new() { Kind = PaymentEntryKind.Refund, Amount = new Money(1000), PaymentMethodId = "a_gift" }],
                Return = new OrderReturn { VariantIds = ["kettle-red"], PaymentMethodId = "a_gift" },
            },
            Customer = facts.Customer with
            {
                PaymentMethods = [.. facts.Customer.PaymentMethods!.Select(method => method.Id == "a_gift" ? method with { Balance = method.Balance + new Money(1000) } : method)],
            },
            Result = new JsonText("""{"done":true}"""),
        },
    };
}
