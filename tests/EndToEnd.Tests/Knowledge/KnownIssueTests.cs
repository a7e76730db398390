using System.Net.Http.Json;
using SupportAgents.Conversations;
using SupportAgents.Desk;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>The same trouble of several customers, from the first word to the follow-up.</summary>
public sealed class KnownIssueTests(KnowledgeHost host) : IClassFixture<KnowledgeHost>
{
    [Fact]
    public async Task Trouble_of_three_customers_is_shown_to_staff_answered_for_the_fourth_and_followed_up_when_it_is_resolved()
    {
        using var staff = host.As("sam", Role.Staff);
        var tellers = new List<Chat>();
        foreach (var (customer, words) in new[]
        {
            ("demo-kenji", "my Stillwave Lite headphones do not pair with my phone"),
            ("demo-amir", "Stillwave Lite headphones do not pair with the phone any more"),
            ("demo-mei", "my phone and my Stillwave Lite headphones do not pair"),
        })
        {
            Assert.Empty(await Issues(staff));
            var chat = await Chat.Open(host.As(customer));
            await chat.Say(words);
            tellers.Add(chat);
        }

        var issue = Assert.Single(await Issues(staff));
        Assert.Equal(("Stillwave Lite Headphones", 3, KnownIssueStatus.Suspected), (issue.ProductName, issue.Customers, issue.Status));
        Assert.Equal(tellers.Select(chat => chat.Id).Order(), issue.Reports.Select(report => report.ConversationId).Order());
        await Act(staff, issue.Id, "confirm", new { answer = "The radio of one batch is faulty. We send you a new pair." });

        var fourth = await Chat.Open(host.As("demo-ben"));
        var told = await fourth.Say("my Stillwave Lite headphones do not pair with my phone");
        Assert.Contains("The radio of one batch is faulty.", told.Reply, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.NeedsInput, told.Status);

        var resolved = await Act(staff, issue.Id, "resolve", new { message = "The new pairs are on their way." });
        Assert.Equal(KnownIssueStatus.Resolved, resolved.Status);
        foreach (var chat in tellers.Append(fourth))
            Assert.Contains(await chat.History(), item => item.Text == "The new pairs are on their way.");
        Assert.Empty(await Issues(staff));
        Assert.NotEqual(AnswerStatus.HandedOff, (await tellers[0].Say("what is your return policy?")).Status);
    }

    private static async Task<IReadOnlyList<KnownIssue>> Issues(HttpClient staff) =>
        (await staff.GetFromJsonAsync<Page<KnownIssue>>("/v1/desk/known-issues", Chat.Json))!.Items;

    private static async Task<KnownIssue> Act(HttpClient staff, string issue, string action, object body)
    {
        using var response = await staff.PostAsJsonAsync($"/v1/desk/known-issues/{issue}/{action}", body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<KnownIssue>(Chat.Json))!;
    }
}
