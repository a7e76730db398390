using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class TalkTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Answer_shows_what_became_of_each_ask_the_order_its_sources_and_the_steps()
    {
        var page = await Chat("demo-anna");

        await Say(page, "Where is my last order? And what is the return window?");

        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
        await Expect(page.Locator(".asks li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".mentioned .order")).ToContainTextAsync("#N");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("#N");
        await page.Locator(".steps summary").ClickAsync();
        await Expect(page.Locator(".steps li").First).ToBeVisibleAsync();
        await Inspect(page, "chat-answer");

        await page.Locator(".source").First.PressAsync("Enter");
        var section = page.GetByRole(AriaRole.Dialog);
        await Expect(section.Locator(".dialog-body")).ToContainTextAsync("30 days");
        await Inspect(page, "chat-citation");
        await page.Keyboard.PressAsync("Escape");
        await Expect(section).ToHaveCountAsync(0);
        await Expect(page.Locator(".source").First).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Talk_is_the_same_after_a_reload_and_in_another_tab()
    {
        var page = await Chat("demo-zoe");
        await Say(page, "Hello!");
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
        var said = await page.Locator("#messages .body").AllInnerTextsAsync();

        await page.ReloadAsync();
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
        Assert.Equal(said, await page.Locator("#messages .body").AllInnerTextsAsync());

        var other = await NewPage("demo-zoe");
        await other.GotoAsync("/");
        await other.Locator("#conversations .pick", new() { HasText = "Hello!" }).ClickAsync();
        await Expect(Answers(other)).ToBeVisibleAsync(Patient);
        await Say(page, "Thank you");
        await Expect(other.Locator(".message.customer")).ToHaveCountAsync(2);
        await Expect(Answers(other)).ToHaveCountAsync(2);
    }

    [SkippableFact]
    public async Task Messages_sent_in_a_burst_stay_in_order_and_are_all_answered()
    {
        var page = await Chat("demo-kenji");
        string[] said = ["Hello", "Where is my last order?", "What is the return window?"];

        foreach (var text in said)
            await Say(page, text);

        await Expect(Answers(page)).ToHaveCountAsync(said.Length, new() { Timeout = 60_000 });
        await Expect(page.Locator(".message.customer .body")).ToHaveTextAsync(said);
    }

    [SkippableFact]
    public async Task Markup_in_a_message_stays_text()
    {
        var page = await Chat("demo-zoe");

        await Say(page, "<img src=x onerror=alert(1)> **hello**");

        await Expect(page.Locator(".message.customer .body")).ToHaveTextAsync("<img src=x onerror=alert(1)> **hello**");
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
        Assert.Equal(0, await page.Locator("#messages img").CountAsync());
    }

    [SkippableFact]
    public async Task Agents_are_seen_at_work_and_their_words_while_they_come()
    {
        var page = await NewPage("demo-anna");
        var connections = new List<string?>();
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/v1/conversations/c_told/events", async route =>
        {
            connections.Add(route.Request.Headers.GetValueOrDefault("last-event-id"));
            // The stream breaks off in the middle of the words; the third connection stays open without a word.
            if (connections.Count == 3)
                third.SetResult();
            if (connections.Count <= 2)
                await route.FulfillAsync(new() { ContentType = "text/event-stream", Body = string.Concat(connections.Count == 1 ? Told.First : Told.Second) });
        });
        await page.AddInitScriptAsync("sessionStorage.setItem('support.chat.conversation', 'c_told')");
        await page.GotoAsync("/");

        await Expect(page.Locator(".live .body")).ToHaveTextAsync("The kettle is");
        await Expect(page.Locator(".working")).ToContainTextAsync("Orders: opening the order");
        await Expect(page.Locator("#connection")).ToBeVisibleAsync();
        await Inspect(page, "chat-working");
        await Expect(Answers(page).Locator(".body")).ToHaveTextAsync("The kettle is on its way.");

        await Expect(page.Locator(".live")).ToBeHiddenAsync();
        await Expect(page.Locator(".working")).ToBeHiddenAsync();
        await Expect(page.Locator(".message .body:visible")).ToHaveCountAsync(2);
        await third.Task.WaitAsync(Patience);
        Assert.Equal([null, "5", "7"], connections.Take(3));
    }
}
