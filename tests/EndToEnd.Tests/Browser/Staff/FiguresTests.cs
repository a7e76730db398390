using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportAgents.Identity;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Staff;

public sealed class FiguresTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Figures_count_what_happened_as_charts_with_tables()
    {
        var id = await Begin("demo-kenji", "Where is my last order?", handOff: "Wants a human touch");
        using (var client = Server.As("demo-kenji"))
            (await client.PostAsJsonAsync($"/v1/conversations/{id}/feedback", new { rating = 5 })).EnsureSuccessStatusCode();
        var page = await Desk("figures");

        foreach (var tile in new[] { "Conversations", "Resolved without a person", "Satisfaction", "Time to answer", "Time to a person", "Model cost" })
            await Expect(page.Locator(".tile", new() { HasText = tile }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".tile", new() { HasText = "Satisfaction" })).ToContainTextAsync(new Regex(@"\d\.\d of 5"));
        await Expect(Chart(page, "Why a person was needed")).ToContainTextAsync("Wants a human touch");
        await Expect(Chart(page, "What customers asked for").Locator("tbody tr").First).ToBeVisibleAsync();
        await Inspect(page, "desk-figures");
        await Chart(page, "Conversations by day").GetByText("As a table").ClickAsync();
        await Expect(Chart(page, "Conversations by day").Locator("tbody tr")).ToHaveCountAsync(30);
        await page.GetByLabel("Span").SelectOptionAsync("7");

        await Chart(page, "Conversations by day").GetByText("As a table").ClickAsync();
        await Expect(Chart(page, "Conversations by day").Locator("tbody tr")).ToHaveCountAsync(7);
        using var staff = Server.As("Sam", Role.Staff);
        var figures = await staff.GetFromJsonAsync<JsonElement>("/v1/desk/figures?days=7");
        var today = Chart(page, "Conversations by day").Locator("tbody tr").Last.Locator("td").Nth(1);
        Assert.Equal(figures.GetProperty("days")[6].GetProperty("conversations").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), await today.InnerTextAsync());
    }

    private static ILocator Chart(IPage page, string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
