using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Silo.Understanding.Slots;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Writes asks as the requests of the contract.</summary>
internal static class RequestWriter
{
    /// <summary>A request for each ask. An ask that says "it" takes the order that the ask before it named.</summary>
    public static List<UnderstoodRequest> Write(Message message, IReadOnlyList<Ask> asks, UnderstandingContext context)
    {
        var requests = new List<UnderstoodRequest>(asks.Count);
        IReadOnlyList<string>? orders = null;
        foreach (var ask in asks)
        {
            var slots = SlotFiller.Fill(message, ask, context.Now);
            var agent = Intents.Agent[ask.Intent];
            if (slots.OrderIds is null && orders is not null && slots.OrderReference is null && !NamesElsewhere(slots, orders, context)
                && (slots.Anaphora is true || agent == AgentNames.Orders && asks.Count > 1))
                slots = slots with { OrderIds = orders };
            orders = slots.OrderIds ?? orders;
            requests.Add(new UnderstoodRequest
            {
                Ask = message.Words(ask.Clause.First, LastWord(message, ask.Clause)),
                Agent = agent,
                Intent = ask.Intent,
                Confidence = ask.Confidence,
                Slots = slots,
                Alternative = ask.Alternative,
            });
        }
        return requests;
    }

    /// <summary>Whether a thing is named that is in another order and not in these.</summary>
    private static bool NamesElsewhere(Agents.Slots slots, IReadOnlyList<string> orders, UnderstandingContext context)
    {
        var named = (slots.Products ?? []).Select(product => product.ProductId).OfType<string>().ToHashSet();
        return named.Count > 0
            && context.Orders.Any(order => !orders.Contains(order.Id) && order.Items.Any(item => named.Contains(item.ProductId)))
            && !context.Orders.Any(order => orders.Contains(order.Id) && order.Items.Any(item => named.Contains(item.ProductId)));
    }

    private static int LastWord(Message message, Clause clause)
    {
        var last = clause.Last;
        while (last > clause.First && message.Tokens[last].Text is "," or "and" or "\n" or "." or "-")
            last--;
        return last;
    }
}
