using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Identity;

namespace SupportAgents.Grains.Tests.Reasoning;

public sealed class AgentPartTests
{
    private const string LongTurnId = "m_0123456789012345678901234567890123456789";
    private static readonly AgentDefinition Agent = new(AgentNames.Orders, [new Proposer(), new Reader()], Replies.Parse("x: y"));

    [Fact]
    public void Asks_deferred_in_one_turn_have_different_ids()
    {
        var part = new AgentPart(Agent, Task(Intents.CancelOrder, Intents.ReturnItems, Intents.ExchangeItems));
        Finish(part, part.Next()!, waits: true);
        Assert.Null(part.Next());
        var open = part.Report().Dialogue.OpenAsks;
        Assert.Equal(3, open.Select(ask => ask.Id).Distinct().Count());
        Assert.Equal(2, open.Count(ask => ask.Awaiting == OpenAsk.Deferred));
    }

    [Fact]
    public void Reads_are_served_while_a_proposal_waits()
    {
        var part = new AgentPart(Agent, Task(Intents.CancelOrder, Intents.OrderStatus));
        Finish(part, part.Next()!, waits: true);
        Assert.Equal(Intents.OrderStatus, part.Next()!.Request.Intent);
    }

    [Fact]
    public void What_was_deferred_is_taken_up_when_the_one_before_is_settled()
    {
        var first = new AgentPart(Agent, Task(Intents.CancelOrder, Intents.ReturnItems));
        Finish(first, first.Next()!, waits: true);
        Assert.Null(first.Next());
        var dialogue = first.Report().Dialogue;

        var answered = dialogue.OpenAsks.First(ask => ask.Awaiting != OpenAsk.Deferred);
        var second = new AgentPart(Agent, Task(Intents.Affirm) with { Dialogue = dialogue, Answers = answered });
        Finish(second, second.Next()!, waits: false);
        Assert.Equal(Intents.ReturnItems, second.Next()!.Request.Intent);
    }

    [Fact]
    public void An_intent_without_a_skill_is_a_named_gap()
    {
        var part = new AgentPart(Agent, Task(Intents.WarrantyCheck));
        Assert.Null(part.Next());
        var report = part.Report();
        Assert.Equal(RequestStatus.Failed, Assert.Single(report.Requests).Status);
        Assert.Contains("ask 0", report.Reply, StringComparison.Ordinal);
    }

    private static void Finish(AgentPart part, AgentStep step, bool waits)
    {
        var open = new OpenAsk { Id = OpenAsk.NewId(), Agent = AgentNames.Orders, Request = step.Request, Awaiting = OpenAsk.Confirmation, Question = "Shall I?" };
        part.Finish(step, waits ? SkillResult.Ask(open) : SkillResult.Done("done"), new Dictionary<string, int>());
    }

    private static AgentTask Task(params string[] intents) => new()
    {
        ConversationId = "c",
        TurnId = LongTurnId,
        Who = Principal.Customer("u"),
        Message = new CustomerMessage { MessageId = LongTurnId, Text = "…" },
        Dialogue = DialogueState.Empty,
        Requests = [.. intents.Select((intent, i) => new UnderstoodRequest { Ask = $"ask {i}", Agent = Intents.Agent[intent], Intent = intent, Confidence = 1 })],
    };

    private sealed class Proposer : ISkill
    {
        IReadOnlyCollection<string> ISkill.Intents { get; } = [Intents.CancelOrder, Intents.ReturnItems, Intents.ExchangeItems];
        public bool Proposes => true;
        public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Reader : ISkill
    {
        IReadOnlyCollection<string> ISkill.Intents { get; } = [Intents.OrderStatus];
        public Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
