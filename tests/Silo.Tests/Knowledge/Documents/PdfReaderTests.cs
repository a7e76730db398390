using System.IO.Compression;
using System.Text;
using SupportAgents.Failures;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Knowledge.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SupportAgents.Silo.Tests.Knowledge.Documents;

public sealed class PdfReaderTests
{
    [Fact]
    public async Task Headings_come_from_the_type_size_and_sections_know_their_page()
    {
        var document = await Read(TwoPages());
        var sections = SectionSplitter.Split(document.Title, document.Body);
        Assert.Equal("Lantern", document.Title);
        Assert.Equal(
            [("Charging", "Use the cable.\nWait two hours.", (int?)1), ("Trouble > It stays dark", "Press the switch.", 2)],
            sections.Select(section => (string.Join(" > ", section.Path), section.Text, section.Page)));
    }

    [Fact]
    public async Task Streams_that_unpack_to_far_too_much_are_refused()
    {
        var refusal = await Assert.ThrowsAsync<SupportException>(() => Read(Bomb(DocumentLimits.UnpackedBytes + 1)));
        Assert.Contains("unpack", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_that_was_cut_off_is_refused_or_read() =>
        await Record.ExceptionAsync(() => Read(TwoPages()[..200]))
            .ContinueWith(failure => Assert.IsType<SupportException>(failure.GetAwaiter().GetResult()), TaskScheduler.Default);

    private static Task<KnowledgeDocument> Read(byte[] content) => new DocumentReader(TimeProvider.System).Read(
        new KnowledgeUpload { ContentType = "application/pdf", Content = content, Id = "pdf" }, CancellationToken.None);

    private static byte[] TwoPages()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var first = builder.AddPage(PageSize.A4);
        first.AddText("Lantern", 24, new PdfPoint(50, 780), font);
        first.AddText("Charging", 18, new PdfPoint(50, 740), font);
        first.AddText("Use the cable.", 10, new PdfPoint(50, 720), font);
        first.AddText("Wait two hours.", 10, new PdfPoint(50, 708), font);
        var second = builder.AddPage(PageSize.A4);
        second.AddText("Trouble", 18, new PdfPoint(50, 780), font);
        second.AddText("It stays dark", 14, new PdfPoint(50, 760), font);
        second.AddText("Press the switch.", 10, new PdfPoint(50, 740), font);
        return builder.Build();
    }

    /// <summary>A page whose content stream is a few hundred kilobytes of deflated spaces.</summary>
    private static byte[] Bomb(long size)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var written = 0L; written < size; written += spaces.Length)
                stream.Write(spaces);
        }
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << >> >>",
            $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").AppendJoin("", offsets.Select(offset => $"{offset:D10} 00000 n \n"));
        text.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
