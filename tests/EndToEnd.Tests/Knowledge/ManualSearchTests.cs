using System.Net.Http.Json;
using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Knowledge;
using SupportAgents.Support;
using Xunit.Abstractions;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>The figures of the search as a client of the running program gets them.</summary>
public sealed class ManualSearchTests(ManualsHost host, ITestOutputHelper output) : IClassFixture<ManualsHost>
{
    [SkippableFact]
    public async Task Questions_and_tickets_find_their_section_and_manual_over_http()
    {
        var folder = SharedData.Require("eshop-support");
        using var staff = host.As("sam", Role.Staff);
        await host.Indexed();
        var paths = ManualsHost.Lines(folder, "manual-sections.jsonl").ToDictionary(line => line.GetProperty("section_id").GetString()!,
            line => string.Join(" > ", line.GetProperty("heading_path").EnumerateArray().Select(heading => heading.GetString())));
        var ranks = new List<int>();
        foreach (var question in ManualsHost.Lines(folder, "evalquestions-dev.jsonl").Where(line => line.GetProperty("weak_label").GetString() != "none"))
        {
            var hits = await Search(staff, $"q={Uri.EscapeDataString(question.GetProperty("question").GetString()!)}&productId=p{question.GetProperty("product_id").GetInt32()}&limit=5");
            var sections = question.GetProperty("weak_sections").EnumerateArray().Select(id => paths[id.GetString()!]).ToHashSet();
            ranks.Add(hits.ToList().FindIndex(hit => sections.Contains(hit.Section)));
        }
        using var tickets = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "tickets-dev.json")));
        var found = new List<bool>();
        foreach (var ticket in tickets.RootElement.EnumerateArray().Where(ticket => ticket.GetProperty("Messages")[0].GetProperty("IsCustomerMessage").GetBoolean()))
        {
            var hits = await Search(staff, $"q={Uri.EscapeDataString(ticket.GetProperty("Messages")[0].GetProperty("Text").GetString()!)}&limit=5");
            found.Add(hits.Any(hit => hit.ProductId == $"p{ticket.GetProperty("ProductId").GetInt32()}"));
        }
        var (first, five, manual) = (Share(ranks.Select(rank => rank == 0)), Share(ranks.Select(rank => rank >= 0)), Share(found));
        output.WriteLine($"{ranks.Count} questions: first hit {first:P1}, within five {five:P1}; {found.Count} tickets: manual within five {manual:P1}");
        Assert.True(first >= 0.80 && five >= 0.97 && manual >= 0.95, $"first {first:P1}, five {five:P1}, manual {manual:P1}");
    }

    private static async Task<IReadOnlyList<KnowledgeHit>> Search(HttpClient staff, string query) =>
        (await staff.GetFromJsonAsync<Page<KnowledgeHit>>($"/v1/knowledge/search?{query}", Chat.Json))!.Items;

    private static double Share(IEnumerable<bool> all) => all.Average(one => one ? 1.0 : 0);
}
