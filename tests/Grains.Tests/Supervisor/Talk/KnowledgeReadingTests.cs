using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Supervisor.Talk;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Grains.Tests.Specialists.Troubleshooting;
using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Supervisor.Talk;

public sealed class KnowledgeReadingTests
{
    private static readonly KnowledgeHit[] Pages =
    [
        OverlapKnowledgeIndex.Section("warranty", "Do I need the receipt?", "No. The order number is enough for a claim.", kind: KnowledgeKind.Faq),
        OverlapKnowledgeIndex.Section("cancelling", "Undo", "A cancellation can be undone for 30 minutes.", kind: KnowledgeKind.Policy),
        OverlapKnowledgeIndex.Section("lamp-guide", "Black smoke", "Pull the plug when smoke comes out of the lamp.", "lamp"),
        OverlapKnowledgeIndex.Section("lamp-manual", "Battery", "The battery type is lithium.", "lamp", KnowledgeKind.Manual),
    ];

    [Theory]
    [InlineData("Can a cancellation be undone?", Intents.UndoAction, 0.9, Intents.ShopPolicy)]
    [InlineData("Do I need the receipt for a claim?", Intents.WarrantyClaim, 0.9, Intents.ShopPolicy)]
    [InlineData("there is black smoke out of the lamp", Intents.CheckStock, 0.4, Intents.Troubleshoot)]
    [InlineData("is the receipt enough?", Intents.OutOfScope, 0.9, Intents.ShopPolicy)]
    public async Task What_a_page_plainly_answers_is_a_question_to_the_pages(string said, string understood, double confidence, string read) =>
        Assert.Equal(read, (await Read(said, understood, confidence)).Intent);

    [Theory]
    [InlineData("undo my cancellation", Intents.UndoAction, 0.9)]
    [InlineData("can you undo the cancellation of that order?", Intents.UndoAction, 0.9)]
    [InlineData("who won the football match yesterday?", Intents.OutOfScope, 0.9)]
    [InlineData("where is the parcel?", Intents.TrackOrder, 0.9)]
    public async Task One_s_own_affairs_and_what_no_page_has_stay_what_they_are(string said, string understood, double confidence) =>
        Assert.Equal(understood, (await Read(said, understood, confidence)).Intent);

    [Theory]
    [InlineData("what is the battery type?", Intents.HowTo)]
    [InlineData("what is the price of the battery type?", Intents.ProductDetails)]
    public async Task A_fact_that_the_catalogue_does_not_tell_is_looked_up_in_the_manual_of_what_is_spoken_of(string said, string read) =>
        Assert.Equal(read, (await Read(said, Intents.ProductDetails, 0.9, new Focus { ProductId = "lamp" })).Intent);

    private static async Task<UnderstoodRequest> Read(string said, string intent, double confidence, Focus? focus = null)
    {
        var shop = new InMemoryShop().Add(new Product { Id = "lamp", Name = "Lamp", Variants = [new Variant { Id = "lamp-1", Options = new Dictionary<string, string>(), Price = Money.Zero, Available = true }] });
        var request = new UnderstoodRequest { Ask = said, Agent = Intents.Agent[intent], Intent = intent, Confidence = confidence };
        var read = await new KnowledgeReading(new OverlapKnowledgeIndex(Pages), new InMemoryCatalogStore(shop)).Read(
            new CustomerMessage { MessageId = "m1", Text = said }, new UnderstoodMessage { Requests = [request] }, DialogueState.Empty with { Focus = focus ?? new Focus() }, CancellationToken.None);
        return Assert.Single(read.Requests);
    }
}
