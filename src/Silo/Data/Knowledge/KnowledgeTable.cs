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
        await session.ExecuteAll(
            """
            INSERT INTO knowledge_documents (id, title, kind, product_id, category, body) VALUES (@Id, @Title, @Kind, @ProductId, @Category, @Body)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, product_id = excluded.product_id,
                category = excluded.category, body = excluded.body
            """, documents.Select(KnowledgeRow.From));
        await Versions.Raise(session, Versions.Knowledge);
    }
}
