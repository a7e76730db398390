namespace SupportAgents.Silo.Understanding.Text;

/// <summary>Spells words the one way in which they are compared.</summary>
internal static class Letters
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyy";

    /// <summary>Lower case, common Latin accents dropped, the curly apostrophe made straight.</summary>
    public static string Fold(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = char.ToLowerInvariant(source[i]);
            var accent = c > '\x7f' ? Accented.IndexOf(c) : -1;
            target[i] = c == '’' ? '\'' : accent >= 0 ? Plain[accent] : c;
        }
    });

    /// <summary>The singular of a plural, roughly: "watches" to "watch", "batteries" to "battery". It is the same for both sides of a comparison, which is what counts.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        foreach (var ending in (ReadOnlySpan<string>)["ches", "shes", "xes", "sses", "zes"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^2];
        }
        return word[..^1];
    }

    /// <summary>Letters, digits and dots only: "15-inch" and "15 inch" become the same.</summary>
    public static string Joined(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[Math.Min(word.Length, 64)];
        var length = 0;
        foreach (var c in word)
        {
            if (length < buffer.Length && (char.IsLetterOrDigit(c) || c == '.'))
                buffer[length++] = c;
        }
        return buffer[..length].ToString();
    }
}
