using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Supervisor;

/// <summary>Whether a message is the answer that an open question waits for, or something new.</summary>
public static class AwaitedSlots
{
    private const int ShortReplyWords = 8;
    private const double SureOfSomethingElse = 0.7;
    private const double Guess = 0.45;
    private const int LongestCorrection = 40;
    private static readonly HashSet<string> s_denials = new(["no", "wait", "actually", "sorry", "oh", "wrong"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> s_fillers = new(["hm", "hmm", "mm", "mmm", "um", "uh", "well", "ok", "okay", "ah"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> s_corrections =
        new([.. s_denials, "instead", "only", "just", "rather", "make", "use", "also", "but", "not", "and"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_changes =
        [Intents.CancelOrder, Intents.ReturnItems, Intents.ExchangeItems, Intents.ChangeOrderItems, Intents.ChangeOrderAddress, Intents.ChangeOrderPayment];

    /// <summary>"No, I want to exchange it": in place of a yes, another change of what was to be changed.</summary>
    public static bool Switches(UnderstoodRequest request, OpenAsk open) =>
        open.Proposal is { } proposal && request.Intent != open.Request.Intent && s_changes.Contains(request.Intent) && s_changes.Contains(open.Request.Intent)
        && request.Confidence >= SureOfSomethingElse && !NamesAnotherOrder(request, proposal)
        && (request.Slots is { Anaphora: true, Products: null } || s_denials.Contains(FirstWord(request))) && !request.Ask.TrimEnd().EndsWith('?');

    private static string FirstWord(UnderstoodRequest request) => Words(request).FirstOrDefault() ?? "";

    /// <summary>The words from the first that says something.</summary>
    private static string[] Words(UnderstoodRequest request) =>
        [.. request.Ask.Split([' ', ',', '.', '!'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => s_fillers.Contains(word))];

    /// <summary>True for questions that yes or no answers.</summary>
    public static bool IsYesNo(string awaiting) => awaiting is OpenAsk.Confirmation or OpenAsk.Offer or OpenAsk.Reply or "helped" or "all_items" or "yes_no";

    /// <summary>
    /// True when the ask reads as the answer: it goes on with the same intent, or names what is awaited in a short
    /// reply, or means nothing by itself. A clear question about something else is an interruption.
    /// </summary>
    public static bool Answers(UnderstoodRequest request, CustomerMessage message, OpenAsk open)
    {
        if (open.Proposal is not null && Talk.FollowUps.IsElliptical(message.Text, request) && !message.Text.TrimEnd().EndsWith('?'))
            return !NamesAnotherOrder(request, open.Proposal);
        if (open.Proposal is { } proposal && (IsCorrection(request, open) || NamesAnotherOrder(request, proposal)))
            return IsCorrection(request, open);
        if (request.Intent == open.Request.Intent)
            return true;
        var isOwnQuestion = request.Confidence >= SureOfSomethingElse && request.Ask.TrimEnd().EndsWith('?');
        if (isOwnQuestion || request.Intent is Intents.TalkToHuman)
            return false;
        if (request.Intent is Intents.OutOfScope || request.Agent == AgentNames.Unknown)
            return request.Confidence < SureOfSomethingElse || open.Awaiting is "reason" or "symptom" or "preference" || open.Awaiting == "address" && request.Ask.Contains(',', StringComparison.Ordinal);
        if (request.Confidence < Guess)
            return true;
        var isShort = request.Ask.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= ShortReplyWords && request.Ask.Length >= message.Text.Trim().Length / 2;
        return (open.Awaiting == OpenAsk.Reply && request.Agent == open.Agent || Names(open.Awaiting, request.Slots)) && (isShort || request.Agent == open.Agent && request.Confidence < SureOfSomethingElse);
    }

    /// <summary>"No, only the mouse", "use PayPal instead": said in place of a yes, it corrects what was proposed.</summary>
    private static bool IsCorrection(UnderstoodRequest request, OpenAsk open)
    {
        var words = Words(request);
        // A payment method by itself, where an amount is proposed, is the one that it shall go to.
        if (open.Agent == AgentNames.Orders && request.Slots is { PaymentMethod: not null, OrderIds: null } && request.Intent is Intents.ChangeOrderPayment or Intents.PaymentMethods or Intents.PaymentPolicy && !request.Ask.TrimEnd().EndsWith('?'))
            return true;
        return words.Length is > 0 and <= LongestCorrection && (request.Agent == open.Agent || s_denials.Contains(words[0])) && request.Slots.OrderReference is null && !request.Ask.TrimEnd().EndsWith('?')
            && (s_corrections.Contains(words[0]) || words.Contains("instead", StringComparer.OrdinalIgnoreCase) || words.Contains("rather", StringComparer.OrdinalIgnoreCase) || words.Contains("meant", StringComparer.OrdinalIgnoreCase))
            && (!NamesAnotherOrder(request, open.Proposal!) || s_denials.Contains(words[0]));
    }

    private static bool NamesAnotherOrder(UnderstoodRequest request, Proposal proposal) =>
        request.Slots.OrderIds is { Count: > 0 } ids && !ids.Any(id => proposal.Summary.Contains(id, StringComparison.Ordinal));

    /// <summary>True when the slots hold what is awaited.</summary>
    public static bool Names(string awaiting, Slots slots) => awaiting switch
    {
        "order" => slots.OrderIds is { Count: > 0 } || slots.OrderReference is not null || slots.Ordinals is not null || slots.Products is { Count: > 0 } || slots.Anaphora == true,
        "items" => slots.Products is { Count: > 0 } || slots.Ordinals is not null || slots.OrderReference is not null || slots.Options is not null || slots.Quantity is not null,
        "new_items" or "product" => slots.Options is not null || slots.Products is { Count: > 0 } || slots.Ordinals is not null || slots.Category is not null || slots.Anaphora == true,
        "payment_method" => slots.PaymentMethod is not null || slots.Ordinals is not null,
        "address" => slots.Address is not null,
        "reason" => slots.Reason is not null,
        _ => false,
    };
}
