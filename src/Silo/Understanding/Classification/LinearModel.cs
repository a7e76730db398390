using System.Numerics.Tensors;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// Multinomial logistic regression: a row of weights, one for each label, for each feature that was met in training.
/// Safe for many threads once trained.
/// </summary>
/// <param name="labels">Number of labels.</param>
/// <param name="rows">Bucket to row; -1 for a bucket that no training example has.</param>
/// <param name="weights">The rows, one after the other.</param>
internal sealed class LinearModel(int labels, int[] rows, float[] weights)
{
    /// <summary>Divides the scores before they become probabilities; fitted so that confidences mean what they say.</summary>
    public float Temperature { get; set; } = 1;

    /// <summary>Bucket to row; -1 for a bucket that the model does not weigh.</summary>
    public int[] Rows => rows;

    /// <summary>The rows of weights, one after the other.</summary>
    public float[] Weights => weights;

    /// <summary>Memory that the weights take, in bytes.</summary>
    public long Bytes => (long)weights.Length * sizeof(float) + (long)rows.Length * sizeof(int);

    /// <summary>Adds up the weights of some features.</summary>
    /// <param name="features">The features of a clause.</param>
    /// <param name="scores">Gets a score for each label.</param>
    public void Score(List<Feature> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            var row = rows[feature.Bucket];
            if (row >= 0)
                TensorPrimitives.MultiplyAdd(weights.AsSpan(row * labels, labels), feature.Value, scores, scores);
        }
    }

    /// <summary>The probability of each label.</summary>
    public void Predict(List<Feature> features, Span<float> probabilities)
    {
        Score(features, probabilities);
        TensorPrimitives.Divide(probabilities, Temperature, probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
    }
}
