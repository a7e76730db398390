using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Staff;

/// <summary>The desk's page of what several customers run into at once.</summary>
public sealed class KnownIssueTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Trouble_of_several_customers_is_confirmed_with_an_answer_and_resolved()
    {
        RequireBrowser();
        foreach (var customer in new[] { "demo-kenji", "demo-amir", "demo-mei" })
            await Begin(customer, "my Stillwave Lite headphones do not pair with my phone");
        var page = await Desk("issues");
        var issue = page.Locator("li.card").Filter(new() { HasText = "Stillwave Lite Headphones" });
        await Expect(issue).ToContainTextAsync("3 customers", new() { Timeout = 30_000 });
        await Inspect(page, "desk-known-issues");

        await issue.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await page.GetByLabel("What are the next customers told?").Last.FillAsync("The radio of one batch is faulty.");
        await page.Keyboard.PressAsync("Tab");
        await Inspect(page, "desk-known-issue-answer");
        await Button(page, "Send").ClickAsync();
        await Expect(issue).ToContainTextAsync("The radio of one batch is faulty.");

        await issue.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await page.GetByLabel("What is written to everybody who told of it?").Last.FillAsync("New pairs are on their way.");
        await Button(page, "Send").ClickAsync();

        await Expect(issue).ToHaveCountAsync(0);
    }
}
