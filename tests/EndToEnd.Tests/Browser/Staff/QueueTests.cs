using Microsoft.Playwright;
using SupportAgents.Identity;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Staff;

public sealed class QueueTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Staff_sign_in_by_token_and_customers_do_not_get_in()
    {
        var page = await NewPage();
        await page.GotoAsync("/desk");
        await Inspect(page, "desk-sign-in");

        await page.GetByLabel("Staff token").FillAsync(Server.Token("demo-anna", Role.Customer));
        await Button(page, "Sign in").ClickAsync();
        await Expect(page.Locator("#sign-in-problem")).ToHaveTextAsync("This token is not of the staff.");
        await page.GetByLabel("Staff token").FillAsync(Server.Token("Sam", Role.Staff));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Queue" })).ToBeVisibleAsync();
        await Button(page, "Sign out").ClickAsync();
        await Expect(page.Locator("#sign-in")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Queue_tells_who_waits_why_and_how_long_and_opens_the_warm_package()
    {
        var id = await Begin("demo-anna", "Where is my last order?", handOff: "Wants to speak about a gift");
        var page = await Desk();

        var line = page.Locator($".queue-list [data-id='{id}']");
        await Expect(line).ToContainTextAsync("Anna");
        await Expect(line).ToContainTextAsync("Wants to speak about a gift");
        await Expect(line.Locator(".badge")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d.* (ms|s|min)"));
        await Inspect(page, "desk-queue");
        await line.GetByRole(AriaRole.Link).PressAsync("Enter");

        var package = page.Locator(".package");
        await Expect(package).ToContainTextAsync("What was asked");
        await Expect(package).ToContainTextAsync("Where is my last order?: done");
        await Expect(page.Locator("#talk-title")).ToContainTextAsync("Anna");
        await Expect(page.Locator(".order").First).ToBeVisibleAsync();
        await Expect(Answers(page)).ToBeVisibleAsync();
        await Inspect(page, "desk-conversation");
    }

    [SkippableFact]
    public async Task Visitor_who_asks_for_a_person_is_shown_as_one_and_with_no_account()
    {
        var visitor = await NewPage();
        await visitor.GotoAsync("/");
        await Button(visitor, "Ask about products without signing in").ClickAsync();
        await Button(visitor, "Talk to a person").ClickAsync();
        await Expect(visitor.Locator("#messages")).ToContainTextAsync("You are in the queue");
        var id = await visitor.EvaluateAsync<string>("sessionStorage.getItem('support.chat.conversation')");
        var desk = await Desk($"queue/{id}");

        await Expect(desk.Locator("#talk-title")).ToHaveTextAsync("Visitor");
        await Expect(desk.Locator(".package")).ToContainTextAsync("not verified");
        await Expect(desk.GetByText("Nothing is known of an account")).ToBeAttachedAsync();
        await Expect(desk.Locator("#problem")).ToBeEmptyAsync();
    }

    [SkippableFact]
    public async Task Conversation_is_seen_live_on_both_sides_until_it_is_handed_back()
    {
        var customer = await Chat("demo-kenji");
        await Button(customer, "Talk to a person").ClickAsync();
        await Expect(customer.Locator("#messages")).ToContainTextAsync("You are in the queue");
        var id = await customer.EvaluateAsync<string>("sessionStorage.getItem('support.chat.conversation')");
        var desk = await Desk();
        await desk.Locator($".queue-list [data-id='{id}'] a").ClickAsync();

        await Button(desk, "Take").ClickAsync();
        await Expect(customer.Locator("#messages")).ToContainTextAsync("Sam from our team is here.");
        await Expect(desk.Locator($".queue-list [data-id='{id}'] .badge")).ToHaveTextAsync("Yours");
        await Say(customer, "Is anybody there?");
        await Expect(desk.Locator(".message.customer")).ToContainTextAsync("Is anybody there?");
        await desk.Locator("#words").FillAsync("He sounds tired");
        await Button(desk, "Add note").ClickAsync();
        await Expect(desk.Locator(".message.note")).ToContainTextAsync("He sounds tired");
        await desk.Locator("#words").FillAsync("Yes, **I am**.");
        await Button(desk, "Reply").ClickAsync();
        await Expect(customer.Locator(".message.staff")).ToContainTextAsync("Yes, I am.");
        await Expect(desk.Locator("#words")).ToBeEmptyAsync();
        await Button(desk, "Hand back").ClickAsync();
        await desk.GetByLabel("What should the agents know?").FillAsync("He wants tea");
        await Inspect(desk, "desk-hand-back");
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Hand back" }).ClickAsync();

        await Expect(customer.Locator("#messages")).ToContainTextAsync("The assistants answer again.");
        await Expect(desk.Locator($".queue-list [data-id='{id}']")).ToHaveCountAsync(0);
        await Say(customer, "Hello");
        await Expect(Answers(customer)).ToBeVisibleAsync(Patient);
        await Expect(customer.Locator("#messages")).Not.ToContainTextAsync("tired");
    }

    [SkippableFact]
    public async Task Conversation_is_closed_with_its_outcome_and_found_again()
    {
        var id = await Begin("demo-marcus", "My grandmother's xylophone broke", handOff: "Xylophone");
        var page = await Desk($"queue/{id}");

        await Button(page, "Close").ClickAsync();
        await Button(page, "Explained; nothing to do").ClickAsync();
        await Button(page, "Close conversation").ClickAsync();
        await Expect(page.Locator("#messages")).ToContainTextAsync("Sam closed it. “Explained; nothing to do”");
        await Expect(Button(page, "Close")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickAsync();
        await page.GetByLabel("Search conversations").FillAsync("GRANDMOTHER xylophone");
        await page.GetByLabel("State").SelectOptionAsync("closed");
        await page.GetByLabel("Search conversations").PressAsync("Enter");
        var found = page.Locator(".found a");
        await Expect(found).ToHaveCountAsync(1);
        await Expect(found.Locator(".excerpt")).ToContainTextAsync("My grandmother's xylophone broke");
        await Inspect(page, "desk-search");
        await found.ClickAsync();
        await Expect(page.Locator(".message.customer")).ToContainTextAsync("xylophone");
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Search conversations")).ToHaveValueAsync("GRANDMOTHER xylophone");
    }
}
