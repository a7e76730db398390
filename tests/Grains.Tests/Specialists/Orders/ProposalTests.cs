using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Shop;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;
using static SupportAgents.Grains.Tests.Specialists.Orders.Samples;

namespace SupportAgents.Grains.Tests.Specialists.Orders;

/// <summary>Proposing, confirming and declining.</summary>
public sealed class ProposalTests
{
    private static readonly object s_cancel = new { order_id = "#1", reason = "no longer needed" };
    private readonly OrderDeskFixture _desk = new(ShopWith(Order(paidWith: "gift"), Order(id: "#2", customerId: "ben", paidWith: "bens")));

    [Fact]
    public async Task Proposing_changes_nothing_and_confirming_does()
    {
        var proposal = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;

        Assert.Equal((CancelPendingOrder, new Money(-11_000), "USD"), (proposal.Kind, proposal.Amount, proposal.Currency));
        Assert.Equal(_desk.Time.GetUtcNow().AddMinutes(30), proposal.ExpiresAt);
        Assert.Equal(OrderStatus.Pending, _desk.Shop.Orders["#1"].Status);

        var done = await Confirm("ada", proposal.Id);

        Assert.Equal(OrderStatus.Cancelled, _desk.Shop.Orders["#1"].Status);
        Assert.Equal(new Money(13_000), _desk.Shop.Customers["ada"].FindPaymentMethod("gift")!.Balance);
        Assert.Contains("\"ledgerId\":\"l_1\"", done.DataJson()!.Json, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"cancelled\"", done.DataJson()!.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"before\"", done.DataJson()!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_again_gives_the_first_result()
    {
        var proposal = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Confirm("ada", proposal.Id))));

