using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Identity;
using SupportAgents.Silo.Identity;
using SupportAgents.Standalone;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>The whole program in the tests' own process: HTTP to it is real.</summary>
public abstract class InProcessHost(params string[] flags) : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>The data folder.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("support-host-").FullName;

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public virtual async Task InitializeAsync()
    {
        _app = StandaloneHost.Build(["--urls", "http://127.0.0.1:0", "--data", Data, "--Support:Cluster:SiloPort", $"{Ports.Free()}", "--Support:Cluster:GatewayPort", $"{Ports.Free()}", .. flags]);
        await _app.StartAsync();
    }

    /// <summary>A client with a token of that role.</summary>
    public HttpClient As(string subject, Role role = Role.Customer)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        var token = Services.GetRequiredService<TokenIssuer>().Issue(subject, role, null, TimeSpan.FromHours(1));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public virtual async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Directory.Delete(Data, recursive: true);
    }
}
