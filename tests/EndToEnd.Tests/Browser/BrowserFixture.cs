using Microsoft.Playwright;
using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Browser;

/// <summary>The demo shop and the machine's own Chromium. Without Chromium its tests are skipped.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>A site that may show the customer's page in a frame.</summary>
    public const string Shop = "http://shop.example";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Sites of these tests have no network behind them, so their pages count as strangers to this machine.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running shop.</summary>
    public StandaloneServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium)
            return;
        Server = await StandaloneServer.Start("--demo", "true", "--Support:Embed:Origins:0", Shop, "--Support:Webhooks:Endpoints:crm:Url", "http://127.0.0.1:9/",
            "--Support:Webhooks:Endpoints:crm:Secret", "whsec_c3VwcG9ydC1hZ2VudHMtdGVzdC1zZWNyZXQtMzI=", "--Support:Webhooks:MaxAttempts", "1", "--Support:Webhooks:Interval", "00:00:00.100");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A fresh browser profile.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        Require();
        var context = await _browser!.NewContextAsync(options);
        // A shared machine may be slow; what never comes fails all the same.
        context.SetDefaultTimeout(30_000);
        return context;
    }

    /// <summary>Skips the test where there is no Chromium.</summary>
    public void Require() => Skip.If(_browser is null, $"no Chromium at {string.Join(", ", Places)}");

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}

/// <summary>All tests of the pages share one shop and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
