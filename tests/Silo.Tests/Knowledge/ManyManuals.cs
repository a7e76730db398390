using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Tests.Knowledge;

/// <summary>A large shop made of the manuals: each copy is another third of one, under another name.</summary>
internal static class ManyManuals
{
    /// <summary>So many times the manuals; the first time whole.</summary>
    public static IEnumerable<KnowledgeDocument> Of(int copies)
    {
        var manuals = SharedManuals.Documents();
        return Enumerable.Range(0, copies).SelectMany(copy => manuals.Select(manual => copy == 0 ? manual : manual with
        {
            Id = $"{manual.Id}-{copy}",
            ProductId = $"{manual.ProductId}-{copy}",
            Title = $"{manual.Title} {copy}",
            Body = Slice(manual.Body, copy),
        }));
    }

    private static string Slice(string body, int copy)
    {
        var part = body.Length / 3;
        var start = body.IndexOf("\n## ", copy % 3 * part / 2, StringComparison.Ordinal);
        start = start < 0 ? 0 : start;
        return body.Substring(start, Math.Min(part, body.Length - start));
    }
}
