namespace SupportAgents.Knowledge;

/// <summary>A section that an answer cites, for reading.</summary>
[GenerateSerializer, Immutable, Alias("cited-section")]
public sealed record CitedSection
{
    [Id(0)] public required string DocumentId { get; init; }
    [Id(1)] public required string Title { get; init; }

    /// <summary>The heading path, joined by " > "; empty for the document from its beginning.</summary>
    [Id(2)] public required string Section { get; init; }

    /// <summary>Markdown, at most 20,000 characters.</summary>
    [Id(3)] public required string Text { get; init; }
}
