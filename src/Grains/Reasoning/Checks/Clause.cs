using System.Text.RegularExpressions;

namespace SupportAgents.Grains.Reasoning.Checks;

/// <summary>Parts of a sentence: what one part denies or asks, another may claim. "No problem, it is cancelled" claims.</summary>
public static partial class Clause
{
    /// <summary>The parts.</summary>
    public static string[] Of(string sentence) => Joint().Split(sentence);

    /// <summary>True when it says that something is not so.</summary>
    public static bool Denies(string clause) => Denial().IsMatch(clause);

    /// <summary>True when it holds only if something else does.</summary>
    public static bool Depends(string clause) => Condition().IsMatch(clause);

    [GeneratedRegex(@"[;:!]|[,.]\s|\s[–—-]\s|\b(?:but|and|so|however|because|since|although|though)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:not|no|never|cannot|unable|without|nothing|none|neither|nor|nobody)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:once|if|when|whenever|after|as soon as|should|before|whether|until|unless)\b[^,;]*\b(?:you|your|confirm\w*|it|this|that|they|the|an?|items?|orders?)\b|\bwould you\b|\bdo you want\b|\bshall I\b|\bplease confirm\b", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();
}
