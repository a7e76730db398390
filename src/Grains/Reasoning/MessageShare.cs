using SupportAgents.Agents;

namespace SupportAgents.Grains.Reasoning;

/// <summary>
/// The share of a message that belongs to one ask: its own words and what follows them up to the specialist's next ask.
/// Customers explain in a sentence beside the ask: "… Please refund it to my gift card."
/// </summary>
public static class MessageShare
{
    /// <summary>The share; the ask's own words where it cannot be told.</summary>
    public static string Of(AgentTask task, UnderstoodRequest request)
    {
        var (text, asks) = (task.Message.Text, task.Requests);
        if (asks.Count == 1 && text.Length > 0)
            return text;
        var index = asks.ToList().IndexOf(request);
        if (index < 0 || text.Length == 0)
            return request.Ask;
        var starts = new List<int>();
        foreach (var ask in asks)
        {
            var start = text.IndexOf(ask.Ask, starts.Count == 0 ? 0 : starts[^1], StringComparison.Ordinal);
            if (start < 0)
                return request.Ask;
            starts.Add(start);
        }
        return text[(index == 0 ? 0 : starts[index])..(index + 1 < starts.Count ? starts[index + 1] : text.Length)];
    }
}
