using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Troubleshooting;

public sealed class AnswerSkillTests
{
    private static readonly KnowledgeHit Returns = OverlapKnowledgeIndex.Section("policy-returns", "How long", "You may return goods within 30 days of delivery.", kind: KnowledgeKind.Policy);
    private static readonly KnowledgeHit Care = OverlapKnowledgeIndex.Section("lamp-manual", "Care > Cleaning", "Wipe the lamp with a damp cloth.", "lamp", KnowledgeKind.Manual);

    [Fact]
    public async Task A_question_is_answered_from_its_section_with_the_citation()
    {
        var report = await new TroubleDesk(TroubleDesk.ShopWithLamp(), Returns, Care).Say("how long do I have to return goods?", Intents.ReturnPolicy);
        Assert.StartsWith("You may return goods within 30 days of delivery.", report.Reply, StringComparison.Ordinal);
        Assert.Equal("How long", Assert.Single(report.Citations).Section);
    }

    [Fact]
    public async Task A_how_to_about_a_product_takes_that_products_manual()
    {
        var report = await new TroubleDesk(TroubleDesk.ShopWithLamp(), Returns, Care).Say("how do I clean the lamp?", Intents.HowTo, "lamp");
        Assert.Equal("lamp-manual", Assert.Single(report.Citations).DocumentId);
    }

    [Fact]
    public async Task Where_nothing_fits_a_person_is_offered_and_called_on_yes()
    {
        var desk = new TroubleDesk(TroubleDesk.ShopWithLamp(), Returns, Care);
        var offer = await desk.Say("do you sponsor football clubs in Peru?", Intents.ShopPolicy);
        Assert.Empty(offer.Citations);
        Assert.Equal(RequestStatus.Waiting, Assert.Single(offer.Requests).Status);
        var end = await desk.Say("yes", Intents.Affirm);
        Assert.Contains("football", end.HandOffReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_page_the_shops_rules_answer()
    {
        var shop = TroubleDesk.ShopWithLamp();
        shop.Policies = shop.Policies with { Contact = new ShopContact { Email = "help@shop.example", Hours = "9 to 5" } };
        var desk = new TroubleDesk(shop);
        Assert.Contains("help@shop.example (9 to 5)", (await desk.Say("how can I contact you?", Intents.ContactInformation)).Reply, StringComparison.Ordinal);
        Assert.Contains("30 days", (await desk.Say("can I return things?", Intents.ReturnPolicy)).Reply, StringComparison.Ordinal);
        Assert.Contains("12 months", (await desk.Say("what about warranty?", Intents.WarrantyTerms)).Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-10", Intents.WarrantyCheck, "under warranty until **January 10, 2027**", RequestStatus.Done)]
    [InlineData("2024-01-10", Intents.WarrantyCheck, "ended on **January 10, 2025**", RequestStatus.Declined)]
    [InlineData("2026-01-10", Intents.WarrantyClaim, "Open a warranty claim for the Lamp of order #W1.", RequestStatus.Waiting)]
    [InlineData("2024-01-10", Intents.WarrantyClaim, "ended on **January 10, 2025**", RequestStatus.Declined)]
    public async Task Warranty_is_told_from_the_purchase(string delivered, string intent, string says, RequestStatus status)
    {
        var report = await new TroubleDesk(TroubleDesk.ShopWithLamp(delivered)).Say("is my lamp under warranty?", intent, "lamp");
        Assert.Contains(says, report.Reply, StringComparison.Ordinal);
        Assert.Equal(status, Assert.Single(report.Requests).Status);
    }

    [Fact]
    public void Everything_that_is_extracted_stands_in_the_section()
    {
        var text = "The lamp is bright. It lasts 10 hours on one charge. Do not drop it.\n\nTo charge the lamp:\n\n1. Open the cover.\n2. Plug in the cable.\n3. Wait for the green light.\n\n" +
            string.Join(' ', Enumerable.Range(0, 20).Select(i => $"Filler sentence number {i} says nothing of use."));
        foreach (var question in (string[])["how do I charge the lamp?", "how long does it last?", "what about dropping it", "bright?"])
        {
            var answer = AnswerExtractor.Extract(question, text);
            Assert.NotEmpty(answer);
            Assert.All(Sentences.Of(answer), sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        }
        Assert.Equal("To charge the lamp:\n1. Open the cover.\n2. Plug in the cable.\n3. Wait for the green light.", AnswerExtractor.Extract("how do I charge the lamp?", text));
        Assert.Contains("10 hours", AnswerExtractor.Extract("how long does it last?", text), StringComparison.Ordinal);
    }
}
