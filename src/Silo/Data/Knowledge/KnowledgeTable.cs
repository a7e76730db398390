using SupportAgents.Grains.Stores;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Data.Knowledge;

/// <summary>Knowledge documents, as rows.</summary>
internal static class KnowledgeTable
{
    /// <summary>Documents by id after another, with bodies.</summary>
    public static async Task<IReadOnlyList<KnowledgeDocument>> List(DbSession session, string? afterId, int limit) =>
        [.. (await session.List<KnowledgeRow>(
            $"SELECT * FROM knowledge_documents {(afterId is null ? "" : "WHERE id > @afterId")} ORDER BY id LIMIT @limit",
            new { afterId, limit })).Select(row => row.ToDocument())];

    /// <summary>Adds documents, and replaces those that are there.</summary>
    public static async Task Save(DbSession session, IReadOnlyCollection<KnowledgeDocument> documents)
    {
        var version = await NextVersion(session);
        await session.ExecuteAll(
            """
            INSERT INTO knowledge_documents (id, title, kind, product_id, category, body, version)
            VALUES (@Id, @Title, @Kind, @ProductId, @Category, @Body, @Version)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, product_id = excluded.product_id,
                category = excluded.category, body = excluded.body, version = excluded.version
            """, documents.Select(document => KnowledgeRow.From(document, version)));
        await session.DeleteAll("knowledge_removals", "id", documents.Select(document => document.Id));
    }

    /// <summary>Removes a document; false when there is none.</summary>
    public static async Task<bool> Remove(DbSession session, string documentId)
    {
        var version = await NextVersion(session);
        if (await session.Execute("DELETE FROM knowledge_documents WHERE id = @documentId", new { documentId }) == 0)
            return false;
        await session.Execute(
            "INSERT INTO knowledge_removals (id, version) VALUES (@documentId, @version) ON CONFLICT (id) DO UPDATE SET version = excluded.version",
            new { documentId, version });
        return true;
    }

    /// <summary>What was saved and removed after a place.</summary>
    public static async Task<KnowledgeChanges> Changes(DbSession session, KnowledgePlace after, int limit)
    {
        var arguments = new { after.Version, after.DocumentId, limit };
        const string later = "(version, id) > (@Version, @DocumentId)";
        var rows = await session.List<KnowledgeRow>($"SELECT * FROM knowledge_documents WHERE {later} ORDER BY version, id LIMIT @limit", arguments);
        var removed = await session.List<string>("SELECT id FROM knowledge_removals WHERE version > @Version", arguments);
        var left = rows.Count < limit ? 0 : await session.First<int>($"SELECT count(*) FROM knowledge_documents WHERE {later}", arguments) - rows.Count;
        return new KnowledgeChanges([.. rows.Select(row => row.ToDocument())], removed,
            rows is [.., var last] ? new KnowledgePlace(last.Version, last.Id) : after, left);
    }

    /// <summary>Raised before anything is written: the row's lock keeps writers in the order of their versions.</summary>
    private static async Task<long> NextVersion(DbSession session)
    {
        await Versions.Raise(session, Versions.Knowledge);
        return await Versions.Read(session, Versions.Knowledge);
    }
}
