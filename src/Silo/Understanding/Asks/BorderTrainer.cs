using System.Numerics.Tensors;
using SupportAgents.Silo.Understanding.Classification;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>
/// Learns where one ask ends and another begins: logistic regression over <see cref="BorderFeatures"/>, from messages
/// whose sentences the classifier has not seen, so that it meets the same doubts as in a customer's message.
/// </summary>
internal static class BorderTrainer
{
    private const int Seed = 11;
    private const int Epochs = 12;
    private const float Rate = 0.15f;
    private const float Decay = 1e-5f;
    private const int Composed = 2400;
    private const float TimesWritten = 4;

    /// <summary>The weights of the features.</summary>
    /// <param name="classifier">One that has learnt from other lines than these.</param>
    /// <param name="written">Messages of several sentences as customers write them.</param>
    /// <param name="lines">Single sentences, from which more are composed.</param>
    public static float[] Train(IntentClassifier classifier, IEnumerable<PiecedMessage> written, IReadOnlyList<(string Text, string Intent)> lines)
    {
        var random = new Random(Seed);
        var composer = new MessageComposer(lines, random);
        var features = new BorderFeatures(classifier.Labels);
        var examples = new List<(float[] Features, bool IsBorder, float Weight)>();
        var reader = new MessageReader(classifier.Vocabulary);
        void Learn(PiecedMessage message, float weight)
        {
            var read = new ClauseReader(classifier, reader.Read(message.Text, Tokenizer.Tokenize(message.Text)));
            var tokens = read.Message.Tokens;
            var found = AskBorders.Find(read.Message, 0, tokens.Length - 1);
            var (core, from, to) = AskSplitter.Core(read, features, new Clause(0, tokens.Length - 1), found);
            Look(core, found[from..to]);
            void Look(Clause whole, List<AskBorder> borders)
            {
                var cuts = new List<int>();
                for (var i = 0; i < borders.Count; i++)
                {
                    if (message.IsBorder(tokens[borders[i].Last].Start, tokens[borders[i].Next].Start, tokens[whole.First].Start, tokens[whole.Last].End) is not { } isBorder)
                        continue;
                    var vector = new float[BorderFeatures.Count];
                    features.Fill(read, whole, borders, i, vector);
                    examples.Add((vector, isBorder, weight));
                    if (isBorder)
                        cuts.Add(i);
                }
                if (cuts.Count == 0)
                    return;
                var cut = cuts[random.Next(cuts.Count)];
                Look(new Clause(whole.First, borders[cut].Last), borders[..cut]);
                Look(new Clause(borders[cut].Next, whole.Last), borders[(cut + 1)..]);
            }
        }
        for (var i = 0; i < Composed; i++)
            Learn(composer.Compose(1 + i % 3), 1);
        foreach (var message in written)
            Learn(message, TimesWritten);
        return Descend(examples, random);
    }

    private static float[] Descend(List<(float[] Features, bool IsBorder, float Weight)> examples, Random random)
    {
        var weights = new float[BorderFeatures.Count];
        var squares = new float[weights.Length];
        var slopes = new float[weights.Length];
        var steps = new float[weights.Length];
        var average = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (vector, isBorder, weight) = examples[index];
                var miss = weight * (1 / (1 + MathF.Exp(-TensorPrimitives.Dot<float>(vector, weights))) - (isBorder ? 1 : 0));
                TensorPrimitives.Multiply(weights, Decay, slopes);
                TensorPrimitives.MultiplyAdd(vector, miss, slopes, slopes);
                TensorPrimitives.MultiplyAdd(slopes, slopes, squares, squares);
                TensorPrimitives.Sqrt(squares, steps);
                TensorPrimitives.Add(steps, 1e-6f, steps);
                TensorPrimitives.Divide(slopes, steps, slopes);
                TensorPrimitives.MultiplyAdd(slopes, -Rate, weights, weights);
                if (epoch >= Epochs / 2)
                    TensorPrimitives.Add(average, weights, average);
            }
        }
        // The last step depends on the last few examples; the average of many does not.
        TensorPrimitives.Divide(average, examples.Count * (Epochs - Epochs / 2), average);
        return average;
    }
}
