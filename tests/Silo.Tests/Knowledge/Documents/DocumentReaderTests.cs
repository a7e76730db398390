using System.Text;
using SupportAgents.Failures;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge.Documents;

namespace SupportAgents.Silo.Tests.Knowledge.Documents;

public sealed class DocumentReaderTests
{
    private static readonly byte[] Invalid = [0x23, 0x20, 0xC3, 0x28];

    [Fact]
    public async Task Markdown_with_front_matter_gets_its_values_from_there()
    {
        var document = await Read("text/markdown; charset=utf-8", "---\nid: guide-1\ntitle: \"Lamp: help\"\nkind: guide\nproductId: p1\n---\n# Lamp\n\nText.");
        Assert.Equal(("guide-1", "Lamp: help", KnowledgeKind.Guide, "p1"), (document.Id, document.Title, document.Kind, document.ProductId));
        Assert.Equal("# Lamp\n\nText.", document.Body);
    }

    [Fact]
    public async Task An_uploads_own_values_win_over_the_front_matter()
    {
        var document = await new DocumentReader(TimeProvider.System).Read(new KnowledgeUpload
        {
            Id = "x",
            Title = "Given",
            Kind = KnowledgeKind.Policy,
            ProductId = "p2",
            ContentType = "text/markdown",
            Content = Encoding.UTF8.GetBytes("---\nid: y\ntitle: Front\nkind: faq\n---\nText."),
        }, CancellationToken.None);
        Assert.Equal(("x", "Given", KnowledgeKind.Policy, "p2"), (document.Id, document.Title, document.Kind, document.ProductId));
    }

    [Fact]
    public async Task Html_becomes_headings_paragraphs_and_lists_without_anything_that_runs()
    {
        var document = await Read("text/html", """
            <html><head><title>Lamp</title><script>alert(1)</script></head><body onload="x()">
            <h1>Lamp</h1><p>Bright &amp; <b>warm</b>.<script>steal()</script></p>
            <h2>Steps</h2><ol><li>Open</li><li>Close</li></ol><ul><li>One</li></ul>
            <table><tr><th>Size</th><td>3 cm</td></tr></table><img src=x onerror=alert(1)><iframe src="https://evil.example"></iframe>
            </body></html>
            """);
        Assert.Equal("Lamp", document.Title);
        Assert.Equal("# Lamp\n\nBright & warm.\n\n## Steps\n\n1. Open\n1. Close\n- One\nSize | 3 cm", document.Body);
    }

    [Fact]
    public async Task Deeply_nested_html_is_refused_before_it_is_parsed() =>
        Assert.Contains("nested", (await Assert.ThrowsAsync<SupportException>(() =>
            Read("text/html", $"{string.Concat(Enumerable.Repeat("<div>", 50_000))}deep text"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Html_that_leaves_its_paragraphs_open_is_read() =>
        Assert.Equal(10_000, (await Read("text/html", string.Concat(Enumerable.Repeat("<p>text", 10_000)))).Body.Split("\n\n").Length);

    [Fact]
    public async Task Plain_text_gets_headings_from_lines_that_stand_alone()
    {
        var document = await Read("text/plain", "1. Setup\n\nPlug it in.\n# no heading\n\nSAFETY\n\nKeep it dry.");
        Assert.Equal("## 1. Setup\n\nPlug it in.\n\\# no heading\n\n## SAFETY\n\nKeep it dry.", document.Body);
        Assert.Equal("1. Setup", document.Title);
    }

    [Theory]
    [InlineData("text/markdown", "", "it is empty")]
    [InlineData("text/markdown", "   \n ", "it has no text")]
    [InlineData("text/markdown", "# Only a heading", "it has no text")]
    [InlineData("text/html", "<script>alert(1)</script>", "it has no text")]
    [InlineData("text/markdown", "---\nkind: poem\n---\nText.", "its kind 'poem'")]
    [InlineData("application/zip", "PK", "'application/zip' is not read")]
    [InlineData("application/pdf", "not a pdf", "not a readable PDF")]
    public async Task A_bad_file_is_refused_with_the_reason(string contentType, string content, string reason)
    {
        var refusal = await Assert.ThrowsAsync<SupportException>(() => Read(contentType, content));
        Assert.Equal(FailureKind.Invalid, refusal.Kind);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused() =>
        Assert.Contains("UTF-8", (await Assert.ThrowsAsync<SupportException>(() => Read("text/markdown", Invalid))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_over_50_megabytes_is_refused() =>
        Assert.Contains("50 MB", (await Assert.ThrowsAsync<SupportException>(() => Read("text/plain", new byte[DocumentLimits.Bytes + 1]))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("text/markdown", "# h\n")]
    [InlineData("text/html", "<h2>h</h2>")]
    public async Task A_million_headings_are_refused(string contentType, string heading) =>
        await Assert.ThrowsAsync<SupportException>(() => Read(contentType, string.Concat(Enumerable.Repeat(heading, 1_000_000))));

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public async Task Deeply_nested_lists_and_quotes_are_refused(string mark) =>
        Assert.Contains("nested", (await Assert.ThrowsAsync<SupportException>(() =>
            Read("text/markdown", string.Concat(Enumerable.Repeat(mark, 200_000)) + "end"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[")]
    [InlineData("<a ")]
    [InlineData("*_")]
    [InlineData("<!--")]
    [InlineData("![")]
    public async Task Pathological_markdown_is_read_or_refused_in_time(string part)
    {
        var task = Read("text/markdown", string.Concat(Enumerable.Repeat(part, 200_000)) + "end");
        Assert.Same(task, await Task.WhenAny(task, Task.Delay(TimeSpan.FromSeconds(30))));
    }

    [Theory]
    [InlineData("Hi <script>alert(1)</script>there", "Hi there")]
    [InlineData("Hi <img src=x onerror=alert(1)>there", "Hi there")]
    [InlineData("[click](javascript:alert(1))", "click")]
    [InlineData("[click](https://shop.example/a)", "[click](https://shop.example/a)")]
    [InlineData("![pixel](https://evil.example/p.gif)", "pixel")]
    [InlineData("<https://shop.example>", "https://shop.example")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<SCRIPT >x", "")]
    [InlineData("<scr<script></script>ipt>alert(1)", "alert(1)")]
    public void Markup_that_could_run_or_load_is_taken_out(string markdown, string expected) =>
        Assert.Equal(expected, PlainMarkdown.Clean(markdown));

    private static Task<KnowledgeDocument> Read(string contentType, string content) => Read(contentType, Encoding.UTF8.GetBytes(content));

    private static Task<KnowledgeDocument> Read(string contentType, byte[] content) =>
        new DocumentReader(TimeProvider.System).Read(new KnowledgeUpload { ContentType = contentType, Content = content }, CancellationToken.None);
}
