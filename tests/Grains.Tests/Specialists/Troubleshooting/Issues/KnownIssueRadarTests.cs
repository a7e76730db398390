using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting.Issues;

public sealed class KnownIssueRadarTests
{
    private static readonly KnowledgeHit Guide = OverlapKnowledgeIndex.Section("lamp-guide", "The lamp blinks", "1. Charge it.\n2. Hold the switch.", "lamp");

    [Fact]
    public async Task What_a_customer_tells_is_noted_with_its_conversation()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Guide);
        await desk.Say("my lamp blinks red at night", Intents.Troubleshoot, "lamp");
        var issue = Assert.Single(await desk.Issues.List([KnownIssueStatus.Suspected], DateTimeOffset.MinValue, default));
        Assert.Equal(("lamp", 1), (issue.ProductId, issue.Customers));
        Assert.Equal(("c_1", "mia", "my lamp blinks red at night"), (issue.Reports[0].ConversationId, issue.Reports[0].CustomerId, issue.Reports[0].Symptom));
    }

    [Fact]
    public async Task The_next_customer_is_told_the_answer_of_a_confirmed_issue_before_any_step()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Guide);
        await Confirm(desk, "lamps blink red at night", "A faulty batch: update it to 1.2.");
        var told = await desk.Say("my lamp blinks red at night", Intents.Troubleshoot, "lamp");
        Assert.Contains("A faulty batch: update it to 1.2.", told.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Charge it", told.Reply, StringComparison.Ordinal);
        Assert.Equal(["helped", "not_helped", "person"], told.Choices.Select(choice => choice.Id));

        var next = await desk.Say("no", Intents.Deny);
        Assert.Contains("Charge it.", next.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("A faulty batch", next.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_trouble_of_the_product_is_not_answered_with_it()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Guide);
        await Confirm(desk, "lamps blink red at night", "A faulty batch.");
        var told = await desk.Say("the foot of my lamp is scratched", Intents.Troubleshoot, "lamp");
        Assert.DoesNotContain("A faulty batch", told.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_failed_in_an_earlier_conversation_are_left_out_and_told_to_a_person()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Guide);
        await desk.Tried.Remember(new TriedSteps
        {
            CustomerId = "mia",
            ProductId = "lamp",
            ConversationId = "c_0",
            Symptom = "the lamp blinks red",
            Steps = ["Charge it."],
            At = desk.Time.GetUtcNow().AddDays(-30),
        }, default);
        var first = await desk.Say("my lamp blinks red again", Intents.Troubleshoot, "lamp");
        Assert.Contains("Hold the switch.", first.Reply, StringComparison.Ordinal);
        Assert.Contains("last time", first.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Charge it", first.Reply, StringComparison.Ordinal);
        var person = await desk.Say("", Intents.Troubleshoot, choice: "person");
        Assert.Contains("Charge it.", person.HandOffReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_kept_for_the_next_conversation()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Guide);
        await desk.Say("my lamp blinks red", Intents.Troubleshoot, "lamp");
        await desk.Say("no", Intents.Deny);
        Assert.Equal(["Charge it.", "Hold the switch."], Assert.Single(await desk.Tried.Of("mia", "lamp", DateTimeOffset.MinValue, default)).Steps);
    }

    private static async Task Confirm(TroubleDesk desk, string symptom, string answer)
    {
        var issue = await desk.Issues.Report("lamp", new IssueReport { ConversationId = "c_9", CustomerId = "ben", Symptom = symptom, At = desk.Time.GetUtcNow() },
            DateTimeOffset.MinValue, _ => null, default);
        await desk.Issues.Settle(issue.Id, KnownIssueStatus.Confirmed, answer, default);
    }
}