        Assert.Single(answers.Select(answer => (answer.Text, answer.DataJson()!.Json)).Distinct());
        Assert.Single(_desk.Proposals.Ledger);
        Assert.Equal(2, _desk.Shop.Orders["#1"].Version);
    }

    [Fact]
    public async Task Somebody_elses_proposal_and_order_are_not_there()
    {
        var proposal = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;

        Assert.Equal("proposal_not_found", (await Confirm("ben", proposal.Id)).Refusal!.Code);
        Assert.Equal("proposal_not_found", (await _desk.Call("ben", DeclineProposal, new { proposal_id = proposal.Id })).Refusal!.Code);
        Assert.Equal("order_not_found", (await _desk.Call("ben", CancelPendingOrder, s_cancel)).Refusal!.Code);
        Assert.Equal("nothing_to_undo", (await _desk.Call("ben", UndoAction, new { order_id = "#1" })).Refusal!.Code);
        Assert.Empty(_desk.Proposals.Ledger);
    }

    [Fact]
    public async Task Changed_order_makes_a_new_quote()
    {
        var first = (await _desk.Call("ada", ModifyPendingOrderPayment, new { order_id = "#1", payment_method_id = "card" })).Proposal!;
        await _desk.Do("ada", ModifyPendingOrderAddress, Address("2 Quay"));

        var answer = await Confirm("ada", first.Id);

        Assert.NotNull(answer.Proposal);
        Assert.NotEqual(first.Id, answer.Proposal.Id);
        Assert.Single(_desk.Shop.Orders["#1"].Payments!);
        Assert.Null((await Confirm("ada", answer.Proposal.Id)).Refusal);
        Assert.Equal(3, _desk.Shop.Orders["#1"].Payments!.Count);
    }

    [Fact]
    public async Task Changed_order_that_no_longer_allows_it_is_refused()
    {
        var change = (await _desk.Call("ada", ModifyPendingOrderPayment, new { order_id = "#1", payment_method_id = "card" })).Proposal!;
        await _desk.Do("ada", CancelPendingOrder, s_cancel);

        Assert.Equal("non_pending_order_cannot_be_modified", (await Confirm("ada", change.Id)).Refusal!.Code);
    }

    [Fact]
    public async Task Changed_price_makes_a_new_quote()
    {
        var first = (await _desk.Call("ada", ModifyPendingOrderItems, Replace(["k-red"], ["k-blue"]).AsArguments())).Proposal!;
        _desk.Shop.Add(Kettle with { Variants = [.. Kettle.Variants.Select(variant => variant.Id == "k-blue" ? variant with { Price = new Money(7_000) } : variant)] });

        var renewed = (await Confirm("ada", first.Id)).Proposal!;

        Assert.Equal((new Money(1_000), new Money(2_000)), (first.Amount, renewed.Amount));
        Assert.Empty(_desk.Proposals.Ledger);
    }

    [Fact]
    public async Task Expired_proposal_makes_a_new_one()
    {
        var first = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;
        _desk.Time.Advance(TimeSpan.FromMinutes(30));

        var renewed = (await Confirm("ada", first.Id)).Proposal!;

        Assert.NotEqual(first.Id, renewed.Id);
        Assert.Equal(OrderStatus.Pending, _desk.Shop.Orders["#1"].Status);
    }

    [Fact]
    public async Task Newer_proposal_takes_the_place_of_the_older_one()
    {
        var older = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;
        var same = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;
        var newer = (await _desk.Call("ada", CancelPendingOrder, new { order_id = "#1", reason = "ordered by mistake" })).Proposal!;

        Assert.Equal(older.Id, same.Id);
        Assert.Equal("proposal_declined", (await Confirm("ada", older.Id)).Refusal!.Code);
        Assert.Null((await Confirm("ada", newer.Id)).Refusal);
    }

    [Fact]
    public async Task Declined_proposal_cannot_be_confirmed_and_a_done_one_not_declined()
    {
        var declined = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;
        Assert.Null((await _desk.Call("ada", DeclineProposal, new { proposal_id = declined.Id })).Refusal);
        Assert.Equal("proposal_declined", (await Confirm("ada", declined.Id)).Refusal!.Code);

        var done = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;
        await Confirm("ada", done.Id);
        Assert.Equal("proposal_already_executed", (await _desk.Call("ada", DeclineProposal, new { proposal_id = done.Id })).Refusal!.Code);
    }

    [Fact]
    public async Task Proposal_is_settled_where_it_was_made_or_by_staff()
    {
        var chat = (await _desk.Call("ada", CancelPendingOrder, s_cancel, "c_1")).Proposal!;

        Assert.Equal("proposal_not_found", (await Confirm("ada", chat.Id)).Refusal!.Code);
        Assert.Equal("proposal_not_found", (await _desk.Call("ada", ConfirmProposal, new { proposal_id = chat.Id }, "c_2")).Refusal!.Code);
        Assert.Null((await _desk.Call(Principal.Staff("sam", "ada"), ConfirmProposal, new { proposal_id = chat.Id })).Refusal);
    }

    [Fact]
    public async Task Proposal_keeps_the_version_of_the_rules_and_their_time()
    {
        _desk.Shop.Policies = new ShopPolicies { Version = "7", ProposalMinutes = 5, Currency = "EUR" };

        var proposal = (await _desk.Call("ada", CancelPendingOrder, s_cancel)).Proposal!;

        Assert.Equal((_desk.Time.GetUtcNow().AddMinutes(5), "EUR"), (proposal.ExpiresAt, proposal.Currency));
        Assert.Equal("7", Assert.Single(_desk.Proposals.All).PolicyVersion);
    }

    [Theory]
    [InlineData("""{"order_id":"#1"}""")]
    [InlineData("""{"order_id":"#1","reason":null}""")]
    [InlineData("""{"order_id":"#1","reason":7}""")]
    [InlineData("""{"order_id":"#1","reason":"no longer needed","customer_id":"ben"}""")]
    [InlineData("{\"order_id\":\"#1\\u0000\",\"reason\":\"no longer needed\"}")]
    [InlineData("{\"order_id\":\"\\ud800\",\"reason\":\"no longer needed\"}")]
    [InlineData("[]")]
    public async Task Arguments_that_do_not_fit_are_refused(string json)
    {
        using var arguments = System.Text.Json.JsonDocument.Parse(json);
        var answer = await _desk.Tools.Invoke(new ToolContext(Principal.Customer("ada"), null), CancelPendingOrder, arguments.RootElement, default);

        Assert.Equal("invalid_arguments", answer.Refusal?.Code);
    }

    [Fact]
    public async Task Null_in_a_list_is_refused() => Assert.Equal("invalid_arguments",
        (await _desk.Call("ada", ReturnDeliveredOrderItems, new { order_id = "#1", variant_ids = new string?[] { null }, payment_method_id = "card" })).Refusal?.Code);

    private static object Address(string line1) =>
        new { order_id = "#1", line1, city = "Kiel", state = "SH", country = "DE", postal_code = "24103" };

    private Task<ToolResult> Confirm(string customerId, string proposalId) =>
        _desk.Call(customerId, ConfirmProposal, new { proposal_id = proposalId });
}

internal static class ReplaceArgumentsExtensions
{
    public static object AsArguments(this ReplaceArguments arguments) => new
    {
        order_id = arguments.OrderId,
        variant_ids = arguments.VariantIds,
        new_variant_ids = arguments.NewVariantIds,
        payment_method_id = arguments.PaymentMethodId,
    };
}
