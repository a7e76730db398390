using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Supervisor;
using SupportAgents.Grains.Tests.Reasoning.Models;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Tests.Supervisor;

public sealed class RequestPlannerTests : IDisposable
{
    private const string Text = "My kettle is broken and what does a new one cost?";
    private readonly ScriptedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task A_sure_understanding_asks_no_model()
    {
        var plan = await Plan(Request(Text, Intents.Troubleshoot, 0.9));

        Assert.Equal((0, AgentNames.Troubleshooting), (plan.Usage.ModelCalls, plan.Routing.Parts.Single().Agent));
    }

    [Fact]
    public async Task An_unsure_one_asks_and_what_depends_on_another_waits_for_it()
    {
        Decide(new { ask = "My kettle is broken", intent = Intents.Troubleshoot, depends_on = Array.Empty<int>() }, new { ask = "what does a new one cost?", intent = Intents.ProductDetails, depends_on = new[] { 0 } });

        var plan = await Plan(Request(Text, Intents.Troubleshoot, 0.3));

        Assert.Equal(1, plan.Usage.ModelCalls);
        Assert.Equal([(AgentNames.Troubleshooting, 0), (AgentNames.Recommendations, 1)], plan.Routing.Parts.Select(part => (part.Agent, part.Wave)));
    }

    [Fact]
    public async Task Asks_that_depend_on_each_other_in_a_circle_run()
    {
        Decide(new { ask = "a", intent = Intents.Troubleshoot, depends_on = new[] { 1, 7, -1 } }, new { ask = "b", intent = Intents.ProductDetails, depends_on = new[] { 0 } });

        Assert.Equal(2, (await Plan(Request(Text, Intents.Troubleshoot, 0.3))).Routing.Parts.Count);
    }

    [Fact]
    public async Task A_decision_in_plain_text_counts()
    {
        _model.Answer(Text, ScriptedModel.Say($$"""Here it is: {"requests":[{"ask":"{{Text}}","intent":"product_details"}]}"""));

        Assert.Equal(AgentNames.Recommendations, (await Plan(Request(Text, Intents.Troubleshoot, 0.3))).Routing.Parts.Single().Agent);
    }

    [Theory]
    [InlineData("""{"requests":[]}""")]
    [InlineData("""{"requests":[{"ask":"x","intent":"rob_bank"}]}""")]
    [InlineData("""{"requests":"no"}""")]
    [InlineData("no idea")]
    [InlineData("{")]
    public async Task A_decision_that_makes_no_sense_leaves_it_to_the_understanding(string said)
    {
        _model.Answer(Text, ScriptedModel.Say(said));

        Assert.Equal(AgentNames.Troubleshooting, (await Plan(Request(Text, Intents.Troubleshoot, 0.5))).Routing.Parts.Single().Agent);
    }

    [Fact]
    public async Task A_failing_model_leaves_it_to_the_understanding()
    {
        _model.Fail(Text, ModelFailure.Throttled);

        Assert.Equal(AgentNames.Troubleshooting, (await Plan(Request(Text, Intents.Troubleshoot, 0.5))).Routing.Parts.Single().Agent);
    }

    [Fact]
    public async Task The_model_may_say_that_the_open_question_is_answered()
    {
        var open = new OpenAsk { Id = "a", Agent = AgentNames.Orders, Request = Request("return it", Intents.ReturnItems, 1), Awaiting = OpenAsk.Reply, Question = "Which one?" };
        _model.Answer(Text, ScriptedModel.Use(("plan_requests", new { requests = new[] { new { ask = Text, intent = Intents.OutOfScope, answers_question = true } } })));

        var part = (await Plan(Request(Text, Intents.Recommend, 0.5), open)).Routing.Parts.Single();

        Assert.Equal((AgentNames.Orders, "a"), (part.Agent, part.Answers?.Id));
    }

    private void Decide(params object[] requests) => _model.Answer(Text, ScriptedModel.Use(("plan_requests", new { requests })));

    private Task<RequestPlan> Plan(UnderstoodRequest understood, params OpenAsk[] open)
    {
        var planner = new RequestPlanner(_model, Options.Create(new AgentModelOptions()), TimeProvider.System, NullLogger<RequestPlanner>.Instance);
        var task = new SupervisorTask
        {
            ConversationId = "c",
            TurnId = "t",
            Who = Principal.Customer("c1"),
            Message = new CustomerMessage { MessageId = "t", Text = Text },
            Dialogue = new DialogueState { OpenAsks = open },
        };
        return planner.Plan(task, new UnderstoodMessage { Requests = [understood] }, ask => Task.FromResult(new UnderstoodMessage { Requests = [Request(ask, Intents.OutOfScope, 0.2)] }), CancellationToken.None);
    }

    private static UnderstoodRequest Request(string ask, string intent, double confidence) => new() { Ask = ask, Agent = Intents.Agent[intent], Intent = intent, Confidence = confidence };
}
