using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Staff;

public sealed class ActionTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Draft_by_the_agents_comes_with_sources_and_waits_to_be_sent()
    {
        var id = await Begin("demo-zoe", "What is the return window?", handOff: "Wants it from a person");
        var page = await Desk($"queue/{id}");

        await Button(page, "Suggest a reply").ClickAsync();
        var suggestion = page.Locator(".suggestion");
        await Expect(suggestion).ToContainTextAsync("for “What is the return window?”", new() { Timeout = 60_000 });
        await Expect(page.Locator("#words")).ToHaveValueAsync(new Regex("30 days"));
        await Inspect(page, "desk-draft");
        await suggestion.Locator(".source").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("30 days");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".message.staff").CountAsync());
        await Button(page, "Reply").ClickAsync();

        await Expect(page.Locator(".message.staff")).ToContainTextAsync("30 days");
        await Expect(suggestion).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Return_is_proposed_with_its_refund_and_confirmed_for_the_customer()
    {
        var page = await Desk($"queue/{await Begin("demo-priya", "Hello", handOff: "Return")}");
        var order = page.Locator(".order", new() { HasText = "Delivered" }).First;
        var number = await order.GetAttributeAsync("data-order");

        await order.GetByRole(AriaRole.Button, new() { Name = "Return" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Inspect(page, "desk-action");
        await dialog.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Button(page, "Propose").ClickAsync();
        await Expect(dialog.Locator(".proposal")).ToContainTextAsync("Customer gets back");
        await Inspect(page, "desk-proposal");
        await Button(page, "Confirm for the customer").ClickAsync();

        await Expect(page.Locator(".message.note")).ToContainTextAsync($"Done at the desk: Return 1 item of order {number}");
        await Expect(page.Locator($".order[data-order='{number}']")).ToContainTextAsync("Return requested");
    }

    [SkippableFact]
    public async Task Action_that_a_rule_forbids_is_refused_with_what_is_allowed()
    {
        var page = await Desk($"queue/{await Begin("demo-anna", "Hello", handOff: "Old kettle")}");
        var old = page.Locator(".order", new() { HasText = "2024" }).First;

        await old.GetByRole(AriaRole.Button, new() { Name = "Return" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Button(page, "Propose").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".problem")).ToContainTextAsync("30 days");
    }

    [SkippableFact]
    public async Task Items_of_a_pending_order_are_replaced_by_available_ones()
    {
        var page = await Desk($"queue/{await Begin("demo-anna", "Hello", handOff: "Change of mind")}");
        var order = page.Locator(".order", new() { Has = page.Locator(".badge", new() { HasTextRegex = new("^Pending$") }) }).Last;

        await order.GetByRole(AriaRole.Button, new() { Name = "Items" }).ClickAsync();
        var unit = page.GetByRole(AriaRole.Dialog).Locator(".unit").First;
        await unit.GetByRole(AriaRole.Checkbox).CheckAsync();
        await unit.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Button(page, "Propose").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".proposal, .problem:not(:empty)")).ToBeVisibleAsync();
        await Button(page, "Drop it").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal(0, await page.Locator(".message.note").CountAsync());
    }

    [SkippableFact]
    public async Task Address_of_the_customer_is_changed()
    {
        var page = await Desk($"queue/{await Begin("demo-marcus", "Hello", handOff: "Moved house")}");

        await Button(page, "Change address").ClickAsync();
        await page.GetByLabel("Street and number").FillAsync("12 New Lane");
        await Button(page, "Propose").ClickAsync();
        await Button(page, "Confirm for the customer").ClickAsync();

        await Expect(page.Locator(".facts")).ToContainTextAsync("12 New Lane");
        await Expect(page.Locator(".message.note")).ToContainTextAsync("Done at the desk");
    }
}
