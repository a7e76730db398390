namespace SupportAgents.Grains.Specialists.Recommendations.Search;

/// <summary>
/// <see cref="Words.Key"/> for the values that one request compares again and again: a catalogue has many variants, but
/// few option names and values. Not for use by two threads.
/// </summary>
public sealed class WordKeys
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <summary>The text as it is compared.</summary>
    public string Of(string text)
    {
        if (!_keys.TryGetValue(text, out var key))
            _keys[text] = key = Words.Key(text);
        return key;
    }
}
