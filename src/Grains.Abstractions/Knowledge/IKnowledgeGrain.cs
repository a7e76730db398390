using Orleans.Concurrency;
using SupportAgents.Conversations;
using SupportAgents.Identity;

namespace SupportAgents.Knowledge;

/// <summary>
/// The knowledge base, keyed by <see cref="Key"/>: everybody may search, staff and admins manage it. A search on this
/// grain finds what it has taken; the other silos follow within two seconds. Reads do not wait for an upload that is being read.
/// </summary>
[Alias("knowledge")]
public interface IKnowledgeGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "shop";

    /// <summary>Adds or replaces a document from its source bytes (<c>text/markdown</c>, <c>text/html</c>, <c>text/plain</c>, <c>application/pdf</c>).</summary>
    [Alias("put")]
    Task<KnowledgeDocument> Put(Principal who, KnowledgeUpload upload, CancellationToken cancellationToken = default);

    /// <summary>A document by id.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<KnowledgeDocument> Get(Principal who, string documentId, CancellationToken cancellationToken = default);

    /// <summary>All documents by id, without their bodies.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<Page<KnowledgeDocument>> List(Principal who, string? cursor, int limit, CancellationToken cancellationToken = default);

    /// <summary>Removes a document.</summary>
    [Alias("remove")]
    Task Remove(Principal who, string documentId, CancellationToken cancellationToken = default);

    /// <summary>The best sections, best first.</summary>
    [Alias("search"), AlwaysInterleave]
    Task<IReadOnlyList<KnowledgeHit>> Search(Principal who, KnowledgeQuery query, CancellationToken cancellationToken = default);

    /// <summary>How far the index of the grain's silo has come; the others are at most two seconds apart. Staff only.</summary>
    [Alias("progress"), AlwaysInterleave]
    Task<KnowledgeProgress> Progress(Principal who, CancellationToken cancellationToken = default);

    /// <summary>What a citation names; the whole document where its section is not there any more. For everybody, as a search is.</summary>
    [Alias("cited"), AlwaysInterleave]
    Task<CitedSection> Cited(Principal who, string documentId, string section, CancellationToken cancellationToken = default);
}

/// <summary>A document on its way in.</summary>
[GenerateSerializer, Immutable, Alias("knowledge-upload")]
public sealed record KnowledgeUpload
{
    /// <summary>Null makes one from the title.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>Null takes the first heading or the front matter's.</summary>
    [Id(1)] public string? Title { get; init; }
    [Id(2)] public KnowledgeKind? Kind { get; init; }
    [Id(3)] public string? ProductId { get; init; }
    [Id(4)] public string? Category { get; init; }
    [Id(5)] public required string ContentType { get; init; }
    [Id(6)] public required ReadOnlyMemory<byte> Content { get; init; }
}
