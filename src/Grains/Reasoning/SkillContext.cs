using System.Text.Json;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Reasoning;

/// <summary>One ask in the hands of a skill: what was asked, what is known, the tools, and the words.</summary>
public sealed class SkillContext(
    string agent, AgentTask task, UnderstoodRequest request, OpenAsk? resuming,
    DialogueState dialogue, Toolbox toolbox, Replies replies, TimeProvider time, string? share = null)
{
    private static readonly JsonSerializerOptions StateOptions = new(JsonSerializerDefaults.Web);
    private readonly List<ToolCalled> _calls = [];
    private readonly Dictionary<string, int> _said = new(dialogue.Said);

    /// <summary>The specialist's whole part of the turn.</summary>
    public AgentTask Task { get; } = task;

    /// <summary>What the newest message says. When resuming, its intent may be no more than "yes"; the ask itself is <see cref="Ask"/>.</summary>
    public UnderstoodRequest Request { get; } = request;

    /// <summary>The ask that is served: the open one when resuming.</summary>
    public UnderstoodRequest Ask => Resuming?.Request ?? Request;

    /// <summary>The ask's words with the explanations beside them in its message.</summary>
    public string Share => share ?? Request.Ask;

    /// <summary>The slots of the newest message.</summary>
    public Slots Slots => Request.Slots;

    /// <summary>The open ask that the message answers; null for a new ask.</summary>
    public OpenAsk? Resuming { get; } = resuming;

    /// <summary>The message.</summary>
    public CustomerMessage Message => Task.Message;

    /// <summary>What was spoken of before.</summary>
    public Focus Focus => dialogue.Focus;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The tools that were called, for the log.</summary>
    public IReadOnlyList<ToolCalled> Calls => _calls;

    /// <summary>How often each reply was used, counting this ask's.</summary>
    public IReadOnlyDictionary<string, int> Said => _said;

    /// <summary>Calls a tool for the task's customer and notes it in the log.</summary>
    public async Task<ToolResult> Use(string tool, object arguments, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToElement(arguments, ToolArguments.Options);
        var result = await toolbox.Invoke(new ToolContext(Task.Who, Task.ConversationId), tool, json, cancellationToken);
        _calls.Add(new ToolCalled
        {
            Agent = agent,
            Tool = tool,
            Arguments = new JsonText(json.GetRawText()),
            Outcome = result.Refusal?.Code ?? (result.Proposal is null ? "ok" : "proposed"),
            Text = result.Text,
        });
        return result;
    }

    /// <summary>Words for a key of the specialist's replies, a different wording each time while there are any.</summary>
    public string Say(string key, object? model = null)
    {
        var count = _said.GetValueOrDefault(key);
        _said[key] = count + 1;
        return replies.Render(key, count, model);
    }

    /// <summary>Leaves the ask open for the customer's answer.</summary>
    /// <param name="awaiting">What is missing, as the skill names it.</param>
    /// <param name="question">The question, already in words.</param>
    /// <param name="state">What was gathered so far; read back by <see cref="State{T}"/>.</param>
    /// <param name="choices">Answers to offer.</param>
    /// <param name="proposal">The proposal to confirm.</param>
    public OpenAsk Open(string awaiting, string question, object? state = null, IReadOnlyList<Choice>? choices = null, Proposal? proposal = null) => new()
    {
        Id = Resuming?.Id ?? OpenAsk.NewId(),
        Agent = agent,
        Request = Ask,
        Awaiting = awaiting,
        Question = question,
        State = state is null ? JsonText.Empty : new JsonText(JsonSerializer.Serialize(state, state.GetType(), StateOptions)),
        Choices = choices ?? [],
        Proposal = proposal,
        Asked = Resuming?.Awaiting == awaiting ? Resuming.Asked + 1 : 1,
    };

    /// <summary>Puts an open question again, after saying what it is for.</summary>
    public OpenAsk Reopen(OpenAsk asked)
    {
        var key = $"why_{asked.Awaiting}";
        var why = Say(replies.Keys.Contains(key) ? key : "why");
        return asked with { Question = $"{why} {(asked.Proposal is { } proposal ? $"{proposal.Summary} Shall I go ahead?" : asked.Question)}" };
    }

    /// <summary>What an earlier turn of this ask gathered; null for a new ask.</summary>
    public T? State<T>() where T : class =>
        Resuming is null ? null : JsonSerializer.Deserialize<T>(Resuming.State.Json, StateOptions);

    /// <summary>
    /// The customer's word on the open proposal: true accepts, false declines, null when the message says neither.
    /// The explicit form wins over the text.
    /// </summary>
    public bool? Confirmation()
    {
        if (Resuming?.Proposal is not { } proposal)
            return null;
        if (Request.Alternative == Agents.Intents.Deny)
            return false;
        if (Message.Confirm is { } explicitly)
            return explicitly.ProposalId == proposal.Id ? explicitly.Accept : null;
        return Message.Choice is { } choice
            ? choice == DialogueChoices.Accept(proposal.Id) ? true : choice == DialogueChoices.Decline(proposal.Id) ? false : null
            : Request.Intent == Agents.Intents.Affirm ? true : Request.Intent is Agents.Intents.Deny or Agents.Intents.NeverMind ? false : null;
    }
}
