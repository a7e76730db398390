using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Catalogue;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds the kind of goods that a customer looks for: "do you have <em>running shoes</em> under $80".</summary>
internal static class CategoryFinder
{
    private const int LongestKind = 4;

    private static readonly HashSet<string> Triggers =
        ["have", "sell", "carry", "for", "find", "need", "show", "me", "recommend", "suggest", "best", "any", "which", "what", "some", "see", "want", "buy", "search", "offer", "stock", "choose", "pick", "popular", "good", "got", "a", "an", "cheapest", "list", "all", "of", "your", "new"];
    private static readonly HashSet<string> Skipped =
        ["a", "an", "the", "any", "some", "me", "good", "best", "new", "cheap", "cheapest", "nice", "great", "all", "your", "of", "for", "top", "quality", "affordable", "decent", "kind", "kinds", "type", "types", "popular", "most", "other", "more", "really", "very", "cool", "perfect"];
    private static readonly HashSet<string> Stops =
        ["under", "for", "that", "with", "in", "less", "between", "below", "and", "or", "please", "from", "to", "do", "is", "are", "over", "above", "on", "at", "you", "i", "we", "would", "can", "should", "could", "which", "who", "my", "not", "of", "by", "around", "there", "it", "them", "these", "those", "available", "gift", "something", "anything", "one", "ones", "options", "have", "sell", "than", "like", "a", "the", "but", "as", "this", "help", "does", "will", "today", "now"];

    /// <summary>The kind of goods as it was said, lower case; null when the ask names none.</summary>
    public static string? Find(string intent, Message message, Clause clause)
    {
        if (!(intent is Intents.FindProducts or Intents.Recommend or Intents.BuyProduct or Intents.SimilarProducts or Intents.CompareProducts or Intents.CheckStock or Intents.PurchaseHistory))
            return null;
        if (message.Named(EntityKind.Product, clause.First, clause.Last).FirstOrDefault() is { Value: ProductMatch { Product: null } } open)
            return message.Words(open.First, open.Last).ToLowerInvariant();
        var tokens = message.Tokens;
        for (var i = clause.First; i < clause.Last; i++)
        {
            if (!Triggers.Contains(tokens[i].Text))
                continue;
            var first = i + 1;
            while (first <= clause.Last && (Skipped.Contains(tokens[first].Text) || IsOption(message, first)))
                first++;
            var last = first - 1;
            while (last + 1 <= clause.Last && last - first + 1 < LongestKind && IsKind(message, last + 1))
                last++;
            if (last >= first)
                return message.Words(first, last).ToLowerInvariant();
        }
        return null;
    }

    private static bool IsKind(Message message, int i) => !message.Tokens[i].IsPunctuation && !Stops.Contains(message.Tokens[i].Text)
        && !message.Tokens[i].IsNumber && !message.Entities.Any(entity => entity.Kind != EntityKind.Option && entity.First <= i && i <= entity.Last);

    private static bool IsOption(Message message, int i) =>
        message.Entities.Any(entity => entity.Kind == EntityKind.Option && entity.First <= i && i <= entity.Last);
}
