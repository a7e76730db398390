using System.Numerics.Tensors;
using SupportAgents.Agents;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Turns a clause into an <see cref="Ask"/>.</summary>
internal sealed class AskClassifier(IntentClassifier classifier)
{
    private const double Certain = 0.75;
    private const double CloseEnough = 0.1;

    /// <summary>Below it the next likeliest meaning is always told, however unlikely: the customer is asked which it is.</summary>
    private const double Unsure = 0.4;

    /// <summary>How much less likely a clause is out of scope when another clause of the message is surely in scope.</summary>
    private const float AmongOthers = 0.3f;

    private readonly int outside = classifier.Labels.ToList().IndexOf(Intents.OutOfScope);
    private readonly int context = classifier.Labels.ToList().IndexOf(TrainingSet.Context);

    /// <summary>What the clause asks; <see cref="TrainingSet.Context"/> when it asks nothing.</summary>
    public Ask Classify(Message message, Clause clause)
    {
        var probabilities = classifier.Classify(message, clause);
        var best = IndexOfMax(probabilities);
        return AskOf(message, clause, probabilities, best);
    }

    /// <summary>What the clause asks most likely, if it asks something.</summary>
    public Ask ClassifyAsAsk(Message message, Clause clause)
    {
        var probabilities = classifier.Classify(message, clause);
        var share = Math.Max(1 - probabilities[context], 0.05f);
        probabilities[context] = 0;
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] = Math.Min(probabilities[i] / share, 1) * (0.5f + share / 2);
        return AskOf(message, clause, probabilities, IndexOfMax(probabilities));
    }

    /// <summary>What the clause asks, beside clauses that are surely in scope.</summary>
    public Ask ClassifyAmongOthers(Message message, Clause clause)
    {
        var probabilities = classifier.Classify(message, clause);
        probabilities[outside] *= AmongOthers;
        TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum<float>(probabilities), probabilities);
        return AskOf(message, clause, probabilities, IndexOfMax(probabilities));
    }

    private Ask AskOf(Message message, Clause clause, float[] probabilities, int best)
    {
        var second = IndexOfMax(probabilities, best, context);
        var close = probabilities[best] < Certain && probabilities[second] > CloseEnough || probabilities[best] < Unsure;
        var tokens = message.Tokens.AsSpan(clause.First, clause.Length);
        return new Ask
        {
            Clause = clause,
            Intent = classifier.Labels[best],
            Confidence = Math.Round(probabilities[best], 4),
            Alternative = close ? classifier.Labels[second] : null,
            IsExplicit = AskSigns.IsExplicit(tokens),
            IsCorrection = AskSigns.IsCorrection(tokens),
        };
    }

    private static int IndexOfMax(float[] probabilities, params ReadOnlySpan<int> except)
    {
        var best = -1;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (!except.Contains(i) && (best < 0 || probabilities[i] > probabilities[best]))
                best = i;
        }
        return best;
    }
}
