using SupportAgents.Agents;

namespace SupportAgents.Silo.Tests.Understanding;

/// <summary>Where one ask of a message ends and another begins.</summary>
public sealed class AskSplittingTests(UnderstandingFixture understanding) : IClassFixture<UnderstandingFixture>
{
    [Theory]
    [InlineData("cancel order #W1234567 and tell me what shipping costs", Intents.CancelOrder, Intents.ShippingPolicy)]
    [InlineData("cancel order #W1234567. what does shipping cost", Intents.CancelOrder, Intents.ShippingPolicy)]
    [InlineData("where is my refund\nhow do i descale the kettle", Intents.RefundStatus, Intents.HowTo)]
    [InlineData("what is your return policy, what cards do you accept, and when are you open", Intents.ReturnPolicy, Intents.PaymentPolicy, Intents.ContactInformation)]
    [InlineData("1) cancel #W1234567 2) what does express shipping cost", Intents.CancelOrder, Intents.ShippingPolicy)]
    [InlineData("1. where is my refund 2. what cards do you accept 3. what is your return policy", Intents.RefundStatus, Intents.PaymentPolicy, Intents.ReturnPolicy)]
    [InlineData("hello there! two things: delete my account, and what is your phone number. thanks", Intents.DeleteMyData, Intents.ContactInformation)]
    [InlineData("i want to return the boots can you also tell me what cards you accept", Intents.ReturnItems, Intents.PaymentPolicy)]
    [InlineData("is the kettle in stock? is the desk lamp in stock?", Intents.CheckStock, Intents.CheckStock)]
    public async Task Each_ask_of_a_message_is_found(string text, params string[] intents) =>
        Assert.Equal(intents, (await understanding.Read(text)).Select(request => request.Intent));

    [Theory]
    [InlineData("return the kettle and the mouse", Intents.ReturnItems)]
    [InlineData("please cancel my order because i found it cheaper and it takes too long", Intents.CancelOrder)]
    [InlineData("i bought the boots last week. they are too small. i want to return them", Intents.ReturnItems)]
    [InlineData("find me a desk lamp, my budget is 60 dollars", Intents.FindProducts)]
    [InlineData("what is the difference between the kettle, the lamp and the chair", Intents.CompareProducts)]
    public async Task What_belongs_to_one_ask_is_none_of_its_own(string text, string intent) =>
        Assert.Equal(intent, Assert.Single(await understanding.Read(text)).Intent);

    [Fact]
    public async Task A_long_message_is_read_to_its_end()
    {
        var requests = await understanding.Read(string.Concat(Enumerable.Repeat("it was a long and rainy day. ", 60)) + "what is your return policy?");

        Assert.Contains(requests, request => request.Intent == Intents.ReturnPolicy);
    }
}
