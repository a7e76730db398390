using SupportAgents.Shop;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Slots;

/// <summary>Finds amounts of money: "$50", "50 dollars", "20.99 usd".</summary>
internal static class MoneyFinder
{
    private const decimal Most = 100_000_000m;

    /// <summary>Amounts that are named as money; a bare number is none.</summary>
    public static IEnumerable<Entity> Find(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Text;
            var unit = i + 1 < tokens.Length && IsUnit(tokens[i + 1].Text);
            var signed = word[0] is '$' or '€' or '£';
            var before = i > 0 && tokens[i - 1].Text is "usd" or "eur" or "gbp";
            if ((signed || unit || before) && Amount(word, unit) is { } amount && AsMoney(amount) is { } money)
                yield return new Entity(EntityKind.Money, before ? i - 1 : i, unit ? i + 1 : i, money);
        }
    }

    /// <summary>"50", "50usd", and in words where a currency follows: "fifty dollars".</summary>
    private static decimal? Amount(string word, bool unit) =>
        NumberWords.Amount(word) ?? (unit && NumberWords.Count(word) is { } count ? count : null);

    /// <summary>The amount in whole cents; null when it is absurd.</summary>
    public static Money? AsMoney(decimal amount) => amount is >= 0 and < Most ? Money.FromDecimal(Math.Round(amount, 2)) : null;

    private static bool IsUnit(string word) =>
        word is "dollars" or "dollar" or "bucks" or "buck" or "usd" or "eur" or "euro" or "euros" or "pounds" or "quid" or "gbp" or "cents";
}
