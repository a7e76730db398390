namespace SupportAgents.Knowledge;

/// <summary>How far the search index of the silo that answers has come.</summary>
[GenerateSerializer, Immutable, Alias("knowledge-progress")]
public sealed record KnowledgeProgress
{
    /// <summary>Documents that are found.</summary>
    [Id(0)] public required int Documents { get; init; }

    /// <summary>Their sections.</summary>
    [Id(1)] public required int Sections { get; init; }

    /// <summary>Documents that are stored and not yet found.</summary>
    [Id(2)] public required int Waiting { get; init; }

    /// <summary>Documents that are stored and cannot be searched, with the reason; the newest, at most 100.</summary>
    [Id(3)] public IReadOnlyList<UnsearchableDocument> Unsearchable { get; init; } = [];

    /// <summary>True when everything stored is found, but for those.</summary>
    public bool IsComplete => Waiting == 0;

    /// <summary>Nothing read yet.</summary>
    public static KnowledgeProgress None { get; } = new() { Documents = 0, Sections = 0, Waiting = 0 };
}

/// <summary>A document that is stored and cannot be searched.</summary>
[GenerateSerializer, Immutable, Alias("unsearchable-document")]
public sealed record UnsearchableDocument
{
    [Id(0)] public required string DocumentId { get; init; }

    /// <summary>Why, in a sentence.</summary>
    [Id(1)] public required string Reason { get; init; }
}
