using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>What the classifier makes of stretches of one message; each is looked at once.</summary>
internal sealed class ClauseReader(IntentClassifier classifier, Message message)
{
    private readonly Dictionary<Clause, float[]> known = [];

    /// <summary>The message.</summary>
    public Message Message => message;

    /// <summary>The labels that the probabilities belong to.</summary>
    public IReadOnlyList<string> Labels => classifier.Labels;

    /// <summary>The probability of each label; not to be changed.</summary>
    public float[] Of(Clause clause)
    {
        if (!known.TryGetValue(clause, out var probabilities))
            known[clause] = probabilities = classifier.Classify(message, clause);
        return probabilities;
    }
}
