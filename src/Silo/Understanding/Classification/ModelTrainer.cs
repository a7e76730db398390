using System.Numerics.Tensors;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// Trains a <see cref="LinearModel"/> by stochastic gradient descent with a step size of its own for each feature
/// (AdaGrad). The order of the examples is fixed by a seed, so that the same examples give the same model.
/// </summary>
internal static class ModelTrainer
{
    private const int Epochs = 6;
    // The average of several rounds depends less on the order of the examples than the last round alone.
    private const int Averaged = 3;
    private const int Seed = 7;
    private const float Rate = 1.2f;
    private const float Decay = 1e-5f;

    /// <summary>Learns from feature lists with their labels. A feature that only one line of the training set has is left out: it tells nothing about others.</summary>
    public static LinearModel Train(IReadOnlyList<(Feature[] Features, int Label, int Line)> examples, int labels)
    {
        var rows = Rows(examples, out var count);
        var weights = new float[count * labels];
        Descend(examples, labels, rows, weights, new float[count]);
        return new LinearModel(labels, rows, weights);
    }

    private static int[] Rows(IReadOnlyList<(Feature[] Features, int Label, int Line)> examples, out int count)
    {
        var rows = new int[FeatureExtractor.Buckets];
        var firstLine = new int[FeatureExtractor.Buckets];
        Array.Fill(rows, -1);
        Array.Fill(firstLine, -1);
        count = 0;
        foreach (var (features, _, line) in examples)
        {
            foreach (var feature in features)
            {
                if (firstLine[feature.Bucket] < 0)
                    firstLine[feature.Bucket] = line;
                else if (firstLine[feature.Bucket] != line && rows[feature.Bucket] < 0)
                    rows[feature.Bucket] = count++;
            }
        }
        return rows;
    }

    private static void Descend(
        IReadOnlyList<(Feature[] Features, int Label, int Line)> examples, int labels, int[] rows, float[] weights, float[] squares)
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var gradient = new float[labels];
        var sum = new float[weights.Length];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (features, label, _) = examples[index];
                Array.Clear(gradient);
                foreach (var feature in features)
                {
                    if (rows[feature.Bucket] is var row and >= 0)
                        TensorPrimitives.MultiplyAdd(weights.AsSpan(row * labels, labels), feature.Value, gradient, gradient);
                }
                TensorPrimitives.SoftMax(gradient, gradient);
                gradient[label] -= 1;
                var size = TensorPrimitives.SumOfSquares(gradient);
                foreach (var feature in features)
                {
                    var row = rows[feature.Bucket];
                    if (row < 0)
                        continue;
                    squares[row] += feature.Value * feature.Value * size;
                    var step = -Rate * feature.Value / (MathF.Sqrt(squares[row]) + 1e-6f);
                    var slice = weights.AsSpan(row * labels, labels);
                    TensorPrimitives.Multiply(slice, 1 - Decay, slice);
                    TensorPrimitives.MultiplyAdd(gradient, step, slice, slice);
                }
            }
            if (epoch >= Epochs - Averaged)
                TensorPrimitives.Add(sum, weights, sum);
        }
        TensorPrimitives.Divide(sum, Averaged, weights);
    }
}
