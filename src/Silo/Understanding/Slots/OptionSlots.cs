using SupportAgents.Agents;
using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Catalogue;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>
/// Shares the option values of an ask between its products and what is wanted. In "exchange the red kettle for a blue
/// one" red belongs to the kettle and blue is wanted; in "do you have red kettles" red is both.
/// </summary>
internal static class OptionSlots
{
    private const int NearProduct = 6;

    /// <summary>Product mentions with their options, and the wanted options.</summary>
    public static (List<ProductMention> Products, Dictionary<string, string> Wanted) Share(string intent, Message message, Clause clause)
    {
        var mentions = message.Named(EntityKind.Product, clause.First, clause.Last).ToList();
        var own = mentions.ToDictionary(mention => mention, _ => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        var wanted = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var changes = intent is Intents.ExchangeItems or Intents.ChangeOrderItems;
        foreach (var option in message.Named(EntityKind.Option, clause.First, clause.Last))
        {
            var value = (OptionValue)option.Value;
            var owner = Owner(mentions, option);
            var name = NameOf(value, (owner ?? (mentions.Count == 1 ? mentions[0] : null))?.Value as ProductMatch);
            var isWanted = changes ? IsTarget(message.Tokens, clause, option.First, mentions, owner) : intent is not Intents.ReturnItems;
            if (isWanted)
                wanted[name] = value.Value;
            if (!isWanted || !changes)
            {
                if (owner is not null)
                    own[owner].TryAdd(name, value.Value);
                else if (mentions.Count == 1)
                    own[mentions[0]].TryAdd(name, value.Value);
                else if (intent == Intents.ReturnItems)
                    wanted[name] = value.Value;
            }
        }
        return ([.. mentions.Select(mention => Mention(message, mention, own[mention]))], wanted);
    }

    private static ProductMention Mention(Message message, Entity mention, Dictionary<string, string> options) => new()
    {
        Text = message.Words(mention.First, mention.Last),
        ProductId = ((ProductMatch)mention.Value).Product?.Id,
        Options = options.Count > 0 ? options : null,
        Quantity = QuantityBefore(message, mention),
    };

    /// <summary>The product right after the value, or the one before it with few words between.</summary>
    private static Entity? Owner(List<Entity> mentions, Entity option) =>
        mentions.FirstOrDefault(mention => mention.First > option.Last && mention.First - option.Last <= 3)
        ?? mentions.LastOrDefault(mention => mention.Last < option.First && option.First - mention.Last <= NearProduct);

    /// <summary>Whether the value comes after "to", "for a", "into", "instead": then it is what the customer wants.</summary>
    private static bool IsTarget(Token[] tokens, Clause clause, int at, List<Entity> mentions, Entity? owner)
    {
        for (var i = at - 1; i >= clause.First; i--)
        {
            if (tokens[i].Text is "from" or "of" && at - i <= 3 || tokens[i].Text is "instead" && i + 1 <= clause.Last && tokens[i + 1].Text == "of")
                return false;
            if (tokens[i].Text is "to" or "into" or "for" or "in" or "want" or "prefer" or "with" or "need" or "get" or "be" or "make" or "meant" or "rather")
                return !(owner is not null && owner.First > at && mentions.Count == 1 && tokens[i].Text is "for" or "want" or "need" or "to" && IsFirstVerb(tokens, clause, i, owner));
        }
        return owner is null || owner.Last < at;
    }

    /// <summary>"I want to exchange the red kettle": the "to" belongs to the verb.</summary>
    private static bool IsFirstVerb(Token[] tokens, Clause clause, int i, Entity owner)
    {
        for (var at = i + 1; at < owner.First && at <= clause.Last; at++)
        {
            if (tokens[at].Text is "exchange" or "swap" or "change" or "replace" or "switch" or "modify" or "trade" or "return")
                return true;
        }
        return false;
    }

    private static string NameOf(OptionValue value, ProductMatch? match)
    {
        var known = match?.Product?.Variants.SelectMany(variant => variant.Options.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return known is null ? value.Names[0] : value.Names.FirstOrDefault(known.Contains) ?? value.Names[0];
    }

    private static int? QuantityBefore(Message message, Entity mention)
    {
        for (var i = mention.First - 1; i >= 0 && mention.First - i <= 3; i--)
        {
            var word = message.Tokens[i].Text;
            if (message.Tokens[i].IsPunctuation || word is "the" or "my" or "order" or "for")
                return null;
            var isOption = message.Entities.Any(entity => entity.First <= i && i <= entity.Last);
            if (!isOption && NumberWords.Count(word) is { } count and > 0 and < 1000)
                return count;
        }
        return null;
    }
}
