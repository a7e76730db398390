using SupportAgents.Grains.Knowledge.Text;

namespace SupportAgents.Grains.Tests.Knowledge;

public sealed class SectionReaderTests
{
    private const string Manual = "# Kettle\nIntro.\n\n## Care\nWipe it.\n\n### Descaling\nUse vinegar.\n```\n# not a heading\n```\n\n## Faults\n### Descaling\nSee above.\n";

    [Theory]
    [InlineData("Care", "Wipe it.\n\n### Descaling\nUse vinegar.\n```\n# not a heading\n```")]
    [InlineData("Care > Descaling", "Use vinegar.\n```\n# not a heading\n```")]
    [InlineData("Kettle > Care > Descaling", "Use vinegar.\n```\n# not a heading\n```")]
    [InlineData("Faults > Descaling", "See above.")]
    public void Section_is_found_by_its_path(string path, string text) => Assert.Equal(text, SectionReader.Find("Kettle", Manual, path));

    [Theory]
    [InlineData("Descaling")]
    [InlineData("care")]
    [InlineData("")]
    public void Other_paths_find_nothing(string path) => Assert.Null(SectionReader.Find("Kettle", Manual, path));

    [Fact]
    public void Long_text_is_cut_at_a_line()
    {
        var cut = SectionReader.Cut(string.Join('\n', Enumerable.Repeat(new string('x', 999), 30)));

        Assert.Equal(20_000 - 1 + 3, cut.Length);
        Assert.EndsWith("x\n\n…", cut);
    }
}
