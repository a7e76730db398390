using System.Numerics.Tensors;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>
/// What tells whether a stretch of a message holds two asks, one on each side of a border: the marks and words at the
/// border, and what the classifier makes of the whole, of both sides, and of the nearest part of each side.
/// </summary>
internal sealed class BorderFeatures(IReadOnlyList<string> labels)
{
    /// <summary>Number of features.</summary>
    public const int Count = 94;

    private const float Silence = 0.2f;
    private const float Answer = 0.6f;

    private readonly bool[] silent = [.. labels.Select(label => label == TrainingSet.Context || IntentFamilies.IsManners(label))];

    /// <summary>Fills a vector of <see cref="Count"/> numbers for one of the borders of a stretch.</summary>
    public void Fill(ClauseReader reader, Clause whole, List<AskBorder> borders, int which, Span<float> features)
    {
        features.Clear();
        var writer = new FeatureWriter(features);
        var message = reader.Message;
        var border = borders[which];
        var left = Side.Of(message, new Clause(whole.First, border.Last));
        var right = Side.Of(message, new Clause(border.Next, whole.Last));
        writer.Add(1);
        AddWords(ref writer, message, border, left, right);
        AddMeanings(ref writer, reader.Of(whole), reader.Of(left.Clause), reader.Of(right.Clause));
        AddThings(ref writer, message, left, right, labels[Likeliest(reader.Of(left.Clause))], labels[Likeliest(reader.Of(right.Clause))]);
        AddNearest(
            ref writer,
            reader.Of(new Clause(which > 0 ? borders[which - 1].Next : whole.First, border.Last)),
            reader.Of(new Clause(border.Next, which + 1 < borders.Count ? borders[which + 1].Last : whole.Last)),
            Likeliest(reader.Of(left.Clause)),
            Likeliest(reader.Of(right.Clause)));
    }

    /// <summary>Whether a stretch surely asks nothing: a greeting, an announcement, an explanation.</summary>
    public bool IsSilent(float[] probabilities) => Asks(probabilities) < Silence;

    /// <summary>Whether a stretch is an answer: a yes, a no, a "never mind".</summary>
    public bool IsAnswer(float[] probabilities)
    {
        var sum = 0f;
        for (var i = 0; i < probabilities.Length; i++)
            sum += IntentFamilies.IsAnswer(labels[i]) ? probabilities[i] : 0;
        return sum > Answer;
    }

    private static void AddWords(ref FeatureWriter writer, Message message, AskBorder border, Side left, Side right)
    {
        var mark = BorderSigns.MarkOf(message.Tokens, border);
        var joiner = BorderSigns.JoinerOf(message.Tokens, border);
        var asksRight = right.Opening is Opening.Question or Opening.YesOrNo or Opening.Order or Opening.Wish;
        writer.OneOf((int)mark, BorderSigns.Marks);
        writer.OneOf((int)joiner, BorderSigns.Joiners);
        writer.OneOf((int)right.Opening, AskSigns.Openings);
        writer.OneOf((int)left.Opening, AskSigns.Openings);
        writer.OneOf(Size(left.Clause), 4);
        writer.OneOf(Size(right.Clause), 4);
        writer.Add(left.IsExplicit);
        writer.Add(right.IsExplicit);
        writer.Add(left.IsExplicit && right.IsExplicit);
        writer.Add(!left.IsExplicit && !right.IsExplicit);
        writer.Add(joiner is Joiner.And or Joiner.Then or Joiner.Also && asksRight);
        writer.Add(mark is Mark.Semicolon or Mark.Stop or Mark.Exclamation && asksRight);
        writer.Add(mark is Mark.Comma && AskSigns.IsSubordinator(message.Tokens[left.Clause.First]));
        writer.Add(mark is Mark.None && joiner is Joiner.None);
        writer.Add(mark is Mark.None && joiner is Joiner.And && !asksRight);
    }

