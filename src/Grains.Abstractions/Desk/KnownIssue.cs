using System.Text.Json.Serialization;
using SupportAgents.Shop;

namespace SupportAgents.Desk;

/// <summary>The same trouble with the same product, told by several customers.</summary>
[GenerateSerializer, Immutable, Alias("known-issue")]
public sealed record KnownIssue
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string ProductId { get; init; }

    /// <summary>Null when the catalogue no longer has it.</summary>
    [Id(2)] public string? ProductName { get; init; }

    /// <summary>What the first customer told of it.</summary>
    [Id(3)] public required string Title { get; init; }
    [Id(4)] public required KnownIssueStatus Status { get; init; }

    /// <summary>What the next customers are told; set when it was confirmed.</summary>
    [Id(5)] public string? Answer { get; init; }

    /// <summary>Different customers who told of it.</summary>
    [Id(6)] public required int Customers { get; init; }
    [Id(7)] public required DateTimeOffset FirstAt { get; init; }
    [Id(8)] public required DateTimeOffset LastAt { get; init; }

    /// <summary>The newest reports, at most 20.</summary>
    [Id(9)] public IReadOnlyList<IssueReport> Reports { get; init; } = [];
}

/// <summary>What one customer told of an issue.</summary>
[GenerateSerializer, Immutable, Alias("issue-report")]
public sealed record IssueReport
{
    [Id(0)] public required string ConversationId { get; init; }
    [Id(1)] public required string CustomerId { get; init; }

    /// <summary>In the customer's words.</summary>
    [Id(2)] public required string Symptom { get; init; }
    [Id(3)] public required DateTimeOffset At { get; init; }
}

/// <summary>Where an issue stands.</summary>
[GenerateSerializer, Alias("known-issue-status")]
[JsonConverter(typeof(SnakeCaseEnumConverter<KnownIssueStatus>))]
public enum KnownIssueStatus
{
    /// <summary>Found by the radar; customers hear nothing of it.</summary>
    Suspected,

    /// <summary>A person gave it an answer, which the next customers are told.</summary>
    Confirmed,

    /// <summary>It is mended, and everybody who told of it was told so.</summary>
    Resolved,

    /// <summary>A person found that it is none.</summary>
    Dismissed,
}
