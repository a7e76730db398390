using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class ProposalTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Choice_leads_to_a_proposal_with_its_amount_and_confirming_it_changes_the_order()
    {
        var page = await Chat("demo-marcus");
        await Say(page, "Cancel my pending order please");
        await Expect(Button(page, "no longer needed")).ToBeVisibleAsync(Patient);
        await Inspect(page, "chat-choices");

        await Button(page, "no longer needed").ClickAsync();
        var card = page.Locator(".proposal");
        await Expect(card).ToContainTextAsync("You get back", new() { Timeout = 60_000 });
        await Expect(card.Locator("dd.total")).ToContainTextAsync("$");
        await Expect(Button(page, "ordered by mistake")).ToBeDisabledAsync();
        await Inspect(page, "chat-proposal");

        await card.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Confirmed");
        await Expect(Answers(page)).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        await Button(page, "Your orders").ClickAsync();
        await Expect(page.Locator("#order-list .order", new() { HasText = "Cancelled" }).First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Not_now_leaves_the_order_as_it_is()
    {
        var page = await Chat("demo-anna");
        await Button(page, "Your orders").ClickAsync();
        var pending = page.Locator("#order-list .order", new() { Has = page.Locator(".badge", new() { HasTextRegex = new("^Pending$") }) });
        var before = await pending.CountAsync();

        await pending.First.GetByRole(AriaRole.Button, new() { Name = "Cancel it" }).ClickAsync();
        await Expect(Button(page, "no longer needed")).ToBeVisibleAsync(Patient);
        await Button(page, "no longer needed").ClickAsync();
        var card = page.Locator(".proposal");
        await card.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();

        await Expect(card).ToContainTextAsync("Not now");
        await Expect(Answers(page)).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        await Expect(pending).ToHaveCountAsync(before);
    }

    [SkippableFact]
    public async Task Orders_are_cards_that_start_a_talk()
    {
        var page = await Chat("demo-priya");

        await Button(page, "Your orders").ClickAsync();
        await Expect(page.Locator("#order-list .order").First).ToContainTextAsync("#N");
        await Inspect(page, "chat-orders");

        await page.SetViewportSizeAsync(390, 780);
        await page.Locator("#order-list").GetByRole(AriaRole.Button, new() { Name = "Return something" }).First.ClickAsync();
        await Expect(page.Locator("#orders")).ToBeHiddenAsync();
        await Expect(page.Locator(".message.customer .body")).ToContainTextAsync("return something from order #N");
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
    }
}
