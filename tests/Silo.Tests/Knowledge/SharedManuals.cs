using System.Text.Json;
using System.Text.RegularExpressions;
using SupportAgents.Knowledge;

namespace SupportAgents.Silo.Tests.Knowledge;

/// <summary>The outdoor shop's manuals with questions and tickets; they lie beside the repository on machines that have them.</summary>
internal static class SharedManuals
{
    private static string Folder => SupportAgents.Support.SharedData.Require("eshop-support");

    /// <summary>The manuals as documents.</summary>
    public static IReadOnlyList<KnowledgeDocument> Documents() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "import", "knowledge"), "*.md").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The questions that have a labelled section.</summary>
    public static IReadOnlyList<LabelledQuestion> Questions()
    {
        var sections = Sections();
        return [.. Lines("evalquestions-dev.jsonl")
            .Where(line => line.GetProperty("weak_label").GetString() != "none")
            .Select(line => new LabelledQuestion(
                line.GetProperty("question").GetString()!,
                $"p{line.GetProperty("product_id").GetInt32()}",
                [.. line.GetProperty("weak_sections").EnumerateArray().Select(id => sections[id.GetString()!])]))];
    }

    /// <summary>Questions of our own about the same manuals, in words that the manuals mostly do not use.</summary>
    public static IReadOnlyList<LabelledQuestion> Paraphrases() => Own("paraphrases.tsv");

    /// <summary>Questions of our own about a random section of most manuals.</summary>
    public static IReadOnlyList<LabelledQuestion> SectionQuestions() => Own("section-questions.tsv");

    private static IReadOnlyList<LabelledQuestion> Own(string file)
    {
        var sections = Sections();
        return [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", file))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(parts => new LabelledQuestion(parts[1], $"p{parts[0].Split('-')[0][1..]}", [.. parts[0].Split(',').Select(id => sections[id])]))];
    }

    private static Dictionary<string, (string Path, string Text)> Sections() =>
        Lines("manual-sections.jsonl").ToDictionary(
            line => line.GetProperty("section_id").GetString()!,
            line => (string.Join(" > ", line.GetProperty("heading_path").EnumerateArray().Select(heading => heading.GetString())),
                line.GetProperty("text").GetString()!), StringComparer.Ordinal);

    /// <summary>The first message of each ticket with its product.</summary>
    public static IReadOnlyList<(string Text, string ProductId)> Tickets()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "tickets-dev.json")));
        return [.. json.RootElement.EnumerateArray()
            .Select(ticket => (Message: ticket.GetProperty("Messages")[0], Product: $"p{ticket.GetProperty("ProductId").GetInt32()}"))
            .Where(ticket => ticket.Message.GetProperty("IsCustomerMessage").GetBoolean())
            .Select(ticket => (ticket.Message.GetProperty("Text").GetString()!, ticket.Product))];
    }

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static KnowledgeDocument Read(string file)
    {
        var parts = File.ReadAllText(file).Split("---\n", 3);
        string Member(string name) => Regex.Match(parts[1], $"^{name}: \"?(.*?)\"?$", RegexOptions.Multiline).Groups[1].Value;
        return new KnowledgeDocument { Id = Member("id"), Title = Member("title"), Kind = KnowledgeKind.Manual, ProductId = Member("productId"), Body = parts[2] };
    }
}

/// <summary>A question, the product that it is about, and the sections that answer it.</summary>
internal sealed record LabelledQuestion(string Text, string ProductId, IReadOnlyList<(string Path, string Text)> Sections)
{
    /// <summary>Whether a hit is one of the labelled sections: the same headings, and text from it.</summary>
    public bool IsAnsweredBy(KnowledgeHit hit) =>
        Sections.Any(section => section.Path == hit.Section && Squeeze(section.Text).Contains(Squeeze(hit.Text)[..Math.Min(40, Squeeze(hit.Text).Length)], StringComparison.Ordinal));

    private static string Squeeze(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
