using SupportAgents.Conversations;
using SupportAgents.Grains.Tests.Cluster;

namespace SupportAgents.Silo.Tests.Flows;

/// <summary>
/// A customer who has errands and knows what a customer knows. Of an answer they read the status, the words, the choices
/// and the proposal, and nothing else.
/// </summary>
public sealed class ScriptedCustomer(DeskChat desk, IReadOnlyList<Errand> errands, Random random)
{
    private const int Patience = 14;
    private readonly Phrasing _say = new(random);
    private readonly List<Errand> _left = [.. errands];
    private int _turns;

    /// <summary>What was said, for reading failures.</summary>
    public List<string> Transcript { get; } = [];

    /// <summary>The errands that did not come to their end.</summary>
    public IReadOnlyList<Errand> Unfinished => [.. _left.Where(errand => errand.IsPossible)];

    /// <summary>Says everything at once or one after the other, and answers until it is done or patience ends.</summary>
    public async Task Talk()
    {
        var terse = random.Next(3) == 0;
        if (errands.Count > 1 && random.Next(2) == 0)
            await Follow(await Tell(string.Join(" ", errands.Select((errand, i) => (i == 0 ? "" : _say.Pick("Also, ", "Then, ", "")) + _say.Request(errand, terse)))));
        // Whoever was not served says it once more, alone and in full.
        foreach (var errand in errands)
            for (var attempt = 0; attempt < 2 && _left.Contains(errand); attempt++)
                await Follow(await Tell(_say.Request(errand, terse && attempt == 0)));
    }

    private async Task Follow(Answer answer)
    {
        for (_turns = 0; _turns < Patience; _turns++)
        {
            var next = answer switch
            {
                { Status: AnswerStatus.HandedOff or AnswerStatus.Failed } => null,
                { Proposal: { } proposal } => await Judge(proposal),
                { Status: AnswerStatus.NeedsInput } => await Reply(answer),
                _ => null,
            };
            if (next is null)
                return;
            answer = next;
        }
    }

    private async Task<Answer?> Judge(Proposal proposal)
    {
        var about = _left.Where(errand => ProposalCheck.Wrong(proposal, errand) != "other").ToList();
        var right = about.FirstOrDefault(errand => ProposalCheck.Wrong(proposal, errand) is null);
        if (right is not null)
        {
            _left.Remove(right);
            Note($"✔ {proposal.Summary}");
            var done = await desk.Confirm();
            NoteAnswer(done);
            return done;
        }
        if (about.Count == 0 || _turns > Patience - 4)
        {
            Note($"✘ {proposal.Summary}");
            var left = await desk.Confirm(accept: false);
            NoteAnswer(left);
            return left;
        }
        var errand = about[0];
        Note($"? {proposal.Summary} | {string.Join(" | ", proposal.Lines.Select(line => line.Text))}");
        return await Tell(ProposalCheck.Wrong(proposal, errand) switch
        {
            "payment" => _say.Pick($"Please use {_say.Payment(errand.Payment!)} instead.", $"No, with {_say.Payment(errand.Payment!)} please."),
            "reason" => $"No, the reason is that {_say.Reason(errand)}.",
            "address" => $"No, the address is {Phrasing.Written(errand.Address!)}.",
            _ when errand.Units[0].New is null => $"No, only {_say.Things(errand)}.",
            _ => $"No, {string.Join(", and ", errand.Units.Select(pair => $"the {_say.Thing(errand, pair.Unit)} should be {_say.Whole(pair.New!)}"))}.",
        });
    }

    private async Task<Answer?> Reply(Answer answer)
    {
        var errand = _left.FirstOrDefault(errand => errand.Order is { } order && answer.Reply.Contains(order.Id, StringComparison.Ordinal) && answer.Requests.Any(line => IsFor(line, errand)))
            ?? _left.FirstOrDefault(errand => answer.Requests.Any(line => line.Status == RequestStatus.Waiting && IsFor(line, errand))) ?? _left.FirstOrDefault();
        if (errand is null)
            return await Tell("never mind");
        if (!errand.IsPossible && answer.Choices.Any(choice => choice.Id.StartsWith("payment:", StringComparison.Ordinal)))
        {
            _left.Remove(errand);
            return await Tell("Never mind, leave it then.");
        }
        if (Choice(answer, errand) is { } picked)
        {
            Note($"→ [{picked.Label}]");
            var next = await desk.PickId(picked.Id);
            NoteAnswer(next);
            return next;
        }
        return await Tell(Words(answer, errand));
    }

