using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using SupportAgents.Identity;
using SupportAgents.Silo.Identity;
using SupportAgents.Silo.ModelProviders;
using SupportAgents.Standalone;
using SupportAgents.Support;
using SupportAgents.Support.Bedrock;

namespace SupportAgents.Bench.Models;

/// <summary>The whole program with its demo shop on SQLite, over a fake Bedrock; both in this process, HTTP between them is real.</summary>
internal sealed class BenchDesk : IAsyncDisposable
{
    private static readonly string[] Customers = ["demo-anna", "demo-kenji", "demo-marcus", "demo-priya"];

    /// <summary>Short times, so that a thousand turns with a model that hangs fit into minutes; everything else is as delivered.</summary>
    public static string[] Times { get; } =
    [
        "--Support:Model:RequestTimeout", "00:00:01", "--Support:Model:IdleTimeout", "00:00:01", "--Support:Model:CallDeadline", "00:00:03", "--Support:Model:RetryDelay", "00:00:00.050",
        "--Support:Model:BreakerWindow", "00:00:05", "--Support:Model:BreakerPause", "00:00:01", "--Support:Reasoning:TurnTime", "00:00:08", "--Support:Conversations:TurnTimeout", "00:00:10",
    ];

    private readonly string _data = Directory.CreateTempSubdirectory("support-bench-").FullName;
    private readonly ScriptedBedrock _model = new();
    private readonly List<FaultVisitor> _visitors = [];
    private WebApplication? _app;

    public ScriptedBedrock Model => _model;

    public IServiceProvider Services => _app!.Services;

    public async Task Start(params string[] settings)
    {
        await _model.Start();
        _app = StandaloneHost.Build(
        [
            "--urls", "http://127.0.0.1:0", "--data", _data, "--demo", "true", "--Support:Cluster:SiloPort", $"{Ports.Free()}", "--Support:Cluster:GatewayPort", $"{Ports.Free()}", "--Support:Limits:CustomerBurst", "10000000",
            "--Logging:Console:LogLevel:Default", "None", .. _model.Settings, .. settings,
        ]);
        await _app.StartAsync();
        foreach (var customer in Customers)
        {
            var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _app.Services.GetRequiredService<TokenIssuer>().Issue(customer, Role.Customer, null, TimeSpan.FromHours(6)));
            var orders = await client.GetFromJsonAsync<JsonElement>("/v1/me/orders");
            _visitors.AddRange(orders.GetProperty("items").EnumerateArray().Select(order => new FaultVisitor(client, order.GetProperty("id").GetString()!)));
        }
    }

    /// <summary>A customer and an order, in turn.</summary>
    public FaultVisitor Visitor(int turn) => _visitors[turn % _visitors.Count];

    /// <summary>Whether the main model's circuit is open.</summary>
    public bool IsOpen() => _app!.Services.GetRequiredService<ModelClientFactory>().StateOf(ScriptedBedrock.Main) is CircuitState.Open or CircuitState.HalfOpen;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        await _model.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
