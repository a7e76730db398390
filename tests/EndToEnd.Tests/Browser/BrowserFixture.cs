using Microsoft.Playwright;
using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Browser;

/// <summary>The demo shop and the machine's own Chromium. Without Chromium its tests are skipped.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running shop.</summary>
    public StandaloneServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium)
            return;
        Server = await StandaloneServer.Start("--demo", "true");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a fresh browser profile, on the shop's address.</summary>
    public async Task<IPage> NewPage()
    {
        Skip.If(_browser is null, $"no Chromium at {string.Join(", ", Places)}");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Server.Address.ToString() });
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
