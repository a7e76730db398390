namespace SupportAgents.Grains.Knowledge.Text;

/// <summary>The words of a text that say what it is about.</summary>
public static class SubjectWords
{
    /// <summary>How many different ones there are; none in "what now?" or "and that one?".</summary>
    public static int Count(string text) => Of(text).Count;

    /// <summary>Their stems.</summary>
    public static IReadOnlySet<string> Of(string text) =>
        Tokenizer.Words(text).Where(word => !StopWords.IsStop(word)).Select(Stemmer.Stem).ToHashSet(StringComparer.Ordinal);
}
