using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;
using static SupportAgents.Grains.Tests.Reasoning.Models.ScriptedModel;

namespace SupportAgents.Grains.Tests.Reasoning.Models;

[Collection(ModelDeskCollection.Name)]
public sealed class ModelTurnTests(ModelDesk desk)
{
    [Fact]
    public async Task A_single_ask_costs_the_tool_call_and_the_answer()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        desk.Model.Answer(order.Id, Use(("track_order", new { order_id = order.Id })), Say($"Your order {order.Id} is shipped."));

        var answer = await chat.Say($"Where is {order.Id}?");

        Assert.Equal((AnswerMode.Model, 2, $"Your order {order.Id} is shipped."), (answer.Mode, answer.Usage.ModelCalls, answer.Reply));
        Assert.Equal((AnswerStatus.Answered, RequestStatus.Done), (answer.Status, answer.Requests.Single().Status));
        Assert.Equal((20, 10), (answer.Usage.InputTokens, answer.Usage.OutputTokens));
    }

    [Fact]
    public async Task A_write_waits_for_the_customer_and_is_executed_without_a_model()
    {
        var (chat, order) = await Open(OrderStatus.Pending, "mouse-wired");
        desk.Model.Answer(order.Id, Use(("cancel_pending_order", new { order_id = order.Id, reason = "no longer needed" })), Say("Cancelling gives you $60.00 back. Shall I go ahead?"));

        var proposed = await chat.Say($"Please cancel {order.Id}, I no longer need it.");
        Assert.Equal((AnswerStatus.AwaitingConfirmation, OrderStatus.Pending), (proposed.Status, desk.Shop.Orders[order.Id].Status));
        Assert.Equal(2, proposed.Choices.Count);
        var done = await chat.Say("yes");

        Assert.Equal(OrderStatus.Cancelled, desk.Shop.Orders[order.Id].Status);
        Assert.Equal((AnswerMode.Model, 0, RequestStatus.Done, Intents.CancelOrder), (done.Mode, done.Usage.ModelCalls, done.Requests[0].Status, done.Requests[0].Intent));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_button_settles_a_proposal(bool accept)
    {
        var (chat, order) = await Open(OrderStatus.Pending, "mouse-wired");
        desk.Model.Answer(order.Id, Use(("cancel_pending_order", new { order_id = order.Id, reason = "no longer needed" })), Say("Shall I cancel it?"));
        await chat.Say($"Please cancel {order.Id}, I no longer need it.");

        var answer = await chat.PickId(chat.Last.Choices[accept ? 0 : 1].Id);

        Assert.Equal(accept ? OrderStatus.Cancelled : OrderStatus.Pending, desk.Shop.Orders[order.Id].Status);
        Assert.Equal(accept ? RequestStatus.Done : RequestStatus.Declined, answer.Requests.Single().Status);
        Assert.Null(answer.Proposal);
    }

    [Fact]
    public async Task Of_two_changes_the_second_comes_when_the_first_is_settled()
    {
        var (chat, first) = await Open(OrderStatus.Pending, "mouse-wired");
        var second = desk.Shop.Customers[chat.CustomerId].Order(OrderStatus.Delivered, "lamp-silver-low");
        desk.Shop.Add(second);
        var pay = TestShop.Paypal.Id;
        desk.Model.Answer(first.Id,
            Use(("cancel_pending_order", new { order_id = first.Id, reason = "no longer needed" }), ("return_delivered_order_items", new { order_id = second.Id, variant_ids = new[] { "lamp-silver-low" }, payment_method_id = pay })),
            Say("Cancelling gives you $60.00 back. Shall I go ahead?"),
            Use(("return_delivered_order_items", new { order_id = second.Id, variant_ids = new[] { "lamp-silver-low" }, payment_method_id = pay })),
            Say("Now the lamp: you would get $30.00 back. Shall I?"));

        var answer = await chat.Say($"Please cancel {first.Id}, I no longer need it. Return the lamp of {second.Id}.");
        Assert.Equal([RequestStatus.Waiting, RequestStatus.Waiting], answer.Requests.Select(line => line.Status));
        var next = await chat.Confirm();
        Assert.Equal((AnswerStatus.AwaitingConfirmation, 2), (next.Status, next.Usage.ModelCalls));
        await chat.Say("yes");

        Assert.Equal((OrderStatus.Cancelled, OrderStatus.ReturnRequested), (desk.Shop.Orders[first.Id].Status, desk.Shop.Orders[second.Id].Status));
    }

    [Fact]
    public async Task The_reply_to_a_question_goes_back_to_the_specialist_that_asked()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        desk.Model.Answer("the blue parcel", Say("Which order do you mean?"), Use(("track_order", new { order_id = order.Id })), Say("It is shipped."));

        var asked = await chat.Say("Where is the blue parcel?");
        var answer = await chat.Say("the one with the mouse");

        Assert.Equal(AnswerStatus.NeedsInput, asked.Status);
        Assert.Equal((AnswerMode.Model, 2, "orders", Intents.OrderStatus), (answer.Mode, answer.Usage.ModelCalls, answer.Agents.Single(), answer.Requests.Single().Intent));
    }

    [Theory]
    [InlineData(ModelFailure.Unavailable)]
    [InlineData(ModelFailure.CircuitOpen)]
    [InlineData(ModelFailure.ContextTooLong)]
    [InlineData(ModelFailure.OverBudget)]
    public async Task Where_the_model_fails_the_built_in_reasoner_answers(ModelFailure failure)
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        desk.Model.Fail(order.Id, failure);

        var answer = await chat.Say($"Where is {order.Id}?");

        Assert.Equal((AnswerMode.Degraded, AnswerStatus.Answered), (answer.Mode, answer.Status));
        Assert.Contains("shipped", answer.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_in_the_middle_is_answered_once_and_the_next_turn_uses_the_model_again()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        desk.Model.Answer(order.Id, [new Microsoft.Extensions.AI.TextContent("Your order "), new Microsoft.Extensions.AI.ErrorContent("cut")], Use(("track_order", new { order_id = order.Id })), Say("It is shipped."));

        var first = await chat.Say($"Where is {order.Id}?");
        var second = await chat.Say($"Where is {order.Id} now?");

        Assert.Equal((AnswerMode.Degraded, AnswerMode.Model), (first.Mode, second.Mode));
    }

    [Fact]
    public async Task Of_an_answer_that_is_too_long_for_the_model_the_half_sentence_at_its_end_is_left_out()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        desk.Model.Answer(order.Id, Use(("track_order", new { order_id = order.Id })), SayCut("It is shipped. And the rest of this"));

        Assert.Equal("It is shipped.", (await chat.Say($"Where is {order.Id}?")).Reply);
    }

    [Fact]
    public async Task Reads_of_one_step_run_at_the_same_time()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        var (running, both) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        desk.Model.Answer(order.Id, _ =>
        {
            desk.Tools.BeforeOrdersOf(chat.CustomerId, () =>
            {
                if (Interlocked.Increment(ref running) == 2)
                    both.SetResult();
                return both.Task.WaitAsync(TimeSpan.FromSeconds(20));
            });
            return Task.FromResult(Use(("list_orders", new { }), ("list_orders", new { })));
        });
        desk.Model.Answer(order.Id, Say("It is shipped."));

        var answer = await chat.Say($"Where is {order.Id}?");

        Assert.Equal(("It is shipped.", AnswerMode.Model, 2), (answer.Reply, answer.Mode, running));
    }

    [Fact]
    public async Task Two_asks_are_served_at_the_same_time_and_joined_with_five_calls()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        desk.Model.Answer("<role>\nYou are the order specialist", Use(("track_order", new { order_id = order.Id })), Say($"Order {order.Id} is shipped."));
        desk.Model.Answer("<role>\nYou are the product specialist", Use(("find_products", new { query = "desk lamp" })), Say("The Desk Lamp starts at $30.00."));
        desk.Model.Answer("<role>\nYou join the reports", Say($"Order {order.Id} is shipped, and the Desk Lamp starts at $30.00."));

        var answer = await chat.Say($"Where is {order.Id}? Recommend me a lamp.");

        Assert.Equal((AnswerMode.Model, 5), (answer.Mode, answer.Usage.ModelCalls));
        Assert.Equal($"Order {order.Id} is shipped, and the Desk Lamp starts at $30.00.", answer.Reply);
        Assert.Equal(["orders", "recommendations"], answer.Agents);
    }

    [Fact]
    public async Task Where_the_understanding_is_unsure_the_model_routes()
    {
        var (chat, order) = await Open(OrderStatus.Shipped, "mouse-wired");
        const string text = "Hmm, my thing, any news?";
        desk.Model.Answer(text, Use(("plan_requests", new { requests = new[] { new { ask = text, intent = Intents.TrackOrder } } })), Use(("track_order", new { order_id = order.Id })), Say("It is shipped."));

        var answer = await chat.Say(text);

        Assert.Equal((AnswerMode.Model, 3, "orders"), (answer.Mode, answer.Usage.ModelCalls, answer.Agents.Single()));
    }

    private async Task<(DeskChat Chat, Order Order)> Open(OrderStatus status, params string[] variants)
    {
        var customer = TestShop.Customer();
        var order = customer.Order(status, variants);
        desk.Shop.Add(order);
        return (await desk.Open(customer), order);
    }
}
