using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser.Staff;

public sealed class KnowledgeTests(BrowserFixture browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task Document_is_added_read_and_taken_out_again()
    {
        var page = await Desk("knowledge");
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await Expect(page.Locator(".documents tbody tr").First).ToBeVisibleAsync();
        await Inspect(page, "desk-knowledge");

        await page.GetByLabel("File: Markdown").SetInputFilesAsync(new FilePayload
        {
            Name = "zeppelin.md",
            MimeType = "text/markdown",
            Buffer = Encoding.UTF8.GetBytes("# Zeppelin care\n\n## Mooring\nTie it to a mast.\n"),
        });
        await page.GetByLabel("Kind").SelectOptionAsync("guide");
        await Button(page, "Add document").ClickAsync();
        await Expect(page.Locator(".upload [role=status]")).ToContainTextAsync("“Zeppelin care” is in");
        await page.GetByLabel("Filter by title").FillAsync("zepp");
        await Expect(page.Locator(".documents tbody tr:visible")).ToHaveCountAsync(1);
        await Button(page, "Zeppelin care").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Tie it to a mast.");
        await Inspect(page, "desk-document");
        await page.Keyboard.PressAsync("Escape");
        await Button(page, "Delete “Zeppelin care”").ClickAsync();

        await Expect(page.Locator(".documents tbody tr:visible")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task File_that_cannot_be_read_is_refused_with_the_reason()
    {
        var page = await Desk("knowledge");

        await page.GetByLabel("File: Markdown").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await Button(page, "Add document").ClickAsync();

        await Expect(page.Locator(".upload [role=status]")).ToHaveTextAsync("It was not added.");
        await Expect(page.Locator("#problem")).Not.ToBeEmptyAsync();
    }
}
