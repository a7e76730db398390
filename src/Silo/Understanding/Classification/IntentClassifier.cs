using SupportAgents.Silo.Understanding.Asks;
using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>Says what a clause asks. Made once for each process; safe for many threads.</summary>
internal sealed class IntentClassifier
{
    private const double Forgotten = 0.08;
    private const int Seed = 5;

    /// <summary>Puts one together of its parts.</summary>
    public IntentClassifier(IReadOnlyList<string> labels, Vocabulary vocabulary, LinearModel model, float[] borders)
    {
        Borders = borders;
        Labels = labels;
        Vocabulary = vocabulary;
        Model = model;
    }

    /// <summary>The intents, and <see cref="TrainingSet.Context"/>.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The words that it knows.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What it has learnt.</summary>
    public LinearModel Model { get; }

    /// <summary>What it has learnt of where one ask ends and another begins: the weights of <see cref="BorderFeatures"/>.</summary>
    public float[] Borders { get; }

    /// <summary>Trains it on the embedded lines; some seconds of one core.</summary>
    public static IntentClassifier Train()
    {
        var set = TrainingSet.Load();
        var messages = set.Examples.Select(example => (example, Tokens: Tokenizer.Tokenize(example.Text))).ToList();
        var vocabulary = Vocabulary.Of(messages.Select(message => (message.example.Line, message.Tokens)));
        var reader = new MessageReader(vocabulary);
        var random = new Random(Seed);
        var examples = messages.Select(message => (
            Features: Features(Forget(reader.Read(message.example.Text, message.Tokens), random)), message.example.Label, message.example.Line)).ToList();
        var kept = examples.FindAll(example => !set.IsHeldOut(example.Line));
        var heldOut = examples.FindAll(example => set.IsHeldOut(example.Line) && !set.IsWritten(example.Line));
        var first = ModelTrainer.Train(kept, set.Labels.Count);
        first.Temperature = Calibration.Fit(first, heldOut, set.Labels.Count);
        var model = ModelTrainer.Train(examples, set.Labels.Count);
        model.Temperature = first.Temperature;
        var borders = BorderTrainer.Train(
            new IntentClassifier(set.Labels, vocabulary, first, []),
            set.Several,
            [.. set.Examples.Where(example => set.IsHeldOut(example.Line) && !set.IsWritten(example.Line)).Select(example => (example.Text, set.Labels[example.Label]))]);
        return new IntentClassifier(set.Labels, vocabulary, model, borders);
    }

    /// <summary>The probability of each of <see cref="Labels"/>.</summary>
    public float[] Classify(Message message, Clause clause)
    {
        var features = new List<Feature>(160);
        FeatureExtractor.Extract(message, clause, features);
        var probabilities = new float[Labels.Count];
        Model.Predict(features, probabilities);
        return probabilities;
    }

    /// <summary>Some words are taken for unknown ones, since a customer's message has more of these than a training line.</summary>
    private static Message Forget(Message message, Random random)
    {
        for (var i = 0; i < message.Labels.Length; i++)
        {
            if (message.Labels[i] is { Length: > 3 } label && label[0] != 'x' && random.NextDouble() < Forgotten)
                message.Labels[i] = Vocabulary.UnknownWord;
        }
        return message;
    }

    private static Feature[] Features(Message message)
    {
        var features = new List<Feature>(160);
        FeatureExtractor.Extract(message, new Clause(0, message.Tokens.Length - 1), features);
        return [.. features];
    }
}
