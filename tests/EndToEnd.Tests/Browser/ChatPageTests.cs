using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser;

public sealed class ChatPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Customer = "demo-anna";
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 60_000 };

    [SkippableFact]
    public async Task Customer_asks_about_an_order_and_finds_the_talk_again_after_a_reload()
    {
        var page = await browser.NewPage();
        var errors = Errors(page);
        await SignIn(page);

        await Say(page, "Where is my last order?");
        await Expect(Agent(page)).ToBeVisibleAsync(Patient);
        var reply = await Agent(page).InnerTextAsync();
        Assert.Matches("#[A-Z0-9]+", reply);
        await page.ReloadAsync();

        await Expect(Agent(page)).ToBeVisibleAsync(Patient);
        Assert.Equal(reply, await Agent(page).InnerTextAsync());
        await Expect(page.Locator(".message.customer")).ToHaveTextAsync("Where is my last order?");
        Assert.Empty(errors);
    }

    [SkippableFact]
    public async Task Markup_in_a_message_stays_text()
    {
        var page = await browser.NewPage();
        var errors = Errors(page);
        await SignIn(page);

        await Say(page, "<img src=x onerror=alert(1)> **hello**");

        await Expect(page.Locator(".message.customer")).ToHaveTextAsync("<img src=x onerror=alert(1)> **hello**");
        await Expect(Agent(page)).ToBeVisibleAsync(Patient);
        Assert.Equal(0, await page.Locator("#messages img").CountAsync());
        Assert.Empty(errors);
    }

    [SkippableFact]
    public async Task Person_is_always_in_reach()
    {
        var page = await browser.NewPage();
        await SignIn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Talk to a person" }).ClickAsync();

        await Expect(page.GetByText("A person will answer here.")).ToBeVisibleAsync(Patient);
    }

    private static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("#demo-customer").SelectOptionAsync(Customer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.GetByText(new Regex($"Signed in as {Customer}"))).ToBeVisibleAsync();
    }

    // By the keyboard alone, as many customers do.
    private static async Task Say(IPage page, string text)
    {
        await page.GetByLabel("Your message").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private static ILocator Agent(IPage page) => page.Locator(".message.agent").First;

    /// <summary>What went wrong in scripts, and what the content policy refused.</summary>
    private static List<string> Errors(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                errors.Add(line.Text);
        };
        return errors;
    }
}
