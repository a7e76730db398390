using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class MyDataTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Copy_of_what_is_kept_is_downloaded()
    {
        var page = await Chat("demo-kenji");
        await Say(page, "Hello there");
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);

        await Button(page, "My data").ClickAsync();
        await Inspect(page, "chat-my-data");
        var download = await page.RunAndWaitForDownloadAsync(() => Button(page, "Download my data").ClickAsync());

        Assert.Equal("my-data.json", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var copy = await JsonDocument.ParseAsync(stream);
        Assert.Equal("demo-kenji", copy.RootElement.GetProperty("customer").GetProperty("id").GetString());
        Assert.Contains("Hello there", copy.RootElement.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Everything_is_erased_only_when_it_was_asked_for_twice_and_once_more_for_open_orders()
    {
        // Nobody else's test may need this customer; she has orders on their way.
        var page = await Chat("demo-sunita");
        await Button(page, "My data").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);

        await Button(page, "Erase everything").ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("for good?");
        await Button(page, "Yes, erase everything").ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("They would lose it.");
        await Inspect(page, "chat-my-data-open-orders");
        using var customer = Server.As("demo-sunita");
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync("/v1/me")).StatusCode);
        await Button(page, "Erase everything all the same").ClickAsync();

        await Expect(page.Locator("#sign-in")).ToContainTextAsync("Everything that we kept about you is erased.");
        Assert.Equal(HttpStatusCode.NotFound, (await customer.GetAsync("/v1/me")).StatusCode);
    }
}
