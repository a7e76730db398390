using System.Numerics.Tensors;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>Fits the temperature of a model, so that of the answers with a confidence of 0.8 about 80 % are right.</summary>
internal static class Calibration
{
    /// <summary>Every so many lines are held out.</summary>
    public const int HeldOutEvery = 8;

    /// <summary>The temperature with the smallest log loss on examples that the model did not learn from.</summary>
    public static float Fit(LinearModel model, IEnumerable<(Feature[] Features, int Label, int Line)> heldOut, int labels)
    {
        var scored = heldOut.Select(example =>
        {
            var scores = new float[labels];
            model.Score([.. example.Features], scores);
            return (scores, example.Label);
        }).ToList();
        var best = (Loss: double.MaxValue, Temperature: 1f);
        for (var temperature = 0.3f; temperature < 3f; temperature += 0.05f)
        {
            var loss = scored.Sum(example => Loss(example.scores, example.Label, temperature));
            if (loss < best.Loss)
                best = (loss, temperature);
        }
        return best.Temperature;
    }

    private static double Loss(float[] scores, int label, float temperature)
    {
        var probabilities = new float[scores.Length];
        TensorPrimitives.Divide(scores, temperature, probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        return -Math.Log(Math.Max(probabilities[label], 1e-6f));
    }
}
