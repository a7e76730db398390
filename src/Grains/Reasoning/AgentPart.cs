using System.Text.Json;
using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Reasoning;

/// <summary>
/// The running account of one specialist's part: which ask comes next, what is left open, what was said. Asks that
/// propose a change are settled one at a time, so that a "yes" can only mean one of them.
/// </summary>
public sealed partial class AgentPart
{
    private readonly AgentDefinition _agent;
    private readonly AgentTask _task;
    private readonly Queue<AgentStep> _waiting = new();
    private readonly List<OpenAsk> _open;
    private readonly List<(RequestLine Line, SkillResult Result)> _done = [];

    /// <summary>Begins with the task's asks; an answered open ask is taken up first.</summary>
    public AgentPart(AgentDefinition agent, AgentTask task)
    {
        (_agent, _task, Dialogue) = (agent, task, task.Dialogue);
        _open = [.. task.Dialogue.OpenAsks.Where(ask => ask.Agent == agent.Name && ask.Id != task.Answers?.Id)];
        var asks = task.Requests.ToList();
        if (task.Answers is { } answered)
        {
            Enqueue(TakeAnswer(answered, asks), answered);
        }
        FoldContinuations(asks);
        foreach (var ask in Arrange(asks))
            Enqueue(ask, resuming: null);
    }

    /// <summary>The dialogue with what this part changed so far.</summary>
    public DialogueState Dialogue { get; private set; }

    /// <summary>The next ask to serve; null when the part is done.</summary>
    public AgentStep? Next()
    {
        while (_waiting.TryDequeue(out var step))
        {
            if (!step.Skill.Proposes || step.Resuming is not null || !IsBlocked || ComesFirst().IsMatch(step.Request.Ask))
                return step;
            Defer(step);
        }
        var deferred = IsBlocked ? null : _open.Find(ask => ask.Awaiting == OpenAsk.Deferred);
        if (deferred is null || _agent.FindSkill(deferred.Request.Intent) is not { } skill)
            return null;
        _open.Remove(deferred);
        return new AgentStep(skill, deferred.Request, Resuming: null, JsonSerializer.Deserialize<Remainder>(deferred.State.Json)!.Share ?? deferred.Request.Ask);
    }

    /// <summary>Takes a result in.</summary>
    public void Finish(AgentStep step, SkillResult result, IReadOnlyDictionary<string, int> said)
    {
        if (result.Open is not null)
            _open.Add(result.Open);
        var request = step.Resuming?.Request ?? step.Request;
        _done.Add((new RequestLine { Ask = request.Ask, Agent = _agent.Name, Intent = request.Intent, Status = result.Status, Reason = result.Reason }, result));
        foreach (var further in result.Further)
            Defer(new AgentStep(step.Skill, further, Resuming: null, step.Share));
        var served = result.Open is null or { Awaiting: OpenAsk.Offer } && AgentNames.Specialists.Contains(_agent.Name)
            ? new ServedAsk { Request = request, Status = result.Status, State = result.Memory ?? JsonText.Empty }
            : Dialogue.Last;
        Dialogue = Dialogue with { Focus = result.Focus ?? Dialogue.Focus, Said = said, Last = served };
    }

    /// <summary>The report over all asks.</summary>
    public AgentReport Report()
    {
        var asked = _open.FindAll(ask => ask.Awaiting != OpenAsk.Deferred && _done.Exists(done => done.Result.Open == ask));
        // A question comes before an offer, and a "yes" must not mean both.
        var asking = asked.FindLast(ask => ask.Awaiting != OpenAsk.Offer) ?? asked.LastOrDefault();
        _open.RemoveAll(ask => ask.Awaiting == OpenAsk.Offer && ask != asking);
        return new AgentReport
        {
            Agent = _agent.Name,
            Reply = string.Join("\n\n", _done.Select(done => done.Result.Reply).Where(reply => reply.Length > 0)),
            Requests = [.. _done.Select(done => done.Line)],
            Proposal = asking?.Proposal,
            Choices = asking?.Choices ?? [],
            Citations = [.. _done.SelectMany(done => done.Result.Citations).Distinct()],
            Dialogue = Dialogue with { OpenAsks = _open },
            HandOffReason = _done.Select(done => done.Result.HandOffReason).FirstOrDefault(reason => reason is not null),
        };
    }

