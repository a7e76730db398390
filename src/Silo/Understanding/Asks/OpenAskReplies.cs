using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Recognises a short reply to a question that an agent has put: "the blue one", "#W123", "PayPal".</summary>
internal static class OpenAskReplies
{
    private const int LongestReply = 9;
    private const double SureOfOwnAsk = 0.8;
    private const double SureOfSomethingElse = 0.7;
    private const double Confidence = 0.9;

    /// <summary>
    /// The message as an answer to the question put last; null when it has an ask of its own. Yes, no and "never mind"
    /// keep their own intents, and "yes, cancel it" is a yes when the confirmation of a cancellation is awaited.
    /// </summary>
    public static Ask? Read(Message message, IReadOnlyList<Ask> asks, DialogueState dialogue)
    {
        var open = dialogue.OpenAsks.LastOrDefault(one => one.Awaiting != OpenAsk.Deferred);
        if (open is null || asks.Count != 1)
            return null;
        var ask = asks[0];
        if (IntentFamilies.IsAnswer(ask.Intent) && ask.Confidence > 0.5 || IntentFamilies.IsCourtesy(ask.Intent) && ask.Confidence > 0.6
            || ask.Intent == Intents.TalkToHuman && ask.Confidence > 0.6)
            return null;
        // What is surely about something else interrupts, also when it is short.
        if (open.Awaiting is not ("reason" or "symptom" or "preference") && message.Entities.Count == 0 && ask.Intent == Intents.OutOfScope && ask.Confidence > SureOfSomethingElse
            || ask.Intent == Intents.UpdatePreferences && open.Request.Intent != ask.Intent && ask.Confidence > SureOfOwnAsk)
            return null;
        // So does another change that is asked for outright.
        if (ask.Confidence > SureOfOwnAsk && ask.Intent != open.Request.Intent && ask.Intent is Intents.CancelOrder or Intents.ReturnItems or Intents.ExchangeItems or Intents.OrderStatus or Intents.TrackOrder)
            return null;
        if (open.Awaiting == "confirmation")
            return IsYes(message) && ask.Intent == open.Request.Intent ? ask with { Intent = Intents.Affirm, Confidence = Confidence, Alternative = null } : null;
        var answers = open.Awaiting == "reason" && !IsQuestion(message)
            || open.Awaiting == "address" && message.Entities.Any(entity => entity.Kind == EntityKind.Address)
            || message.Tokens.Length <= LongestReply && !IsQuestion(message) && (!ask.IsExplicit || ask.Confidence < SureOfOwnAsk && NamesSomething(message));
        return answers ? ask with { Intent = open.Request.Intent, Confidence = Math.Max(ask.Intent == open.Request.Intent ? ask.Confidence : 0, Confidence), Alternative = null } : null;
    }

    private static bool NamesSomething(Message message) => message.Entities.Count > 0;

    private static bool IsQuestion(Message message) => message.Tokens[^1].Text == "?";

    private static bool IsYes(Message message) =>
        message.Tokens[0].Text is "yes" or "yeah" or "yep" or "yup" or "okay" or "sure" or "please" or "confirm" or "confirmed" or "go";
}
