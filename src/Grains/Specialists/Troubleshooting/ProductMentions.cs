using System.Text.RegularExpressions;
using SupportAgents.Agents;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.History;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Which thing is meant: of several that were named, and of what the customer bought.</summary>
internal static partial class ProductMentions
{
    private const int LongestName = 4;

    /// <summary>"The bass of my Creek speaker" is about the speaker: what is the customer's own, then what is named in more words.</summary>
    public static ProductMention? Main(Slots slots, string text) =>
        slots.Products?.OrderByDescending(mention => IsTheirs(mention.Text, text)).ThenByDescending(mention => Tokenizer.Words(mention.Text).Count).FirstOrDefault();

    /// <summary>
    /// The one thing bought whose name has what was named, as "kettle" or "my Duo"; null when nothing or several have it.
    /// </summary>
    public static async Task<string?> Bought(SkillContext context, CancellationToken cancellationToken)
    {
        var text = context.Ask.Ask;
        var named = Main(context.Ask.Slots, text)?.Text ?? Theirs().Match(text).Groups[2].Value;
        if (named.Length == 0)
            return null;
        var words = SubjectWords.Of(string.Join(' ', Tokenizer.Words(named).Take(LongestName)));
        var bought = (await PurchasedUnits.Read(context, cancellationToken)).DistinctBy(unit => unit.ProductId)
            .Select(unit => (unit.ProductId, Shared: SubjectWords.Of(unit.Name).Count(words.Contains))).Where(unit => unit.Shared > 0).ToList();
        var best = bought.Select(unit => unit.Shared).DefaultIfEmpty(0).Max();
        return bought.FindAll(unit => unit.Shared == best) is [var only] ? only.ProductId : null;
    }

    /// <summary>Units that have all words of what was named in their names.</summary>
    public static IReadOnlyList<PurchasedUnit> Called(string name, IReadOnlyList<PurchasedUnit> units)
    {
        var words = SubjectWords.Of(name);
        return words.Count == 0 ? [] : [.. units.Where(unit => words.IsSubsetOf(SubjectWords.Of(unit.Name)))];
    }

    /// <summary>True when a text calls it "my" or "our".</summary>
    public static bool IsTheirs(string name, string text) =>
        Theirs().Matches(text).Any(match => match.Groups[2].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(my|our)\s+([\w' -]+)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Theirs();
}
