namespace SupportAgents.Silo.Understanding.Asks;

/// <summary>Writes one feature after the other into a vector of zeros.</summary>
internal ref struct FeatureWriter(Span<float> features)
{
    private readonly Span<float> features = features;
    private int at;

    /// <summary>A number.</summary>
    public void Add(float value) => features[at++] = value;

    /// <summary>Whether something is so.</summary>
    public void Add(bool value) => Add(value ? 1f : 0f);

    /// <summary>Which of several it is.</summary>
    public void OneOf(int which, int count)
    {
        features[at + which] = 1;
        at += count;
    }
}
