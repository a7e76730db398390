using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds price limits: "under $50", "between 20 and 40 dollars", "at least 30", "around $100".</summary>
internal static class PriceFinder
{
    private const decimal Around = 0.2m;

    /// <summary>The lowest and the highest price that the clause allows.</summary>
    public static (Money? Min, Money? Max) Find(Message message, Clause clause)
    {
        Money? min = null, max = null;
        var tokens = message.Tokens;
        for (var i = clause.First; i <= clause.Last; i++)
        {
            if (Price(message, i) is not { } price)
                continue;
            var before = i > clause.First ? tokens[i - 1].Text : "";
            var beforeThat = i > clause.First + 1 ? tokens[i - 2].Text : "";
            if (i + 2 <= clause.Last && tokens[After(message, i)].Text is "and" or "to" or "-"
                && After(message, i) + 1 <= clause.Last && Price(message, After(message, i) + 1) is { } upper && (before is "between" or "from" || IsMoney(message, i) || IsMoney(message, After(message, i) + 1)))
                return (price, upper);
            var sure = IsMoney(message, i);
            var after = After(message, i) <= clause.Last && After(message, i) > i ? tokens[After(message, i)].Text : "";
            var afterThat = After(message, i) + 1 <= clause.Last ? tokens[After(message, i) + 1].Text : "";
            if (after is "max" or "maximum" or "tops" || after is "or" && afterThat is "less" or "under" or "cheaper" or "below"
                || before is "over" or "above" && beforeThat is "not")
                max = price;
            else if (after is "+" || after is "or" && afterThat is "more" or "above" or "over" || after is "and" && afterThat is "up")
                min = price;
            else if (before is "under" or "below" or "within" or "max" or "maximum" || before is "than" && beforeThat is "less" or "cheaper" or "lower" or "more" && i > clause.First + 2 && beforeThat is not "more"
                || before is "to" && beforeThat is "up" || before is "most" && beforeThat is "at" || sure && before is "of" or "is" or "budget" && beforeThat is "budget" or "limit" or "max" or "maximum" or "my")
                max = price;
            else if (before is "than" && beforeThat is "more" && i > clause.First + 2 && tokens[i - 3].Text is "no" or "not")
                max = price;
            else if (before is "over" or "above" or "from" && sure || before is "than" && beforeThat is "more" || before is "least" && beforeThat is "at")
                min = price;
            else if (sure && before is "around" or "about" or "roughly" or "approximately")
                (min, max) = (Scaled(price, 1 - Around), Scaled(price, 1 + Around));
        }
        return (min, max);
    }

    private static Money Scaled(Money price, decimal by) => new((long)(price.Cents * by));

    private static bool IsMoney(Message message, int i) =>
        message.Entities.Any(entity => entity.Kind == EntityKind.Money && entity.First <= i && i <= entity.Last);

    private static int After(Message message, int i) =>
        Math.Min((message.Entities.FirstOrDefault(entity => entity.Kind == EntityKind.Money && entity.First == i)?.Last ?? i) + 1, message.Tokens.Length - 1);

    /// <summary>An amount, also a bare number, as long as no unit of another kind follows.</summary>
    private static Money? Price(Message message, int i)
    {
        var entity = message.Entities.FirstOrDefault(entity => entity.First <= i && i <= entity.Last && entity.Kind != EntityKind.Option);
        if (entity is not null)
            return entity.Kind == EntityKind.Money && entity.First == i ? (Money)entity.Value : null;
        if (!char.IsAsciiDigit(message.Tokens[i].Text[0]) || NumberWords.Amount(message.Tokens[i].Text) is not { } amount)
            return null;
        var next = i + 1 < message.Tokens.Length ? message.Tokens[i + 1].Text : "";
        return next is "inch" or "inches" or "cm" or "mm" or "lbs" or "pounds" or "kg" or "oz" or "days" or "weeks" or "months" or "years" or "hours" or "l" or "ml" or "gb" or "ft" or "stars" or "people" or "minutes" or "watts" or "items"
            ? null
            : MoneyFinder.AsMoney(amount);
    }
}
