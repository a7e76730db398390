using SupportAgents.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class ReconnectTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Lost_network_loses_and_doubles_nothing()
    {
        RequireBrowser();
        await using var network = new CuttingProxy(Server.Address);
        var page = await Chat("demo-kenji", network.Address);
        await Say(page, "Hello");
        await Expect(Answers(page)).ToHaveCountAsync(1, new() { Timeout = 60_000 });

        network.Cut();
        await Say(page, "Where is my last order?");
        await Say(page, "What is the return window?");
        await Expect(page.Locator("#connection")).ToContainTextAsync("The connection is lost");
        await Expect(page.Locator(".message.pending")).ToHaveCountAsync(2);
        await Inspect(page, "chat-offline");
        network.Mend();

        await Expect(Answers(page)).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        await Expect(page.Locator("#connection")).ToBeHiddenAsync();
        await Expect(page.Locator(".message.pending")).ToHaveCountAsync(0);
        await Expect(page.Locator(".message.customer .body")).ToHaveTextAsync(["Hello", "Where is my last order?", "What is the return window?"]);
        var said = await page.Locator("#messages .body:visible").AllInnerTextsAsync();
        await page.ReloadAsync();
        await Expect(Answers(page)).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        Assert.Equal(said, await page.Locator("#messages .body:visible").AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task Refused_message_can_be_tried_again_or_dropped()
    {
        var page = await Chat("demo-zoe");
        await page.RouteAsync("**/messages", route => route.FulfillAsync(new() { Status = 400, ContentType = "application/problem+json", Body = """{"detail":"The text is too long."}""" }));

        await Say(page, "Hello");
        var failed = page.Locator(".message.failed");
        await Expect(failed).ToContainTextAsync("The text is too long.");
        await Inspect(page, "chat-failed");
        await page.UnrouteAsync("**/messages");
        await Button(page, "Try again").ClickAsync();

        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
        await Expect(page.Locator(".message.customer")).ToHaveCountAsync(1);
        await Expect(failed).ToHaveCountAsync(0);
    }
}
