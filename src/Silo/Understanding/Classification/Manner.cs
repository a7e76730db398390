namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>Varies the manner of a training sentence: greetings, thanks and explanations around it, a slip of the finger.</summary>
internal sealed class Manner(string[] openings, string[] closings, string[] contexts, Random random)
{
    private static readonly string[] Joints = [".", ".", ",", ",", " and", " so", "", " -"];

    /// <summary>The sentence as somebody else might have written it; the one with <paramref name="number"/> 1 stays as it is.</summary>
    public string Dress(string sentence, int number)
    {
        if (number == 1)
            return sentence;
        var roll = random.NextDouble();
        if (roll < 0.15)
            sentence = $"{Pick(openings)}{(random.Next(2) == 0 ? "," : "")} {sentence}";
        else if (roll < 0.25)
            sentence = $"{sentence.TrimEnd('?', '.', '!')}{(random.Next(2) == 0 ? "," : "")} {Pick(closings)}";
        else if (roll < 0.45 && sentence.Length > 12)
            sentence = Slip(sentence);
        else if (roll < 0.5)
            sentence = $"{Pick(contexts)}{Pick(Joints)} {sentence}";
        else if (roll < 0.55)
            sentence = $"{sentence}{Pick(Joints)} {Pick(contexts)}";
        return sentence;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    /// <summary>Swaps, drops or doubles one letter inside a word.</summary>
    private string Slip(string sentence)
    {
        var at = random.Next(2, sentence.Length - 2);
        if (!char.IsAsciiLetter(sentence[at]) || !char.IsAsciiLetter(sentence[at - 1]) || !char.IsAsciiLetter(sentence[at + 1]))
            return sentence;
        return random.Next(3) switch
        {
            0 => string.Concat(sentence.AsSpan(0, at), sentence.AsSpan(at + 1)),
            1 => string.Concat(sentence.AsSpan(0, at), sentence.AsSpan(at, 1), sentence.AsSpan(at)),
            _ => string.Concat(sentence.AsSpan(0, at), sentence.AsSpan(at + 1, 1), sentence.AsSpan(at, 1), sentence.AsSpan(at + 2)),
        };
    }
}
