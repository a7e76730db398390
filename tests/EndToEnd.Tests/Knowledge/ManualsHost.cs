using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Data.Import;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>The program with the outdoor shop's manuals loaded as an import loads them; empty where they are not there.</summary>
public sealed class ManualsHost() : InProcessHost("--demo", "false", "--Support:Limits:StaffBurst", "100000", "--Support:Limits:CustomerBurst", "100000")
{
    /// <summary>A customer of that shop.</summary>
    public const string Customer = "c1";

    /// <summary>Returns once all manuals can be found.</summary>
    public async Task Indexed()
    {
        using var staff = As("sam", Role.Staff);
        while ((await staff.GetFromJsonAsync<KnowledgeProgress>("/v1/knowledge/progress", Chat.Json)) is not { Documents: 200, Waiting: 0 })
            await Task.Yield();
    }

    /// <summary>The lines of one of the shop's files.</summary>
    public static IEnumerable<JsonElement> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (SharedData.Find("eshop-support", "import") is { } folder)
            await Services.GetRequiredService<ShopImporter>().Import(folder, CancellationToken.None);
    }
}
