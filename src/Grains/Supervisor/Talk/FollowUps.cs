using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Supervisor.Talk;

/// <summary>
/// Messages that go on with what was served last without saying it again: "and 10438?", "what about the stove?",
/// "same for the other one", "do it after all".
/// </summary>
public static partial class FollowUps
{
    /// <summary>The <see cref="OpenAsk.Awaiting"/> of a served ask that is taken up again.</summary>
    public const string Again = "again";

    private const int LongestEllipsis = 7;
    private static readonly HashSet<string> s_pages = [Intents.HowTo, Intents.ReturnPolicy, Intents.ShippingPolicy, Intents.PaymentPolicy, Intents.ShopPolicy, Intents.WarrantyTerms];
    private static readonly HashSet<string> s_refunding = [Intents.RefundStatus, Intents.ReturnItems, Intents.CancelOrder];

    /// <summary>
    /// The ask that a message continues, to be resumed with what it had gathered, or null. Reads are asked anew of
    /// another thing; a change goes on with the facts that were given for the one before.
    /// </summary>
    public static (UnderstoodRequest Request, OpenAsk? Resumed)? Continue(UnderstoodRequest request, CustomerMessage message, DialogueState dialogue)
    {
        if (dialogue.Last is not { } last)
            return null;
        var text = message.Text.Trim();
        if (last.Status == RequestStatus.Declined && IsAgain(request, text, last))
            return (request with { Intent = last.Request.Intent, Agent = last.Request.Agent }, Resume(last));
        if (HowLong().IsMatch(text) && s_refunding.Contains(last.Request.Intent))
            return (request with { Intent = Intents.RefundStatus, Agent = AgentNames.Orders, Confidence = 1, Alternative = null }, null);
        if (!IsElliptical(text, request) && !GoesOnAsking(request, text, dialogue, last))
            return null;
        var continued = request with { Ask = text, Intent = last.Request.Intent, Agent = last.Request.Agent, Confidence = 1, Alternative = null };
        return (continued, Same().IsMatch(text) || last.State is { } state && state != Shop.JsonText.Empty ? Resume(last) : null);
    }

    /// <summary>True for a few words that name a thing and say nothing of what is wanted: "and the stove?", "#N10309".</summary>
    public static bool IsElliptical(string text, UnderstoodRequest request)
    {
        var rest = Lead().Replace(text, "");
        var words = rest.Split([' ', ',', '?', '!', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > LongestEllipsis || Asking().IsMatch(rest))
            return false;
        var names = request.Slots is { OrderIds: not null } or { Products: not null } or { OrderReference: not null } or { Ordinals: not null } || Other().IsMatch(rest) || Number().IsMatch(rest);
        var isBareId = words.Length <= 3 && Number().IsMatch(rest);
        return names && (rest.Length < text.Length || isBareId);
    }

    /// <summary>After a question to the pages, "and for espresso?" and "does it cost anything?" ask the same pages on.</summary>
    private static bool GoesOnAsking(UnderstoodRequest request, string text, DialogueState dialogue, ServedAsk last)
    {
        if (!s_pages.Contains(last.Request.Intent) || !text.EndsWith('?') || request.Slots is not { Products: null, OrderIds: null, OrderReference: null })
            return false;
        var rest = Lead().Replace(text, "");
        var isFragment = rest.Length < text.Length && !Asking().IsMatch(rest) && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestEllipsis;
        var isOfNothingElse = request is { Agent: AgentNames.Recommendations, Slots.Anaphora: true } && dialogue.Focus.ProductId is null;
        return isFragment || isOfNothingElse;
    }

    private static bool IsAgain(UnderstoodRequest request, string text, ServedAsk last) =>
        request.Slots is { OrderIds: null, Products: null, OrderReference: null }
        && (AfterAll().IsMatch(text) || request.Intent == last.Request.Intent && request.Slots.Reason is null && text.Split(' ').Length <= 8 && !Confirmations.Read(text).HasMore && Confirmations.IsOutright(text));

    private static OpenAsk Resume(ServedAsk last) => new()
    {
        Id = OpenAsk.NewId(),
        Agent = last.Request.Agent,
        Request = last.Request,
        Awaiting = Again,
        Question = "",
        State = last.State,
    };

    [GeneratedRegex(@"^\W*((ok|okay|oh|so|then|hm+|yes|great|good|thanks|thank you|fine|are you sure|wait)\W+)*(and|what'?s (up )?with|its|it'?s|what about|how about|(and )?(the )?same (thing )?(for|with|goes for)|also|or)\b\W*(what about|how about|the same for|for|on|with|now|also)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\W*(and )?how long (does|will|would) (that|it|this) take", RegexOptions.IgnoreCase)]
    private static partial Regex HowLong();

    [GeneratedRegex(@"#?\b[A-Za-z]?\d{4,}\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(same) (thing )?(for|with|goes for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Same();

    /// <summary>Words with which an ask says itself what it wants.</summary>
    [GeneratedRegex(@"\b(when|where|how|why|who|which|what|can|could|would|will|do|does|did|is|are|was|were|has|have|need|want|like|cancel|return|exchange|change|send|ship|track|show|tell|give|get|buy|find|refund|pay|thanks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(the )?(other|second|first|last|next|previous)( one| order)?\b|\bone before\b", RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [GeneratedRegex(@"\b(after all|do it anyway|wrong button|misclicked|i meant yes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AfterAll();
}
