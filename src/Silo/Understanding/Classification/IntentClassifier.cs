using SupportAgents.Silo.Understanding.Text;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>Says what a clause asks. Made once for each process; safe for many threads.</summary>
internal sealed class IntentClassifier
{
    /// <summary>Puts one together of its parts.</summary>
    public IntentClassifier(IReadOnlyList<string> labels, Vocabulary vocabulary, LinearModel model)
    {
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

    /// <summary>Trains it on the embedded lines; some seconds of one core.</summary>
    public static IntentClassifier Train()
    {
        var set = TrainingSet.Load();
        var messages = set.Examples.Select(example => (example, Tokens: Tokenizer.Tokenize(example.Text))).ToList();
        var vocabulary = Vocabulary.Of(messages.Select(message => (message.example.Line, message.Tokens)));
        var reader = new MessageReader(vocabulary);
        var examples = messages.Select(message => (
            Features: Features(reader.Read(message.example.Text, message.Tokens)), message.example.Label, message.example.Line)).ToList();
        var kept = examples.FindAll(example => example.Line % Calibration.HeldOutEvery != 0);
        var heldOut = examples.FindAll(example => example.Line % Calibration.HeldOutEvery == 0);
        var temperature = Calibration.Fit(ModelTrainer.Train(kept, set.Labels.Count), heldOut, set.Labels.Count);
        var model = ModelTrainer.Train(examples, set.Labels.Count);
        model.Temperature = temperature;
        return new IntentClassifier(set.Labels, vocabulary, model);
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

    private static Feature[] Features(Message message)
    {
        var features = new List<Feature>(160);
        FeatureExtractor.Extract(message, new Clause(0, message.Tokens.Length - 1), features);
        return [.. features];
    }
}
