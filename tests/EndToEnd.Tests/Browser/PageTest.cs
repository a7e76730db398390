using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using static Microsoft.Playwright.Assertions;

namespace SupportAgents.EndToEnd.Tests.Browser;

/// <summary>A test that looks at a page as a visitor does. What a script or the content policy complains of fails it.</summary>
[Collection(BrowserTests.Name)]
public abstract class PageTest(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1280, 860), ("mobile", 390, 780)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private static readonly string Screenshots = ScreenshotFolder();

    // The package's own way opens a page for each run; the same script run in place takes a tenth of the time.
    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    private const string FindBarriers =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .filter(one => one.impact === 'serious' || one.impact === 'critical')
            .map(one => `${one.id} (${one.impact}): ${one.help} at ${one.nodes.slice(0, 4).map(node => node.html).join(' | ')}`)
        """;

    private readonly List<string> _errors = [];
    private readonly List<IBrowserContext> _contexts = [];

    protected StandaloneServer Server => browser.Server;

    /// <summary>As long as a slow machine may need for an answer.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Waits for <see cref="Patience"/>.</summary>
    protected static LocatorAssertionsToBeVisibleOptions Patient { get; } = new() { Timeout = (float)Patience.TotalMilliseconds };

    public Task InitializeAsync()
    {
        SetDefaultExpectTimeout(20_000);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
        Assert.Empty(_errors);
    }

    /// <summary>A page of a fresh profile; with a customer's id their own, with another address by that way.</summary>
    protected async Task<IPage> NewPage(string? customer = null, Uri? address = null, Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = (address ?? browser.Server?.Address)?.ToString(),
            ViewportSize = new ViewportSize { Width = 1280, Height = 860 },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
        };
        configure?.Invoke(options);
        var context = await browser.NewContext(options);
        _contexts.Add(context);
        if (customer is not null)
            await Store(context, "chat", Server.Token(customer, Role.Customer));
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _errors.Add(line.Text);
        };
        return page;
    }

    /// <summary>Skips the test where there is no browser; opening a page does so too.</summary>
    protected void RequireBrowser() => browser.Require();

    /// <summary>Takes out the complaints that a test provokes.</summary>
    protected void Expected(string words) => _errors.RemoveAll(error => error.Contains(words, StringComparison.Ordinal));

    /// <summary>The staff's page, signed in.</summary>
    protected async Task<IPage> Desk(string place = "queue", string name = "Sam")
    {
        var page = await NewPage();
        await Store(page.Context, "desk", Server.Token(name, Role.Admin));
        await page.GotoAsync($"/desk#/{place}");
        return page;
    }

    /// <summary>The customer's page, signed in, ready to write.</summary>
    protected async Task<IPage> Chat(string customer, Uri? address = null)
    {
        var page = await NewPage(customer, address);
        await page.GotoAsync("/");
        await Expect(page.Locator(".welcome")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Writes by the keyboard alone, as many customers do.</summary>
    protected static async Task Say(IPage page, string text)
    {
        await page.GetByLabel("Your message").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The finished answers.</summary>
    protected static ILocator Answers(IPage page) => page.Locator(".message.agent:not(.live)");

    protected static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A conversation that a customer began without a page.</summary>
    protected async Task<string> Begin(string customer, string text, string? handOff = null)
    {
        using var client = Server.As(customer);
        using var started = await client.PostAsJsonAsync("/v1/conversations", new { text });
        started.EnsureSuccessStatusCode();
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString()!;
        if (handOff is not null)
            (await client.PostAsJsonAsync($"/v1/conversations/{id}/handoff", new { reason = handOff })).EnsureSuccessStatusCode();
        return id;
    }

    /// <summary>Keeps a picture of the page on every screen and in both schemes, and finds no serious barrier on any.</summary>
    protected static async Task Inspect(IPage page, string name)
    {
        await page.EvaluateAsync(s_axe);
        foreach (var (screen, width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in Schemes)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var file = $"{name}-{screen}-{scheme.ToString().ToLowerInvariant()}.png";
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, file) });
                var barriers = await page.EvaluateAsync<string[]>(FindBarriers);
                Assert.True(barriers.Length == 0, $"{file}: {string.Join("\n", barriers)}");
            }
        }
        await page.SetViewportSizeAsync(Screens[0].Width, Screens[0].Height);
    }

    private static async Task Store(IBrowserContext context, string session, string token) =>
        await context.AddInitScriptAsync($"try {{ sessionStorage.getItem('support.{session}.token') ?? sessionStorage.setItem('support.{session}.token', '{token}'); }} catch {{ }}");

    private static string ScreenshotFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportAgents.sln")))
            folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "artifacts", "screenshots")).FullName;
    }
}
