using Microsoft.Playwright;
using SupportAgents.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class VisitorTests(BrowserFixture browser) : PageTest(browser)
{
    private const string Email = "anna.lindqvist@example.com";

    [SkippableFact]
    public async Task Visitor_asks_about_the_shop_and_signs_in_by_a_code_when_it_is_about_an_order()
    {
        var page = await NewPage();
        await page.GotoAsync("/");
        await Button(page, "Ask about products without signing in").ClickAsync();
        await Expect(page.Locator("#who")).ToHaveTextAsync("Not signed in");
        await Expect(Button(page, "Your orders")).ToBeHiddenAsync();

        await Say(page, "What is your return policy?");
        await Expect(Answers(page)).ToContainTextAsync("return", new() { Timeout = 60_000 });
        await Say(page, "Where is order #N10309?");
        await Expect(Answers(page)).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Expect(Answers(page).Last).ToContainTextAsync("who you are");
        await Inspect(page, "chat-visitor");

        await Answers(page).Last.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByLabel("E-mail address of your account")).ToBeFocusedAsync();
        await Button(page, "Back to the conversation").ClickAsync();
        await Expect(Answers(page)).ToHaveCountAsync(2);
        await page.Locator("#sign-in-later").ClickAsync();

        await page.GetByLabel("E-mail address of your account").FillAsync(Email);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#code-sent")).ToContainTextAsync("on its way");
        await Inspect(page, "chat-code");
        await page.GetByLabel("Code from the e-mail").FillAsync("000000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#sign-in-problem")).ToContainTextAsync("wrong");
        await page.GetByLabel("Code from the e-mail").FillAsync(await MailFolder.Code(Server.Data));
        await page.Keyboard.PressAsync("Enter");

        await Expect(Button(page, "Your orders")).ToBeVisibleAsync();
        await Say(page, "Where is order #N10309?");
        await Expect(Answers(page).Last).ToContainTextAsync("N10309", new() { Timeout = 60_000 });
    }
}
