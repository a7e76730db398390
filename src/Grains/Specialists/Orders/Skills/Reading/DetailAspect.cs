using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Specialists.Orders.Skills.Reading;

/// <summary>The one thing of an order that a question is about, so that its answer needs no list.</summary>
public static partial class DetailAspect
{
    /// <summary><c>cost</c>, <c>payment</c>, <c>address</c> or <c>placed</c>; null when the whole order is asked for.</summary>
    public static string? Read(string text) =>
        Everything().IsMatch(text) ? null
        : Payment().IsMatch(text) ? "payment"
        : Cost().IsMatch(text) ? "cost"
        : Address().IsMatch(text) ? "address"
        : Placed().IsMatch(text) ? "placed"
        : null;

    [GeneratedRegex(@"\b(details?|what('?s| is| was| did)? (all )?(in|i order|i buy)|items|contents?|everything)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    [GeneratedRegex(@"\b(how (did|do|was|have) .{0,20}\b(pay|paid)|(which|what) (card|payment|method)|payment method|paid with)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Payment();

    [GeneratedRegex(@"\b(how much|total|cost|price|amount|what did i pay)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\b(address|where (does|do|is|are|will) .{0,40}\b(go|going|sent|shipped|delivered))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\bwhen (did|was|were|have) ", RegexOptions.IgnoreCase)]
    private static partial Regex Placed();
}
