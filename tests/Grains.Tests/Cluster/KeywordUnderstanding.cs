using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>
/// Understands by one keyword for each intent, sentence by sentence. It finds no slots but order ids: the flows must
/// read the rest from the words, as they must where the real understanding misses something.
/// </summary>
public sealed partial class KeywordUnderstanding : IUnderstanding
{
    private static readonly (string Pattern, string Intent)[] s_intents =
    [
        (@"^(yes|sure|ok|okay|go ahead|please do)\W*$", Intents.Affirm),
        (@"^(no|nope|no thanks)\W*$", Intents.Deny),
        (@"never ?mind|forget it", Intents.NeverMind),
        (@"a person|a human", Intents.TalkToHuman),
        (@"\bhello\b", Intents.Greeting),
        (@"\brefund (status|come)|where is my refund|my money", Intents.RefundStatus),
        (@"\bundo\b|take .* back", Intents.UndoAction),
        (@"profile address|my account's address", Intents.ChangeProfileAddress),
        (@"\bcancel\b", Intents.CancelOrder),
        (@"\bexchange\b|\bswap\b", Intents.ExchangeItems),
        (@"\breturn\b|send .* back", Intents.ReturnItems),
        (@"\b(change|send|ship|deliver).*address", Intents.ChangeOrderAddress),
        (@"\bpay .* with\b|\bpayment method\b", Intents.ChangeOrderPayment),
        (@"\bchange\b|\bmodify\b", Intents.ChangeOrderItems),
        (@"\bwhen\b", Intents.DeliveryTime),
        (@"\btrack", Intents.TrackOrder),
        (@"\b(damaged|broken|missing|wrong item|late)\b", Intents.OrderProblem),
        (@"\bwhat is in\b|\bdetails\b", Intents.OrderDetails),
        (@"\b(list|show)\b.*\borders\b", Intents.ListOrders),
        (@"\bwhere\b|\bstatus\b", Intents.OrderStatus),
        (@"\brecommend\b", Intents.Recommend),
    ];

    public ValueTask<UnderstoodMessage> Understand(string text, UnderstandingContext context, CancellationToken cancellationToken)
    {
        var requests = Sentences().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0).Select(part => Read(part, context)).ToList();
        return ValueTask.FromResult(new UnderstoodMessage { Requests = requests.Count > 0 ? requests : [Read(text, context)] });
    }

    private static UnderstoodRequest Read(string text, UnderstandingContext context)
    {
        var intent = s_intents.FirstOrDefault(one => Regex.IsMatch(text, one.Pattern, RegexOptions.IgnoreCase)).Intent;
        var ids = context.Orders.Select(order => order.Id).Where(id => text.Contains(id.TrimStart('#'), StringComparison.OrdinalIgnoreCase)).ToList();
        return new UnderstoodRequest
        {
            Ask = text,
            Agent = intent is null ? AgentNames.Unknown : Intents.Agent[intent],
            Intent = intent ?? Intents.OutOfScope,
            Confidence = intent is null ? 0.3 : 0.9,
            Slots = new Slots { OrderIds = ids.Count > 0 ? ids : null },
        };
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex Sentences();
}
