using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>One thing that the classifier weighs.</summary>
/// <param name="Bucket">Hash of its name, below <see cref="FeatureExtractor.Buckets"/>.</param>
/// <param name="Value">How much of it there is.</param>
internal readonly record struct Feature(int Bucket, float Value);

/// <summary>
/// Turns a clause into features: words, pairs and triples of neighbours, how it starts, groups of meaning and pairs of
/// them, and runs of three and four letters within words. The vector has length one.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Number of different features; names are hashed into it.</summary>
    public const int Buckets = 1 << 18;

    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;
    private const float LetterRunValue = 0.35f;
    private const float ConceptPairValue = 0.5f;
    private const int MostConceptsPaired = 12;

    /// <summary>Adds the features of a clause to an empty list.</summary>
    public static void Extract(Message message, Clause clause, List<Feature> features)
    {
        var words = new List<string>(clause.Length);
        var concepts = new List<string>();
        var asks = false;
        for (var i = clause.First; i <= clause.Last; i++)
        {
            asks |= message.Tokens[i].Text == "?";
            if (message.Labels[i] is not { } label)
                continue;
            words.Add(label);
            AddLetterRuns(message.Tokens[i].Text, label, features);
            foreach (var concept in Concepts.Of(label))
            {
                if (!concepts.Contains(concept))
                    concepts.Add(concept);
            }
        }
        AddWords(words, features);
        AddConcepts(concepts, features);
        if (asks)
            features.Add(new Feature(Bucket('?', "", "", ""), 1));
        features.Add(new Feature(Bucket('n', LengthClass(words.Count), "", ""), 0.5f));
        Normalize(features);
    }

    private static void AddWords(List<string> words, List<Feature> features)
    {
        for (var i = 0; i <= words.Count; i++)
        {
            var word = i < words.Count ? words[i] : "$";
            var before = i > 0 ? words[i - 1] : "^";
            var beforeThat = i > 1 ? words[i - 2] : "^";
            if (i < words.Count)
                features.Add(new Feature(Bucket('w', word, "", ""), 1));
            features.Add(new Feature(Bucket('b', before, word, ""), 1));
            if (i > 1)
                features.Add(new Feature(Bucket('s', beforeThat, word, ""), 0.6f));
            if (i is 1 or 2 && words.Count > 2)
                features.Add(new Feature(Bucket('f', words[0], words[1], i == 2 ? words[2] : ""), 0.8f));
            if (i > 1)
                features.Add(new Feature(Bucket('t', beforeThat, before, word), 0.7f));
        }
        if (words.Count is > 0 and <= 4)
            features.Add(new Feature(Bucket('a', string.Join(' ', words), "", ""), 1.5f));
    }

    private static void AddConcepts(List<string> concepts, List<Feature> features)
    {
        concepts.Sort(StringComparer.Ordinal);
        if (concepts.Count == 0)
            features.Add(new Feature(Bucket('c', "none", "", ""), 1));
        for (var i = 0; i < concepts.Count && i < MostConceptsPaired; i++)
        {
            features.Add(new Feature(Bucket('c', concepts[i], "", ""), 1));
            for (var j = 0; j < i; j++)
                features.Add(new Feature(Bucket('p', concepts[j], concepts[i], ""), ConceptPairValue));
        }
    }

    private static void AddLetterRuns(string token, string label, List<Feature> features)
    {
        if (label[0] == 'x' && label != token && label != Vocabulary.UnknownWord || token.Length > 24)
            return;
        var word = label == Vocabulary.UnknownWord ? token : label;
        var bounded = $"<{word}>";
        for (var size = 3; size <= 4; size++)
        {
            for (var i = 0; i + size <= bounded.Length; i++)
                features.Add(new Feature(Hash('g', bounded.AsSpan(i, size)), LetterRunValue));
        }
    }

    private static string LengthClass(int words) =>
        words switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "4", <= 8 => "8", <= 16 => "16", _ => "more" };

    private static void Normalize(List<Feature> features)
    {
        var squares = 0f;
        foreach (var feature in features)
            squares += feature.Value * feature.Value;
        var scale = 1f / MathF.Sqrt(squares);
        for (var i = 0; i < features.Count; i++)
            features[i] = features[i] with { Value = features[i].Value * scale };
    }

    private static int Bucket(char group, string first, string second, string third)
    {
        var hash = Mix(Basis, [group]);
        hash = Mix(hash, first);
        hash = Mix(Mix(hash, "|"), second);
        return Fold(Mix(Mix(hash, "|"), third));
    }

    private static int Hash(char group, ReadOnlySpan<char> text) => Fold(Mix(Mix(Basis, [group]), text));

    private static int Fold(uint hash) => (int)((hash ^ (hash >> 15)) & (Buckets - 1));

    private static uint Mix(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }
}
