using System.Text.RegularExpressions;
using System.Text;
using SupportAgents.Grains.Knowledge.Text;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge.Documents;

namespace SupportAgents.Silo.Knowledge.Search;

/// <summary>A document, cut and tokenised.</summary>
internal sealed class IndexedDocument
{
    private IndexedDocument(KnowledgeDocument document, Vocabulary vocabulary, string? productName)
    {
        Id = document.Id;
        Title = document.Title;
        Kind = document.Kind;
        ProductId = document.ProductId;
        Name = Terms($"{document.Title} {productName}", vocabulary);
        Sections = [.. SectionSplitter.Split(document.Title, document.Body).Select(section => new IndexedSection(this, section, vocabulary))];
    }

    public string Id { get; }
    public string Title { get; }
    public KnowledgeKind Kind { get; }
    public string? ProductId { get; }

    /// <summary>The different terms of the title and the product's name.</summary>
    public int[] Name { get; }
    public IReadOnlyList<IndexedSection> Sections { get; }

    /// <summary>Cuts and tokenises.</summary>
    public static IndexedDocument From(KnowledgeDocument document, Vocabulary vocabulary, string? productName) =>
        new(document, vocabulary, productName);

    private static int[] Terms(string text, Vocabulary vocabulary) =>
        [.. Tokenizer.Words(text).Where(word => !StopWords.IsStop(word)).Select(vocabulary.Add).Distinct()];
}

/// <summary>A section with its terms in their order, which the ranking needs for phrases and nearness.</summary>
internal sealed partial class IndexedSection
{
    private readonly byte[] _text;

    public IndexedSection(IndexedDocument document, DocumentSection section, Vocabulary vocabulary)
    {
        Document = document;
        Path = string.Join(" > ", section.Path);
        Page = section.Page;
        _text = Encoding.UTF8.GetBytes(section.Text);
        Heading = Number(section.Path.Count == 0 ? document.Title : section.Path[^1], vocabulary);
        Parents = [.. section.Path.SkipLast(1).SelectMany(heading => Number(heading, vocabulary))];
        Body = [.. Tokenizer.Words(section.Text).Select(vocabulary.Add)];
        Traits = SectionFeatures.Of(section, document.Title);
        HeadingSubjects = [.. Tokenizer.Words(Numbering().Replace(section.Path.Count == 0 ? document.Title : section.Path[^1], ""))
            .Where(word => !StopWords.IsStop(word)).Select(vocabulary.Add).Distinct()];
    }

    public IndexedDocument Document { get; }
    public string Path { get; }
    public int? Page { get; }
    public int[] Heading { get; }
    public int[] Parents { get; }
    public int[] Body { get; }
    public SectionTraits Traits { get; }

    /// <summary>The different terms of its heading that carry a subject.</summary>
    public int[] HeadingSubjects { get; }

    /// <summary>The text as it is shown. It is kept as UTF-8, in half the memory.</summary>
    public string Text => Encoding.UTF8.GetString(_text);

    private static int[] Number(string heading, Vocabulary vocabulary) =>
        [.. Tokenizer.Words(Numbering().Replace(heading, "")).Select(vocabulary.Add)];

    [GeneratedRegex(@"^[\d.:)\s]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbering();
}
