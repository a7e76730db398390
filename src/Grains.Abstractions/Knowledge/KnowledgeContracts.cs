using System.Text.Json.Serialization;
using SupportAgents.Shop;

namespace SupportAgents.Knowledge;

/// <summary>A document of the knowledge base.</summary>
[GenerateSerializer, Immutable, Alias("knowledge-document")]
public sealed record KnowledgeDocument
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required KnowledgeKind Kind { get; init; }

    /// <summary>The product that it is about.</summary>
    [Id(3)] public string? ProductId { get; init; }
    [Id(4)] public string? Category { get; init; }

    /// <summary>Markdown, without front matter.</summary>
    [Id(5)] public required string Body { get; init; }
}

/// <summary>The kinds of document.</summary>
[GenerateSerializer, Alias("knowledge-kind")]
[JsonConverter(typeof(SnakeCaseEnumConverter<KnowledgeKind>))]
public enum KnowledgeKind { Faq, Guide, Manual, Policy }

/// <summary>A section found by a search.</summary>
[GenerateSerializer, Immutable, Alias("knowledge-hit")]
public sealed record KnowledgeHit
{
    [Id(0)] public required string DocumentId { get; init; }
    [Id(1)] public required string Title { get; init; }

    /// <summary>The heading path, joined by " > ".</summary>
    [Id(2)] public required string Section { get; init; }
    [Id(3)] public string? ProductId { get; init; }

    /// <summary>Higher is better; comparable within one search only.</summary>
    [Id(4)] public required double Score { get; init; }

    /// <summary>The section's text, at most 3,000 characters.</summary>
    [Id(5)] public required string Text { get; init; }
    [Id(6)] public required KnowledgeKind Kind { get; init; }

    /// <summary>The page, where the source has pages.</summary>
    [Id(7)] public int? Page { get; init; }

    /// <summary>How much of the question the section has, from 0 to 1, telling words counting more; comparable between searches.</summary>
    [Id(8)] public double Coverage { get; init; }
}

/// <summary>What to search for.</summary>
[GenerateSerializer, Immutable, Alias("knowledge-query")]
public sealed record KnowledgeQuery
{
    [Id(0)] public required string Text { get; init; }

    /// <summary>Only documents of this product.</summary>
    [Id(1)] public string? ProductId { get; init; }
    [Id(2)] public KnowledgeKind? Kind { get; init; }

    /// <summary>From 1 to 50; 10 unless told.</summary>
    [Id(3)] public int Limit { get; init; } = 10;
}
