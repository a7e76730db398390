using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class TroubleshootSkillTests
{
    private static readonly KnowledgeHit Dark = OverlapKnowledgeIndex.Section("lamp-guide", "The lamp does not turn on",
        "1. Check the socket.\n2. Charge the battery for an hour.\n3. Hold the switch for five seconds.\n4. Clean the contacts.\n5. Replace the fuse.", "lamp");

    private static readonly KnowledgeHit Codes = OverlapKnowledgeIndex.Section("lamp-guide", "The lamp blinks",
        "- **If it blinks red,** charge the battery.\n- **If it blinks blue,** hold the switch to unpair.\n- **If it blinks E1,** let it cool down.", "lamp");

    private static readonly KnowledgeHit Smoke = OverlapKnowledgeIndex.Section("lamp-guide", "The lamp smells or smokes",
        "1. Unplug it.\n2. **Warning:** stop using a lamp whose case smells burnt.\n3. Open the window.", "lamp");

    [Fact]
    public async Task Steps_come_in_portions_of_three_and_none_twice_until_everything_was_tried()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp("2026-02-20"), Dark);
        var first = await desk.Say("my lamp does not turn on", Intents.Troubleshoot, "lamp");
        Assert.Contains("1. Check the socket.\n2. Charge the battery for an hour.\n3. Hold the switch for five seconds.", first.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Clean the contacts", first.Reply, StringComparison.Ordinal);
        Assert.Equal(new Citation { DocumentId = "lamp-guide", Title = "lamp-guide", Section = "The lamp does not turn on" }, Assert.Single(first.Citations));

        var second = await desk.Say("no", Intents.Deny);
        Assert.Contains("Clean the contacts.", second.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Check the socket", second.Reply, StringComparison.Ordinal);

        var end = await desk.Say("still dark", Intents.OutOfScope);
        Assert.Contains("Replace the fuse", end.Reply, StringComparison.Ordinal);
        Assert.Equal(["warranty", "return", "person"], end.Choices.Select(choice => choice.Id));
        Assert.Contains("under warranty until February 20, 2027", end.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", Intents.Affirm, null)]
    [InlineData("it works now, thanks", Intents.Thanks, null)]
    [InlineData("that fixed it", Intents.OutOfScope, null)]
    [InlineData("", Intents.Troubleshoot, "helped")]
    public async Task A_step_that_helped_ends_it(string text, string intent, string? choice)
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Dark);
        await desk.Say("my lamp does not turn on", Intents.Troubleshoot, "lamp");
        var solved = await desk.Say(text, intent, choice: choice);
        Assert.Equal(RequestStatus.Done, Assert.Single(solved.Requests).Status);
        Assert.Empty(desk.Dialogue.OpenAsks);
    }

    [Fact]
    public async Task What_the_customer_has_tried_is_not_suggested()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Dark);
        var first = await desk.Say("My lamp does not turn on. I already checked the socket and charged the battery.", Intents.Troubleshoot, "lamp");
        Assert.DoesNotContain("socket", first.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Charge the battery", first.Reply, StringComparison.Ordinal);
        Assert.Contains("Hold the switch", first.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_branches_only_the_one_that_fits_is_given()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Codes);
        var reply = (await desk.Say("the lamp blinks blue", Intents.Troubleshoot, "lamp")).Reply;
        Assert.Contains("hold the switch to unpair", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("cool down", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_to_stop_ends_the_steps()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Smoke, Dark);
        var first = await desk.Say("the lamp smells and smokes", Intents.Troubleshoot, "lamp");
        Assert.Contains("stop using", first.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Open the window", first.Reply, StringComparison.Ordinal);
        var end = await desk.Say("no", Intents.Deny);
        Assert.Contains(end.Choices, choice => choice.Id == "person");
        Assert.DoesNotContain("Open the window", end.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_gets_everything_that_was_tried()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Dark);
        await desk.Say("my lamp does not turn on", Intents.Troubleshoot, "lamp");
        var end = await desk.Say("", Intents.Troubleshoot, choice: "person");
        Assert.Contains("Check the socket.", end.HandOffReason, StringComparison.Ordinal);
        Assert.Contains("my lamp does not turn on", end.HandOffReason, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.HandedOff, Assert.Single(end.Requests).Status);
    }

    [Theory]
    [InlineData("2026-02-20", "warranty", "Open a warranty claim for the Lamp of order #W1. Under warranty until February 20, 2027")]
    [InlineData("2024-01-01", "person", "Tried without success")]
    public async Task The_end_offers_what_is_open_for_that_purchase(string delivered, string choice, string reason)
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(delivered), Dark);
        await desk.Say("my lamp does not turn on", Intents.Troubleshoot, "lamp");
        await desk.Say("no", Intents.Deny);
        var offer = await desk.Say("no", Intents.Deny);
        Assert.Contains(offer.Choices, one => one.Id == choice);
        Assert.Equal(delivered == "2026-02-20", offer.Choices.Any(one => one.Id == "return"));
        var end = await desk.Say("", Intents.Troubleshoot, choice: choice);
        if (choice == "warranty")
        {
            Assert.Equal("open_warranty_claim", end.Proposal?.Kind);
            end = await desk.Say("yes", Intents.Affirm);
        }
        Assert.Contains(reason, end.HandOffReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_product_and_without_a_clear_guide_the_product_is_asked()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Dark);
        var ask = await desk.Say("it is broken", Intents.Troubleshoot);
        Assert.Equal("product:lamp", Assert.Single(ask.Choices).Id);
        var steps = await desk.Say("", Intents.Troubleshoot, choice: "product:lamp");
        Assert.NotEqual(RequestStatus.Failed, Assert.Single(steps.Requests).Status);
    }

    [Fact]
    public async Task Where_no_page_fits_it_says_so_and_offers_a_person()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp("2024-01-01"), Dark);
        var end = await desk.Say("the remote interferes with my neighbour's garage", Intents.Troubleshoot, "lamp");
        Assert.Equal("person", Assert.Single(end.Choices).Id);
        Assert.Empty(end.Citations);
    }
}
