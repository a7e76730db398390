using System.Net.Http.Json;
using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Identity;
using SupportAgents.Support;

namespace SupportAgents.EndToEnd.Tests.Monitoring;

/// <summary>The program on PostgreSQL, with its demo shop; without PostgreSQL the tests that use it are skipped.</summary>
public sealed class MonitoredHost : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();
    private Program? _program;

    /// <summary>The running program; skips the test when there is no PostgreSQL.</summary>
    public InProcessHost Running
    {
        get
        {
            Skip.If(_postgres.Missing is not null, _postgres.Missing);
            return _program!;
        }
    }

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        if (_postgres.Missing is not null)
            return;
        _program = new Program(await _postgres.CreateDatabase());
        await _program.InitializeAsync();
    }

    /// <summary>A short load that touches everything a dashboard shows: reads, knowledge, ranking, a write, a hand-off, a rating.</summary>
    public async Task Talk()
    {
        using var client = Running.As("demo-anna");
        var chat = await Chat.Open(client);
        foreach (var text in (string[])["Where is my last order?", "What is your return policy?", "Can you recommend a jacket?", "What are my preferences?"])
            await chat.Say(text);
        var offered = await chat.Say("Please change the shipping address of my account to 1 New Street, Austin, TX 78701, USA");
        if (offered.Proposal is not null)
            await chat.Say("No, leave it");
        using (await client.PostAsJsonAsync($"/v1/conversations/{chat.Id}/feedback", new { rating = 5 }))
        using (await client.PostAsJsonAsync($"/v1/conversations/{chat.Id}/handoff", new { reason = "I want to talk to a person" }))
        {
        }
        using var staff = Running.As("dana", Role.Staff);
        using var closed = await staff.PostAsJsonAsync($"/v1/desk/conversations/{chat.Id}/close", new { });
        closed.EnsureSuccessStatusCode();
    }

    /// <summary>The metrics as Prometheus reads them.</summary>
    public async Task<string> Scrape()
    {
        using var client = new HttpClient { BaseAddress = Running.Address };
        return await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
    }

    public async Task DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private sealed class Program(string connectionString)
        : InProcessHost("--ConnectionStrings:Support", connectionString, "--Support:Cluster:AdvertisedAddress", "127.0.0.1", "--Support:Limits:CustomerBurst", "10000");
}
