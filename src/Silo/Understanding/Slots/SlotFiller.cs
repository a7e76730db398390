using System.Globalization;
using SupportAgents.Agents;
using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Asks;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Gathers the particulars of an ask from its words and from the explanations beside it.</summary>
internal static class SlotFiller
{
    /// <summary>The ask's slots. What an explanation names counts only where the ask itself names nothing of the kind.</summary>
    public static Agents.Slots Fill(Message message, Ask ask, DateTimeOffset now)
    {
        var clause = ask.Clause;
        var tokens = message.Tokens;
        var (products, wanted) = OptionSlots.Share(ask.Intent, message, clause);
        if (products.Count == 0)
            products = [.. ask.Background.SelectMany(part => OptionSlots.Share(ask.Intent, message, part).Products)];
        var (min, max) = new[] { clause }.Concat(ask.Background).Select(part => PriceFinder.Find(message, part)).FirstOrDefault(limits => limits is not (null, null));
        var dates = DateFinder.Find(tokens, clause, now);
        var orders = Values<string>(message, ask, EntityKind.Order);
        var ordinals = ReferenceFinder.Ordinals(tokens, clause);
        return new Agents.Slots
        {
            OrderIds = orders.Count > 0 ? orders : null,
            OrderReference = ReferenceFinder.Order(tokens, clause),
            Products = products.Count > 0 ? Distinct(products) : null,
            Options = wanted.Count > 0 ? wanted : null,
            Quantity = Quantity(message, clause, products),
            MinPrice = min,
            MaxPrice = max,
            Email = Values<string>(message, ask, EntityKind.Email).FirstOrDefault(),
            Address = Values<Address>(message, ask, EntityKind.Address).FirstOrDefault(),
            PaymentMethod = Payment(message, clause),
            Reason = ReasonFinder.Find(message, ask),
            Ordinals = ordinals.Count > 0 ? ordinals : null,
            Anaphora = ReferenceFinder.IsAnaphoric(tokens, clause) ? true : null,
            From = dates?.From,
            To = dates?.To,
            Category = CategoryFinder.Find(ask.Intent, message, clause),
            Negated = NegationFinder.IsNegated(ask.Intent, tokens, clause) ? true : null,
        };
    }

    private static List<T> Values<T>(Message message, Ask ask, EntityKind kind)
    {
        var own = message.Named(kind, ask.Clause.First, ask.Clause.Last).Select(entity => (T)entity.Value).Distinct().ToList();
        return own.Count > 0
            ? own
            : [.. ask.Background.SelectMany(part => message.Named(kind, part.First, part.Last)).Select(entity => (T)entity.Value).Distinct()];
    }

    private static List<ProductMention> Distinct(List<ProductMention> products) =>
        [.. products.DistinctBy(mention => (mention.ProductId ?? mention.Text.ToUpperInvariant(),
            string.Join(',', mention.Options?.Select(option => option.Key + option.Value) ?? [])))];

    /// <summary>The method to use: the last one named, unless the words say that it is the one to leave.</summary>
    private static string? Payment(Message message, Clause clause)
    {
        var named = message.Named(EntityKind.Payment, clause.First, clause.Last).ToList();
        return (named.LastOrDefault(method => !IsLeft(message.Tokens, clause, method.First)) ?? named.LastOrDefault())?.Value as string;
    }

    private static bool IsLeft(Token[] tokens, Clause clause, int at)
    {
        for (var i = at - 1; i >= clause.First && at - i <= 3; i--)
        {
            if (tokens[i].Text is "from" or "not" or "than" or "of" && i > clause.First && tokens[i - 1].Text is "instead")
                return true;
            if (tokens[i].Text is "to" or "with" or "on" or "use" or "via")
                return i > clause.First + 2 && tokens[i].Text == "use" && tokens[i - 1].Text == "to" && tokens[i - 3].Text == "not";
        }
        return false;
    }

    /// <summary>"2x" and "x2".</summary>
    private static int? Times(string word) => word.Length is 2 or 3 && (word[0] == 'x' || word[^1] == 'x')
        && int.TryParse(word.Trim('x'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private static int? Quantity(Message message, Clause clause, List<ProductMention> products)
    {
        for (var i = clause.First; i < clause.Last; i++)
        {
            var next = message.Tokens[i + 1].Text;
            if (next is "of" or "units" or "pieces" or "pcs" or "more" or "copies" or "pairs" or "x" && NumberWords.Count(message.Tokens[i].Text) is { } count and > 0 and < 1000)
                return count;
            if (Times(message.Tokens[i].Text) is { } times)
                return times;
            if (message.Tokens[i].Text is "quantity" && (NumberWords.Count(next) ?? (i + 2 <= clause.Last ? NumberWords.Count(message.Tokens[i + 2].Text) : null)) is { } named)
                return named;
        }
        return products.Count == 1 ? products[0].Quantity : null;
    }
}
