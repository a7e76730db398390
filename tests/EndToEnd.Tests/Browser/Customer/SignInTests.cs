using Microsoft.Playwright;
using SupportAgents.Identity;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class SignInTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Demo_customer_signs_in_and_out_by_the_keyboard()
    {
        var page = await NewPage();
        await page.GotoAsync("/");
        await Expect(page.Locator("[data-customer='demo-anna']")).ToBeVisibleAsync();
        await Inspect(page, "chat-sign-in");

        await page.Locator("[data-customer='demo-anna']").PressAsync("Enter");
        await Expect(page.Locator("#who")).ToContainTextAsync("Signed in as Anna");
        await Expect(page.Locator("#words")).ToBeFocusedAsync();
        await Inspect(page, "chat-welcome");
        await Button(page, "Sign out").PressAsync("Enter");

        await Expect(page.Locator("#sign-in")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Token_that_is_none_is_refused_in_words()
    {
        var page = await NewPage();
        await page.GotoAsync("/");
        await page.GetByText("Sign in with a token").ClickAsync();
        await page.GetByLabel("Token", new() { Exact = true }).FillAsync("nonsense");
        await Button(page, "Sign in").ClickAsync();

        await Expect(page.Locator("#sign-in-problem")).Not.ToBeEmptyAsync();

        await page.GetByLabel("Token", new() { Exact = true }).FillAsync(Server.Token("demo-kenji", Role.Customer));
        await Button(page, "Sign in").ClickAsync();
        await Expect(page.Locator(".welcome")).ToBeVisibleAsync();
    }
}
