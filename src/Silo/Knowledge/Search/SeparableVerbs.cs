namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>Finds "switch on" in "switch it on" and "turn off" in "turn the lamp off": known phrases whose particle stands apart.</summary>
internal static class SeparableVerbs
{
    private const int MostBetween = 2;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "on", "off", "up", "out", "in", "down", "away" };

    private static readonly HashSet<string> Determiners = new(StringComparer.Ordinal) { "it", "this", "that", "them", "these", "the", "my", "a" };

    /// <summary>The verb and its particle as stems, when the synonyms know them as a phrase; else null.</summary>
    public static List<string>? At(int start, List<string> words, List<string> stems, SynonymList synonyms)
    {
        for (var particle = start + 2; particle <= start + 1 + MostBetween && particle < words.Count; particle++)
        {
            if (Particles.Contains(words[particle]) && Determiners.Contains(words[start + 1])
                && synonyms.Of([stems[start], stems[particle]]).Count > 0)
                return [stems[start], stems[particle]];
        }
        return null;
    }
}
