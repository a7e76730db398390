using System.Numerics.Tensors;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>
/// Cuts a message into asks. A stretch is cut at the border at which it most likely holds two asks, and both sides are
/// looked at again, until no border is likely.
/// </summary>
internal sealed class AskSplitter(IntentClassifier classifier)
{
    /// <summary>More asks than a sensible message has; the rest is not looked at.</summary>
    public const int MaxClauses = 40;

    // A little below even: an ask that is missed costs the customer more than one that is read as two.
    private const float Bar = -0.3f;

    // A message with more is cut before it is looked at, so that the work grows with its length and no faster.
    private const int MostBorders = 14;
    private const int MostTokens = 160;

    private readonly BorderFeatures features = new(classifier.Labels);

    /// <summary>The stretches that ask one thing, in their order; each holds at least one word.</summary>
    public List<Clause> Split(Message message)
    {
        var reader = new ClauseReader(classifier, message);
        var clauses = new List<Clause>();
        var tokens = message.Tokens;
        var first = 0;
        while (first < tokens.Length && clauses.Count < MaxClauses)
        {
            while (first < tokens.Length && tokens[first].IsPunctuation)
                first++;
            if (first == tokens.Length)
                break;
            var borders = AskBorders.Find(message, first, Math.Min(first + MostTokens, tokens.Length) - 1);
            var next = tokens.Length;
            if (borders.Count > MostBorders || first + MostTokens < tokens.Length)
            {
                borders = borders[..Math.Min(borders.Count, MostBorders)];
                var end = borders.FindLastIndex(border => AskBorders.EndsSentence(tokens, border.Last));
                if (end < 0)
                    end = borders.Count - 1;
                next = end < 0 ? Math.Min(first + MostTokens, tokens.Length) : borders[end].Next;
                borders = end < 0 ? borders : borders[..end];
            }
            var (whole, from, to) = Core(reader, features, new Clause(first, next - 1), borders);
            if (whole.First > first)
                clauses.Add(new Clause(first, borders[from - 1].Last));
            Cut(reader, whole, borders[from..to], clauses);
            if (to < borders.Count)
                clauses.Add(new Clause(borders[to].Next, next - 1));
            first = next;
        }
        return clauses.Count > MaxClauses ? clauses[..MaxClauses] : clauses;
    }

    /// <summary>
    /// The stretch without the sentences at both ends that surely ask nothing, and which of the borders are in it:
    /// "hello. three things: …, thanks.", "no, leave it. what's in the other one?"
    /// </summary>
    public static (Clause Whole, int From, int To) Core(ClauseReader reader, BorderFeatures features, Clause whole, List<AskBorder> borders)
    {
        var (from, to) = (0, borders.Count);
        var (first, last) = (whole.First, whole.Last);
        while (from < to && IsStrong(borders[from]) && IsApart(reader.Of(new Clause(first, borders[from].Last))))
            first = borders[from++].Next;
        while (to > from && IsStrong(borders[to - 1]) && features.IsSilent(reader.Of(new Clause(borders[to - 1].Next, last))))
            last = borders[--to].Last;
        return (new Clause(first, last), from, to);

        bool IsApart(float[] probabilities) => features.IsSilent(probabilities) || features.IsAnswer(probabilities);

        bool IsStrong(AskBorder border) => BorderSigns.MarkOf(reader.Message.Tokens, border) > Mark.Comma;
    }

    private void Cut(ClauseReader reader, Clause whole, List<AskBorder> borders, List<Clause> clauses)
    {
        var best = (At: -1, Score: Bar);
        Span<float> vector = stackalloc float[BorderFeatures.Count];
        for (var i = 0; i < borders.Count; i++)
        {
            features.Fill(reader, whole, borders, i, vector);
            var score = TensorPrimitives.Dot(vector, classifier.Borders);
            if (score > best.Score)
                best = (i, score);
        }
        if (best.At < 0)
        {
            clauses.Add(whole);
            return;
        }
        var border = borders[best.At];
        Cut(reader, new Clause(whole.First, border.Last), borders[..best.At], clauses);
        Cut(reader, new Clause(border.Next, whole.Last), borders[(best.At + 1)..], clauses);
    }
}
