using SupportAgents.Silo.Knowledge.Documents;

namespace SupportAgents.Silo.Tests.Knowledge.Documents;

public sealed class SectionSplitterTests
{
    [Fact]
    public void Sections_carry_the_headings_above_them_without_the_title()
    {
        var sections = SectionSplitter.Split("Lamp", "# Lamp\n\nIntro.\n\n## 1. Use\n\nPress.\n\n### 1.1 Dim\n\nTurn.\n\n## 2. Care\n\nWipe.");
        Assert.Equal(["", "1. Use", "1. Use > 1.1 Dim", "2. Care"], sections.Select(section => string.Join(" > ", section.Path)));
        Assert.Equal(["Intro.", "Press.", "Turn.", "Wipe."], sections.Select(section => section.Text));
    }

    [Fact]
    public void Headings_without_text_are_kept_in_the_path_only() =>
        Assert.Equal(["A > B"], SectionSplitter.Split("T", "## A\n\n### B\n\nText.").Select(section => string.Join(" > ", section.Path)));

    [Fact]
    public void Several_headings_of_the_first_level_are_chapters_and_not_the_title() =>
        Assert.Equal(["A", "B"], SectionSplitter.Split("T", "# A\n\nx\n\n# B\n\ny").Select(section => section.Path[0]));

    [Fact]
    public void A_hash_in_a_code_block_is_no_heading() =>
        Assert.Single(SectionSplitter.Split("T", "## A\n\n```\n# comment\n```\n"));

    [Fact]
    public void A_long_section_is_parted_and_nothing_is_lost()
    {
        var paragraphs = Enumerable.Range(0, 200).Select(i => $"Paragraph {i} says a little more than the one before it did.").ToList();
        var sections = SectionSplitter.Split("T", $"## A\n\n{string.Join("\n\n", paragraphs)}\n\n{new string('x', 7_000)}");
        Assert.All(sections, section => Assert.InRange(section.Text.Length, 1, SectionSplitter.MaxText));
        var all = string.Join("\n\n", sections.Select(section => section.Text));
        Assert.All(paragraphs, paragraph => Assert.Contains(paragraph, all, StringComparison.Ordinal));
        Assert.Equal(7_000, all.Count(letter => letter == 'x'));
    }

    [Fact]
    public void Page_markers_number_the_sections_and_are_not_shown()
    {
        var sections = SectionSplitter.Split("T", "<!-- page 1 -->\n\n## A\n\nOne.\n\n<!-- page 2 -->\n\nTwo.\n\n## B\n\nThree.");
        Assert.Equal([("One.\n\nTwo.", (int?)1), ("Three.", 2)], sections.Select(section => (section.Text, section.Page)));
    }
}
