using System.Text.Json;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Silo.Tests.Data.Erasure;

/// <summary>A customer whose every text holds one mark, so that a search for the mark finds whatever is left of them.</summary>
internal sealed class MarkedCustomer(StorageUnderTest storage, string mark)
{
    public string Id => $"{mark}-id";

    public string Email => $"{mark}@Example.org";

    private string Card => $"{mark}-card";

    private Address Home => new() { Line1 = $"1 {mark} Street", City = mark, State = mark, Country = mark, PostalCode = mark };

    /// <summary>Stores the account, two orders, a review and a look, each with the mark.</summary>
    public Task Load() => storage.Get<Database>().Write(null, async session =>
    {
        await ProductTable.Save(session, [Samples.Kettle]);
        await CustomerTable.Save(session, [Account()]);
        await OrderTable.Save(session, [Order("delivered") with { Return = new() { VariantIds = ["kettle-red"], PaymentMethodId = Card } },
            Order("exchanged") with { Exchange = new() { VariantIds = ["kettle-red"], NewVariantIds = ["kettle-red"], PaymentMethodId = Card, PriceDifference = new Money(0) } },
            Order("pending") with { Status = OrderStatus.Pending }]);
        await ActivityTable.Save(session,
            [new() { ProductId = "kettle", CustomerId = Id, Rating = 5, Text = $"{mark} liked it", At = Samples.Noon }],
            [new() { CustomerId = Id, ProductId = "kettle", At = Samples.Noon, Action = $"{mark}_view" }]);
        return true;
    }, default);

    /// <summary>Has a change made to an order and to the account, and leaves a proposal open.</summary>
    public async Task Act(IGrainFactory grains)
    {
        await Confirm(grains, await Call(grains, OrderToolNames.ModifyPendingOrderAddress,
            new { order_id = $"{mark}-pending", line1 = $"2 {mark} Road", line2 = "", city = mark, state = mark, country = mark, postal_code = mark }));
        await Confirm(grains, await Call(grains, OrderToolNames.UpdateCustomerAddress,
            new { line1 = $"3 {mark} Lane", line2 = "", city = mark, state = mark, country = mark, postal_code = mark }));
        await Call(grains, OrderToolNames.CancelPendingOrder, new { order_id = $"{mark}-pending", reason = "no longer needed" });
    }

    /// <summary>Opens a scope as a query over own records does, and leaves it behind as a crash would.</summary>
    public Task LeaveQueryScope() => storage.Get<Database>().Write(null, session => session.Dialect == Dialect.Postgres
        ? session.Execute("INSERT INTO query_scopes (transaction_id, customer_id) VALUES (pg_current_xact_id(), @Id)", new { Id })
        : Task.FromResult(0), default);

    /// <summary>Leaves what others noted: an event for the shop's systems, and what staff did.</summary>
    public Task Note() => storage.Get<Database>().Write(null, async session =>
    {
        await session.Execute(
            """
            INSERT INTO webhook_outbox (id, event_id, type, endpoint, body, created_at, due_at, attempts, state)
            VALUES (@Id, @Id, 'change', 'shop', @Body, @Noon, @Noon, 0, 'waiting')
            """, new { Id = $"w_{mark.Length}{mark[0]}", Body = JsonSerializer.Serialize(new { customerId = Id }), Samples.Noon });
        return await session.Execute(
            "INSERT INTO audit_log (id, at, actor, role, method, path, customer_id, status) VALUES (@Row, @Noon, 'kim', 'staff', 'GET', @Path, @Id, 200)",
            new { Row = $"a_{mark[0]}", Samples.Noon, Path = $"/v1/desk/customers/{Id}", Id });
    }, default);

    /// <summary>Leaves trouble that was told and tried in a conversation of theirs.</summary>
    public Task Complain() => storage.Get<Database>().Write(null, async session =>
    {
        var arguments = new { Issue = $"i_{mark[0]}", Id, Words = $"{mark} leaks", Steps = $"[\"{mark}\"]", Samples.Noon };
        const string conversation = "(SELECT min(id) FROM conversations WHERE customer_id = @Id)";
        await session.Execute("INSERT INTO known_issues (id, product_id, status, last_at) VALUES (@Issue, 'kettle', 'suspected', @Noon)", arguments);
        await session.Execute($"INSERT INTO issue_reports (issue_id, conversation_id, customer_id, symptom, at) VALUES (@Issue, {conversation}, @Id, @Words, @Noon)", arguments);
        return await session.Execute($"INSERT INTO tried_steps (customer_id, product_id, conversation_id, symptom, steps, at) VALUES (@Id, 'kettle', {conversation}, @Words, @Steps, @Noon)", arguments);
    }, default);

    private Task<ToolOutcome> Call(IGrainFactory grains, string tool, object arguments) =>
        grains.GetGrain<IToolboxGrain>(Id).Invoke(Principal.Customer(Id), tool, JsonSerializer.Serialize(arguments));

    private async Task Confirm(IGrainFactory grains, ToolOutcome proposed)
    {
        Assert.True(proposed.Proposal is not null, proposed.Text);
        var confirmed = await Call(grains, OrderToolNames.ConfirmProposal, new { proposal_id = proposed.Proposal!.Id });
        Assert.True(confirmed.Refusal is null, confirmed.Text);
    }

    private Customer Account() => new()
    {
        Id = Id,
        FirstName = $"{mark}-first",
        LastName = $"{mark}-last",
        Email = Email,
        Phone = $"{mark}-phone",
        Address = Home,
        PaymentMethods = [new() { Id = Card, Kind = PaymentMethodKind.CreditCard, Brand = mark, LastFour = mark }],
        Preferences = new JsonText($$"""{"likes":"{{mark}}"}"""),
        LoyaltyTier = mark,
        JoinedAt = Samples.Noon,
    };

    private Order Order(string name) => Samples.Order($"{mark}-{name}", Id, Samples.Noon) with
    {
        Address = Home,
        CancelReason = mark,
        Fulfillments = [new() { TrackingIds = [mark], VariantIds = ["kettle-red"], Carrier = "Post" }],
        Payments = [new() { Kind = PaymentEntryKind.Payment, Amount = new Money(15_799), PaymentMethodId = Card }],
    };
}
