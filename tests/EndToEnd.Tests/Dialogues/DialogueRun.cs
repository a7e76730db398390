using System.Net.Http.Json;
using System.Text;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Shop;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>One talk over HTTP, with its transcript and everything that was not as expected.</summary>
internal sealed class DialogueRun(DialogueHost host, Script script)
{
    private readonly Dictionary<string, Conversation> _conversations = [];
    private readonly StringBuilder _transcript = new();
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>What was said, with a line for each fault.</summary>
    public string Transcript => _transcript.ToString();

    public async Task Run()
    {
        await host.Restore(script.Customer);
        using var client = host.As(script.Customer);
        var checks = new ReplyChecks(host.Start, script.Customer);
        foreach (var turn in script.Turns)
        {
            if (!_conversations.TryGetValue(turn.In, out var conversation))
                _conversations[turn.In] = conversation = new Conversation(await Chat.Open(client));
            var (text, choice, confirm) = Message(turn, conversation.Last);
            _transcript.AppendLine($"{(turn.In.Length > 0 ? $"({turn.In}) " : "")}> {text}{(choice is null ? "" : $" [{choice.Label}]")}{(confirm is null ? "" : confirm.Accept ? " [yes]" : " [no]")}");
            var answer = await conversation.Chat.Say(text, choice: choice?.Id, confirm: confirm);
            Tell(answer);
            checks.Hear(text);
            Note([.. TurnChecks.Faults(turn, answer), .. checks.Faults(answer), .. Repetition(turn, answer, conversation)]);
            conversation.Replies.Add(answer.Reply);
            conversation.Last = answer;
        }
        await CheckRecords(client);
    }

    private static (string Text, Choice? Choice, Confirmation? Confirm) Message(Turn turn, Answer? last)
    {
        var choice = turn.Choice is not { } picked ? null
            : int.TryParse(picked, out var number) ? last?.Choices.ElementAtOrDefault(number - 1)
            : last?.Choices.FirstOrDefault(one => one.Label.Contains(picked, StringComparison.OrdinalIgnoreCase));
        if (turn.Choice is not null && choice is null)
            throw new InvalidOperationException($"there is no choice “{turn.Choice}”");
        var confirm = turn.Confirm is not { } accept ? null
            : new Confirmation { ProposalId = last?.Proposal?.Id ?? throw new InvalidOperationException("there is no proposal to confirm"), Accept = accept };
        return (turn.Say ?? "", choice, confirm);
    }

    private static IEnumerable<string> Repetition(Turn turn, Answer answer, Conversation conversation) =>
        turn.Repeats is null && conversation.Replies.Contains(answer.Reply) ? ["the reply was given before, word for word"] : [];

    private async Task CheckRecords(HttpClient client)
    {
        var orders = (await client.GetFromJsonAsync<Page<Order>>("/v1/me/orders", Chat.Json))!.Items;
        var customer = (await client.GetFromJsonAsync<Customer>("/v1/me", Chat.Json))!;
        Note(RecordFaults.OfOrders(script.Records, host.OrdersOf(script.Customer), orders));
        Note(RecordFaults.OfCustomer(script.Records, host.Start.Customers[script.Customer], customer));
    }

    private void Tell(Answer answer)
    {
        var proposal = answer.Proposal is { } proposed ? $" · {proposed.Kind} {proposed.Amount}" : "";
        _transcript.AppendLine($"[{answer.Status} · {TurnChecks.Told(answer.Requests)}{proposal}]").AppendLine(answer.Reply);
        if (answer.Choices.Count > 0)
            _transcript.AppendLine($"({string.Join(" | ", answer.Choices.Select(choice => choice.Label))})");
        foreach (var citation in answer.Citations)
            _transcript.AppendLine($"« {citation.Title} > {citation.Section}");
        _transcript.AppendLine();
    }

    private void Note(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            _faults.Add(fault);
            _transcript.AppendLine($"!!! {fault}");
        }
    }

    private sealed class Conversation(Chat chat)
    {
        public Chat Chat { get; } = chat;
        public Answer? Last { get; set; }
        public List<string> Replies { get; } = [];
    }
}
