namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>One sentence to learn from.</summary>
/// <param name="Text">What a customer might write.</param>
/// <param name="Label">Index of its intent in the model's labels.</param>
/// <param name="Line">Number of the template that it was made from; all examples of a line are held out together.</param>
internal readonly record struct TrainingExample(string Text, int Label, int Line);
