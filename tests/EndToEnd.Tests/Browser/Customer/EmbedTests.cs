using Microsoft.Playwright;
using SupportAgents.Identity;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class EmbedTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task One_script_tag_puts_the_signed_in_talk_on_a_shops_page()
    {
        var page = await NewPage();
        await Serve(page, BrowserFixture.Shop, $"data-label='Ask us' data-token='{Server.Token("demo-anna", Role.Customer, "Anna L")}'");

        await page.GotoAsync($"{BrowserFixture.Shop}/");
        await Button(page, "Ask us").ClickAsync();

        var frame = page.FrameLocator("iframe[title='Customer support']");
        await Expect(frame.Locator("#who")).ToContainTextAsync("Anna L");
        await frame.GetByLabel("Your message").FillAsync("Hello");
        await frame.GetByLabel("Your message").PressAsync("Enter");
        await Expect(frame.Locator(".message.agent:not(.live)")).ToBeVisibleAsync(Patient);
        await Inspect(page, "embedded");
        await Button(page, "Close").ClickAsync();
        await Expect(page.Locator("iframe")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Other_sites_may_not_frame_it()
    {
        var page = await NewPage();
        await Serve(page, "http://other.example", "data-open='true'");
        var refused = page.WaitForConsoleMessageAsync(new() { Predicate = line => line.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        await page.GotoAsync("http://other.example/");
        await refused;

        Assert.Equal(0, await page.FrameLocator("iframe").Locator("#desk").CountAsync());
        Expected("frame-ancestors");
    }

    private async Task Serve(IPage page, string site, string attributes) => await page.RouteAsync($"{site}/**", route => route.FulfillAsync(new()
    {
        ContentType = "text/html",
        Body = $"<!doctype html><html lang='en'><title>Shop</title><main><h1>A shop</h1></main><script src='{Server.Address}embed.js' {attributes}></script></html>",
    }));
}