    private bool IsBlocked => _open.Exists(ask => ask.Awaiting is not (OpenAsk.Deferred or OpenAsk.Offer) && _agent.FindSkill(ask.Request.Intent)?.Proposes == true);

    /// <summary>The first ask, with those that its skill takes for a part of the same answer.</summary>
    private UnderstoodRequest TakeAnswer(OpenAsk answered, List<UnderstoodRequest> asks)
    {
        var answer = asks[0];
        asks.RemoveAt(0);
        if (_agent.FindSkill(answered.Request.Intent) is not { } skill)
            return answer;
        foreach (var other in asks.Where(ask => skill.Absorbs(answered, ask)).ToList())
        {
            answer = answer with { Ask = $"{answer.Ask}; {other.Ask}", Slots = answer.Slots.With(other.Slots) };
            asks.Remove(other);
        }
        return answer;
    }

    /// <summary>"… That was a mistake." is a part of the ask before it, however it was understood by itself.</summary>
    private void FoldContinuations(List<UnderstoodRequest> asks)
    {
        for (var i = asks.Count - 1; i > 0; i--)
        {
            if (_agent.FindSkill(asks[i - 1].Intent)?.Continues(asks[i - 1], asks[i]) != true)
                continue;
            asks[i - 1] = asks[i - 1] with { Ask = $"{asks[i - 1].Ask}. {asks[i].Ask}", Slots = asks[i - 1].Slots.With(asks[i].Slots) };
            asks.RemoveAt(i);
        }
    }

    /// <summary>Each skill shapes its asks; they stay in the order of the message, but what is final comes last.</summary>
    private IEnumerable<UnderstoodRequest> Arrange(List<UnderstoodRequest> asks) => asks
        .GroupBy(ask => _agent.FindSkill(ask.Intent))
        .SelectMany(group => group.Key?.Arrange([.. group]) ?? [.. group])
        .OrderBy(ask => _agent.FindSkill(ask.Intent)?.IsFinal == true)
        .ThenBy(ask => asks.FindIndex(said => ask.Ask.Contains(said.Ask, StringComparison.Ordinal) || said.Ask.Contains(ask.Ask, StringComparison.Ordinal)));

    private void Enqueue(UnderstoodRequest request, OpenAsk? resuming)
    {
        var skill = _agent.FindSkill(resuming?.Request.Intent ?? request.Intent);
        if (skill is not null)
            _waiting.Enqueue(new AgentStep(skill, request, resuming, MessageShare.Of(_task, request)));
        else
            _done.Add((new RequestLine { Ask = request.Ask, Agent = _agent.Name, Intent = request.Intent, Status = RequestStatus.Failed, Reason = "the desk cannot do this yet" }, SkillFailure.Of(request)));
    }

    private void Defer(AgentStep step)
    {
        const string Reason = "comes next, when the request before it is settled";
        _open.Add(new OpenAsk
        {
            Id = OpenAsk.NewId(),
            Agent = _agent.Name,
            Request = step.Request,
            Awaiting = OpenAsk.Deferred,
            Question = "",
            State = new JsonText(JsonSerializer.Serialize(new Remainder(step.Share))),
        });
        var line = new RequestLine { Ask = step.Request.Ask, Agent = _agent.Name, Intent = step.Request.Intent, Status = RequestStatus.Waiting, Reason = Reason };
        _done.Add((line, new SkillResult { Reply = step.Request.Slots.OrderIds is [var order] ? $"Order {order} comes next, once this is settled." : $"I will take “{step.Request.Ask.Trim()}” next, once this is settled.", Status = RequestStatus.Waiting, Reason = Reason }));
    }

    /// <summary>"Wait, first cancel the mugs": what is open waits below.</summary>
    [GeneratedRegex(@"^\W*(\w+\W+){0,2}(first|before (that|this)|beforehand)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ComesFirst();

    /// <summary>What a deferred ask needs of its message.</summary>
    private sealed record Remainder(string? Share);
}

/// <summary>One ask with its skill.</summary>
/// <param name="Skill">What serves it.</param>
/// <param name="Request">The ask as the newest message has it.</param>
/// <param name="Resuming">The open ask that it answers, or null.</param>
/// <param name="Share">The ask's words with the explanations beside them, also when it was deferred from an earlier message.</param>
public sealed record AgentStep(ISkill Skill, UnderstoodRequest Request, OpenAsk? Resuming, string Share);
