using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Staff;

/// <summary>What is kept of what was done: deliveries to the shop's own systems, and calls of staff.</summary>
public sealed class RecordTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Staff_see_what_could_not_be_delivered_and_let_it_be_tried_again()
    {
        await Begin("demo-kenji", "Where is my last order?", handOff: "For the delivery test");
        var page = await Desk("deliveries");
        await page.GetByLabel("State").SelectOptionAsync("dead");

        var line = page.Locator(".delivery").First;
        await Expect(line).ToContainTextAsync("Handed to a person", new() { Timeout = 30_000 });
        await Expect(line).ToContainTextAsync("Given up");
        await Inspect(page, "desk-deliveries");
        await line.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(line).ToContainTextAsync("On its way");
    }

    [SkippableFact]
    public async Task Admins_see_who_called_what_and_find_one_person()
    {
        var name = $"Robin-{Guid.NewGuid():N}"[..12];
        var page = await Desk("queue", name);
        await Expect(page.Locator(".side")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await page.GetByLabel("Who").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(new Regex($"{name} \\(admin\\)"));
        await Expect(page.Locator("tbody")).ToContainTextAsync("/v1/desk/queue");
        await Inspect(page, "desk-audit");
    }
}
