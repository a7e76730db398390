using SupportAgents.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SupportAgents.Silo.Data.Format;

/// <summary>A knowledge document as a file: YAML between two lines of <c>---</c>, then the Markdown, byte for byte.</summary>
internal static class FrontMatter
{
    private static readonly IDeserializer Reader =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    private static readonly ISerializer Writer = new SerializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
        .WithQuotingNecessaryStrings()
        .WithNewLine("\n")
        .Build();

    /// <summary>The document in a file's text.</summary>
    /// <exception cref="FormatException">It is none; the message says the line and why, as <c>line: reason</c>.</exception>
    public static KnowledgeDocument Read(string text)
    {
        var start = LineEnd(text, 0);
        if (start < 0 || text[..start].TrimEnd() != "---")
            throw new FormatException("1: front matter is missing: the file must begin with a line ---");
        for (var line = start; line < text.Length;)
        {
            var end = LineEnd(text, line) is var next and >= 0 ? next : text.Length;
            if (text[line..end].TrimEnd() == "---")
                return Document(text[start..line], text[end..]);
            line = end;
        }

        throw new FormatException("1: front matter is not closed by a line ---");
    }

    /// <summary>The file's text.</summary>
    public static string Write(KnowledgeDocument document) => $"---\n{Writer.Serialize(new Fields
    {
        Id = document.Id,
        Title = document.Title,
        Kind = StoredText.Name(document.Kind),
        ProductId = document.ProductId,
        Category = document.Category,
    })}---\n{document.Body}";

    private static KnowledgeDocument Document(string yaml, string body)
    {
        Fields? fields;
        try
        {
            fields = Reader.Deserialize<Fields?>(yaml);
        }
        catch (YamlException failure)
        {
            // A parser's message may name our types; the inner one, where there is one, says what is wrong.
            throw new FormatException($"{failure.Start.Line + 1}: {(failure.InnerException ?? failure).Message.Split(" on type ")[0]}", failure);
        }

        return new KnowledgeDocument
        {
            Id = Required(fields?.Id, "id"),
            Title = Required(fields?.Title, "title"),
            Kind = Required(fields?.Kind, "kind") is "faq" or "guide" or "manual" or "policy"
                ? StoredText.Value<KnowledgeKind>(fields!.Kind!)
                : throw new FormatException($"1: unknown kind '{fields!.Kind}': it is faq, guide, manual or policy"),
            ProductId = fields.ProductId,
            Category = fields.Category,
            Body = body,
        };
    }

    private static string Required(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new FormatException($"1: front matter has no {name}") : value;

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end + 1 : -1;

    private sealed class Fields
    {
        public string? Id { get; init; }
        public string? Title { get; init; }
        public string? Kind { get; init; }
        public string? ProductId { get; init; }
        public string? Category { get; init; }
    }
}