    private void AddMeanings(ref FeatureWriter writer, float[] whole, float[] left, float[] right)
    {
        var (w, l, r) = (Likeliest(whole), Likeliest(left), Likeliest(right));
        writer.Add(Asks(left));
        writer.Add(Asks(right));
        writer.Add(Asks(left) * Asks(right));
        writer.Add(left[l]);
        writer.Add(right[r]);
        writer.Add(Math.Min(left[l], right[r]));
        writer.Add(left[l] * right[r]);
        writer.Add(whole[w]);
        writer.Add(whole[l]);
        writer.Add(whole[r]);
        writer.Add(Math.Min(whole[l], whole[r]));
        writer.Add(Math.Clamp(MathF.Log((left[l] * right[r] + 0.001f) / (whole[w] + 0.001f)), -4, 4) / 4);
        writer.Add(TensorPrimitives.Dot<float>(left, right));
        writer.Add(l == w && r != w);
        writer.Add(r == w && l != w);
        writer.Add(l != w && r != w);
        writer.Add(l != r ? Math.Min(left[l], right[r]) : 0);
    }

    private static void AddThings(ref FeatureWriter writer, Message message, Side left, Side right, string before, string after)
    {
        var same = before == after;
        var own = Things.NamesOwn(message, left.Clause, right.Clause);
        var others = Things.NamesOwn(message, right.Clause, left.Clause);
        var pointsBack = Things.PointsBack(message.Tokens, right.Clause);
        writer.Add(own);
        writer.Add(others);
        writer.Add(pointsBack);
        writer.Add(same);
        writer.Add(same && own && others);
        writer.Add(same && own && others && !pointsBack);
        writer.Add(same && pointsBack);
        writer.Add(left.IsExplicit && right.IsExplicit && !same);
        writer.Add(left.IsExplicit && right.IsExplicit && same);
        writer.Add(IntentFamilies.IsTrouble(before) && !left.IsExplicit);
        writer.Add(IntentFamilies.IsTrouble(before) && IntentFamilies.IsRemedy(after));
        writer.Add(IntentFamilies.IsTrouble(before) && IntentFamilies.IsRemedy(after) && own);
        writer.Add(IntentFamilies.IsTelling(before) && !left.IsExplicit);
        writer.Add(IntentFamilies.IsTrouble(after) && !right.IsExplicit);
        writer.Add(IntentFamilies.IsTelling(after) && !right.IsExplicit);
    }

    private void AddNearest(ref FeatureWriter writer, float[] left, float[] right, int wholeLeft, int wholeRight)
    {
        var (l, r) = (Likeliest(left), Likeliest(right));
        writer.Add(Asks(left));
        writer.Add(Asks(right));
        writer.Add(Asks(left) * Asks(right));
        writer.Add(left[l]);
        writer.Add(right[r]);
        writer.Add(left[l] * right[r]);
        writer.Add(l == r);
        writer.Add(TensorPrimitives.Dot<float>(left, right));
        writer.Add(l == wholeLeft);
        writer.Add(r == wholeRight);
        writer.Add(r == wholeLeft);
        writer.Add(l != r ? Math.Min(left[l], right[r]) : 0);
    }

    /// <summary>The likeliest label that asks something.</summary>
    private int Likeliest(float[] probabilities)
    {
        var best = -1;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (!silent[i] && (best < 0 || probabilities[i] > probabilities[best]))
                best = i;
        }
        return best;
    }

    /// <summary>How likely it is that something is asked.</summary>
    private float Asks(float[] probabilities)
    {
        var sum = 1f;
        for (var i = 0; i < probabilities.Length; i++)
            sum -= silent[i] ? probabilities[i] : 0;
        return sum;
    }

    private static int Size(Clause clause) => clause.Length switch { 1 => 0, 2 => 1, <= 4 => 2, _ => 3 };

    /// <summary>One side of a border.</summary>
    private readonly record struct Side(Clause Clause, Opening Opening, bool IsExplicit)
    {
        public static Side Of(Message message, Clause clause)
        {
            var begin = clause.First;
            while (begin < clause.Last && (message.Tokens[begin].IsPunctuation || AskSigns.Turns(message.Tokens[begin])))
                begin++;
            return new Side(clause, AskSigns.OpeningOf(message.Tokens, begin), AskSigns.IsExplicit(message.Tokens.AsSpan(clause.First, clause.Length)));
        }
    }
}
