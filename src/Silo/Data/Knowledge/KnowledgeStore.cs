using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Data.Knowledge;

/// <summary>Knowledge documents in the database.</summary>
internal sealed class KnowledgeStore(Database database) : IKnowledgeStore
{
    public Task Save(KnowledgeDocument document, CancellationToken cancellationToken) =>
        database.Write(null, async session =>
        {
            await KnowledgeTable.Save(session, [document]);
            return true;
        }, cancellationToken);

    public Task<bool> Remove(string documentId, CancellationToken cancellationToken) =>
        database.Write(null, session => KnowledgeTable.Remove(session, documentId), cancellationToken);

    public Task<KnowledgeDocument?> Find(string documentId, CancellationToken cancellationToken) =>
        database.Read(async session => (await session.First<KnowledgeRow>(
            "SELECT * FROM knowledge_documents WHERE id = @documentId", new { documentId }))?.ToDocument(), cancellationToken);

    public Task<IReadOnlyList<KnowledgeDocument>> List(string? afterId, int limit, CancellationToken cancellationToken) =>
        database.Read(session => KnowledgeTable.List(session, afterId, limit), cancellationToken);

    public Task<KnowledgeChanges> Changes(KnowledgePlace after, int limit, CancellationToken cancellationToken) =>
        database.Read(session => KnowledgeTable.Changes(session, after, limit), cancellationToken);

    public Task<long> Version(CancellationToken cancellationToken) =>
        database.Read(session => Versions.Read(session, Versions.Knowledge), cancellationToken);
}
