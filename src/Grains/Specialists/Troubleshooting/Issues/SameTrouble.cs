using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Specialists.Troubleshooting.Issues;

/// <summary>Whether two customers tell of the same trouble, by the words that they share.</summary>
public static class SameTrouble
{
    /// <summary>The share of the shorter text's words that the other one must have.</summary>
    public const double Enough = 0.6;

    /// <summary>True when they do. The words of the product's name tell nothing: both are about it.</summary>
    /// <param name="one">What one tells.</param>
    /// <param name="other">What the other tells.</param>
    /// <param name="productName">The product's name.</param>
    public static bool IsTold(string one, string other, string? productName)
    {
        var name = Wording.Of(productName ?? "").Stems.ToHashSet(StringComparer.Ordinal);
        var left = Wording.Of(one).Stems.Where(stem => !name.Contains(stem)).ToHashSet(StringComparer.Ordinal);
        var right = Wording.Of(other).Stems.Where(stem => !name.Contains(stem)).ToHashSet(StringComparer.Ordinal);
        var fewer = Math.Min(left.Count, right.Count);
        left.IntersectWith(right);
        // One word alone is shared by chance, unless it is all that one of them says.
        return fewer > 0 && left.Count >= Math.Min(2, fewer) && left.Count >= Enough * fewer;
    }
}
