using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Supervisor;

public sealed class DialogueRouterTests
{
    [Fact]
    public void Asks_for_two_agents_become_two_parts_in_order()
    {
        var plan = Route("where is #W1 and do you have kettles?", Request(Intents.OrderStatus), Request(Intents.FindProducts));
        Assert.Equal([AgentNames.Orders, AgentNames.Recommendations], plan.Parts.Select(part => part.Agent));
        Assert.All(plan.Parts, part => Assert.Null(part.Answers));
    }

    [Fact]
    public void A_part_whose_it_is_found_by_an_earlier_part_waits()
    {
        var plan = Route("what was in my last order, and is there something similar to it?",
            Request(Intents.OrderDetails), Request(Intents.SimilarProducts, slots: new Slots { Anaphora = true }));
        Assert.Equal([false, true], plan.Parts.Select(part => part.Waits));
    }

    [Fact]
    public void Yes_confirms_the_only_open_proposal()
    {
        var ask = Proposing("p_1");
        var plan = Route("yes please", [ask], Request(Intents.Affirm));
        Assert.Equal((AgentNames.Orders, ask), (plan.Parts[0].Agent, plan.Parts[0].Answers));
    }

    [Fact]
    public void Yes_with_two_open_proposals_goes_to_neither()
    {
        var plan = Route("yes", [Proposing("p_1"), Proposing("p_2")], Request(Intents.Affirm));
        Assert.Equal((DialogueRouter.Desk, (OpenAsk?)null), (plan.Parts[0].Agent, plan.Parts[0].Answers));
    }

    [Fact]
    public void Yes_without_an_open_question_confirms_nothing()
    {
        var plan = Route("yes", Request(Intents.Affirm));
        Assert.Equal((DialogueRouter.Desk, (OpenAsk?)null), (plan.Parts[0].Agent, plan.Parts[0].Answers));
    }

    [Fact]
    public void An_explicit_confirmation_names_its_proposal_whatever_is_on_top()
    {
        var first = Proposing("p_1");
        var message = Message("") with { Confirm = new Confirmation { ProposalId = "p_1", Accept = true } };
        var plan = DialogueRouter.Route(message, Understood(Request(Intents.OutOfScope)), Dialogue([first, Proposing("p_2")]));
        Assert.Equal((first, Intents.Affirm), (plan.Parts[0].Answers, plan.Parts[0].Requests[0].Intent));
    }

    [Fact]
    public void A_confirmation_of_a_settled_proposal_still_reaches_the_agent()
    {
        var message = Message("") with { Confirm = new Confirmation { ProposalId = "p_gone", Accept = true } };
        var plan = DialogueRouter.Route(message, Understood(Request(Intents.OutOfScope)), DialogueState.Empty);
        Assert.Equal((AgentNames.Orders, (OpenAsk?)null), (plan.Parts[0].Agent, plan.Parts[0].Answers));
    }

    [Fact]
    public void A_choice_goes_to_the_question_that_offered_it()
    {
        var asked = Asking("order") with { Choices = [new Choice { Id = "order:#W1", Label = "#W1" }] };
        var message = Message("#W1") with { Choice = "order:#W1" };
        var plan = DialogueRouter.Route(message, Understood(Request(Intents.OrderStatus)), Dialogue([asked]));
        Assert.Equal(asked, plan.Parts[0].Answers);
    }

    [Fact]
    public void A_short_reply_that_names_what_is_awaited_is_the_answer()
    {
        var asked = Asking("items");
        var kettle = Request(Intents.FindProducts, "the kettle", 0.66, new Slots { Products = [new ProductMention { Text = "kettle" }] });
        Assert.Equal(asked, Route("the kettle", [asked], kettle).Parts[0].Answers);
    }

    [Fact]
    public void A_clear_question_about_something_else_is_an_interruption()
    {
        var asked = Asking("items");
        var plan = Route("before that, what is your return policy?", [asked], Request(Intents.ReturnPolicy, "what is your return policy?"));
        Assert.Equal((AgentNames.Troubleshooting, (OpenAsk?)null), (plan.Parts[0].Agent, plan.Parts[0].Answers));
    }

    [Fact]
    public void Words_that_mean_nothing_by_themselves_answer_the_open_question()
    {
        var asked = Asking("reason");
        Assert.Equal(asked, Route("it simply does not fit my kitchen", [asked], Request(Intents.OutOfScope, confidence: 0.5)).Parts[0].Answers);
    }

    [Fact]
    public void An_unsure_ask_is_asked_back()
    {
        var unsure = Request(Intents.ReturnItems, confidence: 0.3) with { Alternative = Intents.ExchangeItems };
        Assert.Equal(DialogueRouter.Desk, Route("about the kettle", unsure).Parts[0].Agent);
    }

    [Fact]
    public void Picking_a_meaning_takes_the_original_ask_there()
    {
        var clarified = Asking("meaning") with
        {
            Agent = DialogueRouter.Desk,
            Choices = [new Choice { Id = "meaning:return_items", Label = "Return something" }],
        };
        var message = Message("Return something") with { Choice = "meaning:return_items" };
        var part = DialogueRouter.Route(message, Understood(Request(Intents.OutOfScope)), Dialogue([clarified])).Parts[0];
        Assert.Equal((AgentNames.Orders, Intents.ReturnItems, clarified.Request.Ask), (part.Agent, part.Requests[0].Intent, part.Requests[0].Ask));
    }

    [Theory]
    [InlineData(true, false, AgentNames.Orders)]
    [InlineData(false, true, AgentNames.Troubleshooting)]
    [InlineData(false, false, DialogueRouter.Desk)]
    public void A_complaint_goes_to_the_agent_of_the_thing_complained_about(bool namesOrder, bool namesProduct, string agent)
    {
        var slots = new Slots { OrderIds = namesOrder ? ["#W1"] : null, Products = namesProduct ? [new ProductMention { Text = "kettle" }] : null };
        Assert.Equal(agent, Route("this is a disgrace", Request(Intents.Complaint, slots: slots)).Parts[0].Agent);
    }

    private static RoutingPlan Route(string text, params UnderstoodRequest[] requests) => Route(text, [], requests);

    private static RoutingPlan Route(string text, OpenAsk[] open, params UnderstoodRequest[] requests) =>
        DialogueRouter.Route(Message(text), Understood(requests), Dialogue(open));

    private static DialogueState Dialogue(OpenAsk[] open) => new() { OpenAsks = open };

    private static UnderstoodMessage Understood(params UnderstoodRequest[] requests) => new() { Requests = requests };

    private static CustomerMessage Message(string text) => new() { MessageId = "m1", Text = text };

    private static UnderstoodRequest Request(string intent, string ask = "the ask", double confidence = 0.95, Slots? slots = null) =>
        new() { Ask = ask, Agent = Intents.Agent[intent], Intent = intent, Confidence = confidence, Slots = slots ?? new Slots() };

    private static OpenAsk Asking(string awaiting) => new()
    {
        Id = $"a_{awaiting}",
        Agent = AgentNames.Orders,
        Request = Request(Intents.ReturnItems, "return something"),
        Awaiting = awaiting,
        Question = "Which one?",
    };

    private static OpenAsk Proposing(string proposalId) => Asking(OpenAsk.Confirmation) with
    {
        Id = $"a_{proposalId}",
        Choices = [new Choice { Id = DialogueChoices.Accept(proposalId), Label = "Confirm" }],
        Proposal = new Proposal { Id = proposalId, Kind = "return_delivered_order_items", Summary = "Return it", Currency = "USD", Amount = Money.Zero, ExpiresAt = DateTimeOffset.MaxValue },
    };
}
