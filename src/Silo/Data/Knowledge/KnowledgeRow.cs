using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Data.Knowledge;

/// <summary>A row of <c>knowledge_documents</c>.</summary>
internal sealed record KnowledgeRow
{
    public string Id { get; init; } = "";
    public string Title { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? ProductId { get; init; }
    public string? Category { get; init; }
    public string Body { get; init; } = "";
    public long Version { get; init; }

    public static KnowledgeRow From(KnowledgeDocument document, long version) => new()
    {
        Id = document.Id,
        Title = StoredText.Plain(document.Title)!,
        Kind = StoredText.Name(document.Kind),
        ProductId = document.ProductId,
        Category = StoredText.Plain(document.Category),
        Body = StoredText.Escape(document.Body),
        Version = version,
    };

    public KnowledgeDocument ToDocument() => new()
    {
        Id = Id,
        Title = Title,
        Kind = StoredText.Value<KnowledgeKind>(Kind),
        ProductId = ProductId,
        Category = Category,
        Body = StoredText.Unescape(Body),
    };
}
