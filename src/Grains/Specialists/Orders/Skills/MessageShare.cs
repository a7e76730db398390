using SupportAgents.Agents;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>
/// The share of a message that belongs to one ask: its own words and what follows them up to the specialist's next ask.
/// Customers explain in a sentence beside the ask: "… Please refund it to my gift card."
/// </summary>
public static class MessageShare
{
    /// <summary>The share; the ask's own words where it cannot be told.</summary>
    public static string Of(SkillContext context)
    {
        var (text, asks) = (context.Message.Text, context.Task.Requests);
        var index = asks.ToList().IndexOf(context.Request);
        if (index < 0 || text.Length == 0)
            return context.Request.Ask;
        var starts = new List<int>();
        foreach (var ask in asks)
        {
            var start = text.IndexOf(ask.Ask, starts.Count == 0 ? 0 : starts[^1], StringComparison.Ordinal);
            if (start < 0)
                return asks.Count == 1 ? text : context.Request.Ask;
            starts.Add(start);
        }
        var from = index == 0 ? 0 : starts[index];
        return text[from..(index + 1 < starts.Count ? starts[index + 1] : text.Length)];
    }
}
