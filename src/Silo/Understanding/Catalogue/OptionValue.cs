namespace SupportAgents.Silo.Understanding.Catalogue;

/// <summary>A value of an option that was said.</summary>
/// <param name="Names">Names of the options that have it in the catalogue, the commonest first; never empty.</param>
/// <param name="Value">In the catalogue's spelling, or as said.</param>
internal sealed record OptionValue(IReadOnlyList<string> Names, string Value);
