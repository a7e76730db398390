using System.Net.Http.Json;
using System.Text;
using SupportAgents.Conversations;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Knowledge;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>What staff are told is done is done: the next search knows of it.</summary>
public sealed class UploadTests(KnowledgeHost host) : IClassFixture<KnowledgeHost>
{
    [Fact]
    public async Task A_document_is_found_as_soon_as_it_is_taken_and_gone_as_soon_as_it_is_removed()
    {
        using var staff = host.As("sam", Role.Staff);
        using var admin = host.As("ada", Role.Admin);
        for (var version = 1; version <= 5; version++)
        {
            var text = $"# Quillwork\n\n## Soaking\n\nSoak the quills for {version} hours.";
            (await staff.PostAsync("/v1/knowledge/documents?id=quillwork&kind=faq", new StringContent(text, Encoding.UTF8, "text/markdown"))).EnsureSuccessStatusCode();
            Assert.Contains($"for {version} hours", (await Search(staff))[0].Text, StringComparison.Ordinal);
        }
        (await admin.DeleteAsync("/v1/knowledge/documents/quillwork")).EnsureSuccessStatusCode();
        Assert.DoesNotContain(await Search(staff), hit => hit.DocumentId == "quillwork");
    }

    private static async Task<IReadOnlyList<KnowledgeHit>> Search(HttpClient staff) =>
        (await staff.GetFromJsonAsync<Page<KnowledgeHit>>("/v1/knowledge/search?q=how%20long%20to%20soak%20quills", Chat.Json))!.Items;
}
