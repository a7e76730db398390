using System.Globalization;
using Microsoft.Extensions.AI;
using SupportAgents.Agents;
using SupportAgents.Conversations;
using SupportAgents.Grains.Reasoning.Checks;

namespace SupportAgents.Grains.Reasoning.Models;

/// <summary>
/// The one mapping from a conversation's entries to what a model sees, and to what may be stated because it was said
/// before. Earlier talk is cut to a budget of tokens, newest first; before it stands the rolling summary. Tool calls of
/// earlier turns are left out together with their results: what they told is in the agents' words.
/// </summary>
public sealed class Transcript(AgentTask task, AgentBrief brief, DateTimeOffset now)
{
    /// <summary>A key of <see cref="AIContent.AdditionalProperties"/>: everything up to this content stays the same, so that a provider may cache it.</summary>
    public const string CacheMark = "supportagents:cache";

    private const int CharactersPerToken = 4;

    /// <summary>The messages of a specialist's part.</summary>
    public List<ChatMessage> Messages(int historyTokens)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, [Marked(brief.Prompt)]) };
        var (history, left) = Newest(historyTokens * CharactersPerToken);
        if (task.Summary is { Length: > 0 } summary)
            history.Insert(0, (ChatRole.User, Prompts.Data("summary", summary)));
        if (left && history.Count > 0 && history[0].Role == ChatRole.Assistant)
            history.Insert(0, (ChatRole.User, Prompts.Data("summary", "The conversation began earlier.")));
        foreach (var (role, text) in history)
        {
            if (messages[^1].Role == role)
                messages[^1].Contents.Add(new TextContent(text));
            else
                messages.Add(new ChatMessage(role, text));
        }
        if (messages.Count > 1)
            Mark(messages[^1].Contents[^1]);
        if (messages[^1].Role == ChatRole.User)
            messages[^1].Contents.Add(new TextContent(Now()));
        else
            messages.Add(new ChatMessage(ChatRole.User, Now()));
        return messages;
    }

    /// <summary>What was told before this part: by agents and staff, by the reports that it waited for, by open proposals.</summary>
    public Evidence Evidence()
    {
        var evidence = new Evidence(DateOnly.FromDateTime(now.UtcDateTime));
        foreach (var item in task.Recent)
        {
            if (item.Role == "customer")
                evidence.AddMention(item.Text);
            else
                evidence.AddFact(item.Text);
            if (item.Answer is { } answer && answer.Requests.Any(line => line.Status == RequestStatus.Done && brief.Proposing.ContainsKey(line.Intent)))
                evidence.AddDone(item.Text);
            if (item.Answer?.Proposal is { } proposed)
                evidence.AddFact(ModelTools.Tell(proposed));
        }
        foreach (var report in task.Earlier)
            evidence.AddFact(report.Reply);
        foreach (var ask in task.Dialogue.OpenAsks.Where(ask => ask.Proposal is not null))
            evidence.AddProposal(ModelTools.Tell(ask.Proposal!));
        evidence.AddMention(task.Message.Text);
        evidence.AddMention(task.Summary ?? "");
        evidence.AddMention(task.Customer is { } customer ? CustomerWords.Of(customer) : "");
        return evidence;
    }

    private string Now()
    {
        var asks = task.Requests.Select(request => $"- {request.Ask.Trim()} [{request.Intent}]{(request.Slots.OrderIds is { Count: > 0 } ids ? $" orders: {string.Join(", ", ids)}" : "")}");
        var parts = new List<string> { $"<today>{now.ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture)}</today>" };
        if (task.Customer is { } customer)
            parts.Add(Prompts.Data("customer", CustomerWords.Of(customer)));
        if (task.Earlier.Count > 0)
            parts.Add(Prompts.Data("reports", string.Join("\n\n", task.Earlier.Select(report => report.Reply))));
        if (task.Answers is { } answered)
            parts.Add(Prompts.Data("open_question", $"{answered.Request.Ask}\n{answered.Question}{(answered.Proposal is { } proposal ? $"\nProposed: {proposal.Summary}" : "")}"));
        if (task.Message.Text.Length > 0)
            parts.Add(Prompts.Data("customer_message", task.Message.Text));
        parts.Add(Prompts.Data("asks", string.Join('\n', asks)));
        return string.Join('\n', parts);
    }

    private (List<(ChatRole Role, string Text)> History, bool IsCut) Newest(int characters)
    {
        var taken = new List<(ChatRole, string)>();
        foreach (var item in task.Recent.Reverse())
        {
            characters -= item.Text.Length;
            if (characters < 0)
                return (taken, true);
            taken.Insert(0, item.Role is "agent" or "staff" ? (ChatRole.Assistant, item.Text) : (ChatRole.User, Prompts.Data(item.Role == "customer" ? "customer_message" : "note", item.Text)));
        }
        return (taken, taken.Count > 0 && taken[0].Item1 == ChatRole.Assistant);
    }

    private static TextContent Marked(string text)
    {
        var content = new TextContent(text);
        Mark(content);
        return content;
    }

    private static void Mark(AIContent content) => (content.AdditionalProperties ??= [])[CacheMark] = true;
}
