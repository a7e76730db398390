using System.Numerics.Tensors;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// Trains a <see cref="LinearModel"/> by stochastic gradient descent with a step size of its own for each feature
/// (AdaGrad). The order of the examples is fixed by a seed, so that the same examples give the same model.
/// </summary>
internal static class ModelTrainer
{
    private const int Epochs = 6;
    private const int Seed = 7;
    private const float Rate = 0.6f;
    private const float Decay = 1e-5f;

    /// <summary>Learns from feature lists with their labels.</summary>
    public static LinearModel Train(IReadOnlyList<(Feature[] Features, int Label)> examples, int labels)
    {
        var rows = new int[FeatureExtractor.Buckets];
        Array.Fill(rows, -1);
        var count = 0;
        foreach (var feature in examples.SelectMany(example => example.Features))
        {
            if (rows[feature.Bucket] < 0)
                rows[feature.Bucket] = count++;
        }
        var weights = new float[count * labels];
        Descend(examples, labels, rows, weights, new float[count]);
        return new LinearModel(labels, rows, weights);
    }

    private static void Descend(
        IReadOnlyList<(Feature[] Features, int Label)> examples, int labels, int[] rows, float[] weights, float[] squares)
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var gradient = new float[labels];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (features, label) = examples[index];
                Array.Clear(gradient);
                foreach (var feature in features)
                    TensorPrimitives.MultiplyAdd(weights.AsSpan(rows[feature.Bucket] * labels, labels), feature.Value, gradient, gradient);
                TensorPrimitives.SoftMax(gradient, gradient);
                gradient[label] -= 1;
                var size = TensorPrimitives.SumOfSquares(gradient);
                foreach (var feature in features)
                {
                    var row = rows[feature.Bucket];
                    squares[row] += feature.Value * feature.Value * size;
                    var step = -Rate * feature.Value / (MathF.Sqrt(squares[row]) + 1e-6f);
                    var slice = weights.AsSpan(row * labels, labels);
                    TensorPrimitives.Multiply(slice, 1 - Decay, slice);
                    TensorPrimitives.MultiplyAdd(gradient, step, slice, slice);
                }
            }
        }
    }
}
