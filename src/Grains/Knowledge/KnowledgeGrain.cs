using SupportAgents.Conversations;
using SupportAgents.Failures;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Knowledge;

namespace SupportAgents.Grains.Knowledge;

/// <inheritdoc cref="IKnowledgeGrain"/>
public sealed class KnowledgeGrain(IKnowledgeStore store, IKnowledgeIndex index, IDocumentReader reader) : Grain, IKnowledgeGrain
{
    /// <summary>Documents on one page of a list, at most.</summary>
    public const int MaxPage = 200;

    private readonly DocumentHashes _hashes = new(store);

    /// <inheritdoc/>
    public async Task<KnowledgeDocument> Put(Principal who, KnowledgeUpload upload, CancellationToken cancellationToken = default)
    {
        RequireStaff(who);
        var document = await reader.Read(upload, cancellationToken);
        RequireId(document.Id);
        if (await _hashes.FindCopy(document, cancellationToken) is { } copy)
            throw new SupportException(FailureKind.Conflict, $"the document was refused: '{copy}' has the same content already");
        await store.Save(document, cancellationToken);
        await index.CatchUp(cancellationToken);
        return document;
    }

    /// <inheritdoc/>
    public async Task<KnowledgeDocument> Get(Principal who, string documentId, CancellationToken cancellationToken = default)
    {
        RequireStaff(who);
        return await store.Find(documentId, cancellationToken) ?? throw SupportException.NotFound("document");
    }

    /// <inheritdoc/>
    public async Task<Page<KnowledgeDocument>> List(Principal who, string? cursor, int limit, CancellationToken cancellationToken = default)
    {
        RequireStaff(who);
        var size = Math.Clamp(limit, 1, MaxPage);
        var documents = await store.List(cursor, size, cancellationToken);
        return new Page<KnowledgeDocument>
        {
            Items = [.. documents.Select(document => document with { Body = "" })],
            Next = documents.Count == size ? documents[^1].Id : null,
        };
    }

    /// <inheritdoc/>
    public async Task Remove(Principal who, string documentId, CancellationToken cancellationToken = default)
    {
        RequireStaff(who);
        if (!await store.Remove(documentId, cancellationToken))
            throw SupportException.NotFound("document");
        await index.CatchUp(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeHit>> Search(Principal who, KnowledgeQuery query, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(query.Text))
            throw new SupportException(FailureKind.Invalid, "the query is empty");
        return query.Limit is < 1 or > 50
            ? throw new SupportException(FailureKind.Invalid, "the limit must be between 1 and 50")
            : index.Search(query, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<KnowledgeProgress> Progress(Principal who, CancellationToken cancellationToken = default)
    {
        RequireStaff(who);
        return Task.FromResult(index.Progress);
    }

    /// <inheritdoc/>
    public async Task<CitedSection> Cited(Principal who, string documentId, string section, CancellationToken cancellationToken = default)
    {
        var document = await store.Find(documentId, cancellationToken) ?? throw SupportException.NotFound("document");
        var text = SectionReader.Find(document.Title, document.Body, section);
        return new CitedSection
        {
            DocumentId = document.Id,
            Title = document.Title,
            Section = text is null ? "" : section,
            Text = text ?? SectionReader.Cut(document.Body),
        };
    }

    private static void RequireStaff(Principal who)
    {
        if (!who.IsStaff)
            throw new SupportException(FailureKind.Forbidden, "only staff may manage the knowledge base");
    }

    private static void RequireId(string id)
    {
        if (id.Length is 0 or > 200 || id.Any(char.IsControl))
            throw new SupportException(FailureKind.Invalid, "a document's id has 1 to 200 characters");
    }
}
