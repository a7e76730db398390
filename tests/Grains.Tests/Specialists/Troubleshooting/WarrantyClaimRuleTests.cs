using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using System.Text.Json;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class WarrantyClaimRuleTests
{
    [Theory]
    [InlineData("2026-02-20", "#W1", "lamp-1", "dark", null)]
    [InlineData("2024-01-01", "#W1", "lamp-1", "dark", "not_under_warranty")]
    [InlineData("2026-02-20", "#W9", "lamp-1", "dark", "order_not_found")]
    [InlineData("2026-02-20", "#W1", "lamp-9", "dark", "item_not_found")]
    [InlineData("2026-02-20", "#W1", "lamp-1", "  ", "no_fault_given")]
    public async Task A_claim_is_proposed_only_for_a_unit_under_warranty(string delivered, string order, string variant, string fault, string? refusal)
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(delivered));
        var result = await Propose(desk, order, variant, fault);
        Assert.Equal(refusal, result.Refusal?.Code);
        Assert.Equal(refusal is null, result.Proposal is not null);
    }

    [Fact]
    public async Task The_proposal_tells_the_term_the_fault_and_the_clause_and_costs_nothing()
    {
        var proposal = (await Propose(new TroubleDesk(TroubleDesk.ShopWithLamp("2026-02-20")), "#W1", "lamp-1", " it stays dark ")).Proposal!;
        Assert.Equal("open_warranty_claim", proposal.Kind);
        Assert.Equal("Open a warranty claim for the Lamp of order #W1.", proposal.Summary);
        Assert.Equal(["Under warranty until February 20, 2027, 12 months from delivery", "Fault: it stays dark", "Covered: Faults of material."], proposal.Lines.Select(line => line.Text));
        Assert.Equal(SupportAgents.Shop.Money.Zero, proposal.Amount);
    }

    [Fact]
    public async Task A_customer_who_confirms_has_the_claim_opened_once_and_a_person_gets_the_facts()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp("2026-02-20"));
        var ask = await desk.Say("I want to claim the warranty of my lamp, it stays dark", Intents.WarrantyClaim, "lamp");
        Assert.Equal(RequestStatus.Waiting, Assert.Single(ask.Requests).Status);
        Assert.NotNull(ask.Proposal);
        var done = await desk.Say("yes", Intents.Affirm);
        Assert.Equal(RequestStatus.HandedOff, Assert.Single(done.Requests).Status);
        Assert.Contains("order #W1", done.HandOffReason, StringComparison.Ordinal);
        Assert.Contains("it stays dark", done.HandOffReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_declines_has_no_claim()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp("2026-02-20"));
        await desk.Say("claim the warranty of my lamp", Intents.WarrantyClaim, "lamp");
        var left = await desk.Say("no", Intents.Deny);
        Assert.Equal(RequestStatus.Declined, Assert.Single(left.Requests).Status);
        Assert.Empty(desk.Dialogue.OpenAsks);
    }

    private static Task<ToolResult> Propose(TroubleDesk desk, string order, string variant, string fault) => desk.Tools.Invoke(
        new ToolContext(Principal.Customer("mia"), "c_1"), TroubleshootingTools.OpenWarrantyClaim,
        JsonSerializer.SerializeToElement(new { order_id = order, variant_id = variant, fault }), CancellationToken.None);
}