    /// <summary>The one choice whose label says what is wanted.</summary>
    private static Choice? Choice(Answer answer, Errand errand)
    {
        var asked = answer.Choices;
        if (asked.FirstOrDefault(choice => choice.Label == Meaning(errand)) is { } meant)
            return meant;
        if (errand.Order is { } order && asked.FirstOrDefault(choice => choice.Label.StartsWith($"{order.Id} ", StringComparison.Ordinal)) is { } byOrder)
            return byOrder;
        if (errand.Reason is not null && asked.FirstOrDefault(choice => choice.Label == errand.Reason) is { } byReason)
            return byReason;
        if (errand.Payment is { } method && asked.Where(choice => choice.Label.Contains(ProposalCheck.Name(method), StringComparison.OrdinalIgnoreCase)).ToList() is [var byMethod])
            return byMethod;
        if (errand.Address is { } address && asked.FirstOrDefault(choice => choice.Label == address.OneLine()) is { } byAddress)
            return byAddress;
        var variants = asked.Where(choice => choice.Label.Contains(" · $", StringComparison.Ordinal)).ToList();
        foreach (var (unit, wanted) in errand.Units.Where(pair => pair.New is not null))
        {
            var fitting = variants.Where(choice => answer.Reply.Contains(unit.Name, StringComparison.Ordinal) && Options(choice.Label).SetEquals(wanted!.Options.Values)).ToList();
            if (fitting.Count == 1)
                return fitting[0];
        }
        if (variants.Count > 0 || errand.Units.Count == 0)
            return null;
        if (errand.Units.Count == 1)
            return asked.FirstOrDefault(choice => choice.Label.StartsWith(errand.Units[0].Unit.Name, StringComparison.Ordinal) && errand.Units[0].Unit.Options.Values.All(value => choice.Label.Contains(value, StringComparison.Ordinal)))
                ?? asked.FirstOrDefault(choice => choice.Label.StartsWith("1 ×", StringComparison.Ordinal));
        return errand.Units.Count == errand.Order?.Items.Count ? asked.FirstOrDefault(choice => choice.Label is "All of them" or "Both of them") : null;
    }

    /// <summary>How the desk's clarifying question names what is wanted.</summary>
    private static string Meaning(Errand errand) => errand.Kind switch
    {
        "cancel_pending_order" => "Cancel an order",
        "modify_pending_order_address" => "Change an order's delivery address",
        "modify_pending_order_payment" => "Pay an order another way",
        "modify_pending_order_items" => "Change the items of an order",
        "exchange_delivered_order_items" => "Exchange something",
        "return_delivered_order_items" => "Return something",
        _ => "Change the address of your account",
    };

    /// <summary>The values of a label: "black, size: M · $20.00 (same price)".</summary>
    private static HashSet<string> Options(string label) =>
        [.. label.Split(" · ")[0].Split(", ").Select(part => part.Contains(": ", StringComparison.Ordinal) ? part[(part.IndexOf(": ", StringComparison.Ordinal) + 2)..]
            : part.StartsWith("size ", StringComparison.Ordinal) ? part["size ".Length..] : part)];

    private string Words(Answer answer, Errand errand)
    {
        var question = answer.Reply;
        if (question.Contains("address", StringComparison.OrdinalIgnoreCase) && errand.Address is not null)
            return Phrasing.Written(errand.Address);
        if (question.Contains("Which order", StringComparison.OrdinalIgnoreCase) || question.Contains("which order", StringComparison.Ordinal))
            return _say.Pick(errand.Order?.Id ?? "my account", $"Order {errand.Order?.Id}");
        if (errand.Payment is not null && (question.Contains("payment method", StringComparison.Ordinal) || question.Contains("refund go", StringComparison.Ordinal)))
            return _say.Payment(errand.Payment);
        if (errand.Units.FirstOrDefault(pair => pair.New is not null && question.Contains(pair.Unit.Name, StringComparison.Ordinal)) is { New: { } wanted } && answer.Choices.Any(choice => choice.Id.StartsWith("variant:", StringComparison.Ordinal)))
            return _say.Whole(wanted);
        if (errand.Units.Count > 0)
            return errand.Units[0].New is null ? _say.Things(errand) : _say.Changes(errand);
        return errand.Reason is not null ? _say.Reason(errand) : _say.Request(errand, terse: false);
    }

    private static bool IsFor(RequestLine line, Errand errand) => errand.Kind switch
    {
        "cancel_pending_order" => line.Intent == "cancel_order",
        "modify_pending_order_address" => line.Intent == "change_order_address",
        "modify_pending_order_payment" => line.Intent == "change_order_payment",
        "modify_pending_order_items" or "exchange_delivered_order_items" => line.Intent is "change_order_items" or "exchange_items",
        "return_delivered_order_items" => line.Intent == "return_items",
        _ => line.Intent == "change_profile_address",
    };

    private async Task<Answer> Tell(string text)
    {
        Note($"> {text}");
        var answer = await desk.Say(text);
        NoteAnswer(answer);
        return answer;
    }

    private void Note(string line) => Transcript.Add(line);

    private void NoteAnswer(Answer answer) =>
        Transcript.Add($"  [{answer.Status}] {string.Join(", ", answer.Requests.Select(line => $"{line.Intent}:{line.Status}"))} {answer.Reply.ReplaceLineEndings(" ")} {(answer.Choices.Count > 0 ? $"({string.Join(" / ", answer.Choices.Select(choice => choice.Label))})" : "")}");
}
