using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using SupportAgents.Identity;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

public sealed class CareTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Person_is_always_in_reach_and_what_they_write_arrives()
    {
        var page = await Chat("demo-zoe");
        await page.SetViewportSizeAsync(320, 568);

        await Button(page, "Talk to a person").ClickAsync();

        var messages = page.Locator("#messages");
        await Expect(messages).ToContainTextAsync("You are in the queue");
        var id = await page.EvaluateAsync<string>("sessionStorage.getItem('support.chat.conversation')");
        using var staff = Server.As("Kim", Role.Staff);
        (await staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/note", new { text = "She sounds annoyed" })).EnsureSuccessStatusCode();
        (await staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/reply", new { text = "Hello, I am **Kim**." })).EnsureSuccessStatusCode();
        await Expect(messages.Locator(".message.staff strong")).ToHaveTextAsync("Kim");
        await Expect(page.Locator("#announcer")).ToContainTextAsync("Kim");
        await Expect(messages).Not.ToContainTextAsync("annoyed");
        // While she is there the agents say nothing.
        await Say(page, "Where is my order?");
        await Expect(page.Locator(".message.customer")).ToHaveCountAsync(1);
        await Expect(page.Locator(".working")).ToBeHiddenAsync();
        await Inspect(page, "chat-person");
        (await staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/close", new { outcome = "Solved" })).EnsureSuccessStatusCode();
        await Expect(messages).ToContainTextAsync("This conversation is closed");
        Assert.Equal(0, await Answers(page).CountAsync());
    }

    [SkippableFact]
    public async Task Rating_is_given_with_stars_and_words()
    {
        var page = await Chat("demo-kenji");
        await Say(page, "Hello");
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);

        await Button(page, "Rate this conversation").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "4 of 5" }).CheckAsync();
        await dialog.GetByLabel("What should we know?").FillAsync("Quick");
        await Inspect(page, "chat-rating");
        await Button(page, "Send rating").ClickAsync();

        await Expect(page.Locator("#messages")).ToContainTextAsync("You rated this conversation 4 of 5.");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task History_lists_opens_and_deletes_conversations()
    {
        await Begin("demo-marcus", "What are the opening hours?");
        var page = await Chat("demo-marcus");
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.SetViewportSizeAsync(390, 780);
        await Button(page, "Conversations").ClickAsync();
        var line = page.Locator("#conversations li", new() { HasText = "opening hours" });
        await Expect(line).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#history")).ToBeHiddenAsync();
        await Expect(Button(page, "Conversations")).ToBeFocusedAsync();
        await Button(page, "Conversations").ClickAsync();
        await Inspect(page, "chat-history");
        await page.SetViewportSizeAsync(390, 780);
        if (!await page.Locator("#history").IsVisibleAsync())
            await Button(page, "Conversations").ClickAsync();

        await line.Locator(".pick").ClickAsync();
        await Expect(page.Locator(".message.customer")).ToContainTextAsync("opening hours");
        await Button(page, "Conversations").ClickAsync();
        await Button(page, "Delete “What are the opening hours?”").ClickAsync();

        await Expect(line).ToHaveCountAsync(0);
        await Expect(page.Locator(".welcome")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Deleted_conversation_of_another_tab_is_told()
    {
        var id = await Begin("demo-zoe", "Hello there");
        var page = await NewPage("demo-zoe");
        await page.AddInitScriptAsync($"sessionStorage.getItem('once') ?? sessionStorage.setItem('support.chat.conversation', '{id}'); sessionStorage.setItem('once', '1')");
        using var client = Server.As("demo-zoe");
        (await client.DeleteAsync(new Uri($"/v1/conversations/{id}", UriKind.Relative))).EnsureSuccessStatusCode();

        await page.GotoAsync("/");

        await Expect(page.Locator("#problem")).ToHaveTextAsync("That conversation does not exist any more.");
        await Say(page, "Hello again");
        await Expect(Answers(page)).ToBeVisibleAsync(Patient);
        Assert.Equal(JsonValueKind.Object, (await client.GetFromJsonAsync<JsonElement>("/v1/me")).ValueKind);
    }
}
