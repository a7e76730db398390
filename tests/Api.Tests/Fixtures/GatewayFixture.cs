using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using SupportAgents.Api.Limits;

namespace SupportAgents.Api.Tests.Fixtures;

/// <summary>One in-process cluster with fake grains, and a gateway in front of it.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private InProcessTestCluster? _cluster;
    private readonly List<IDisposable> _gateways = [];

    public InProcessTestCluster Cluster => _cluster ?? throw new InvalidOperationException("not started");

    /// <summary>The gateway with generous limits.</summary>
    public WebApplicationFactory<LimitOptions> Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _cluster = new InProcessTestClusterBuilder(1).Build();
        await _cluster.DeployAsync();
        Gateway = Start(("Support:Limits:CustomerBurst", "100000"), ("Support:Limits:AnonymousBurst", "100000"));
    }

    /// <summary>Another gateway to the same cluster, with settings of its own.</summary>
    public WebApplicationFactory<LimitOptions> Start(params (string Name, string Value)[] settings) => Start(_ => { }, settings);

    /// <summary>Another gateway to the same cluster, with services and settings of its own.</summary>
    public WebApplicationFactory<LimitOptions> Start(Action<IServiceCollection> configure, params (string Name, string Value)[] settings)
    {
        var gateway = new WebApplicationFactory<LimitOptions>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Cluster:Client", "external");
            host.UseSetting("Support:Auth:SigningKey", Tokens.KeyText);
            // Scripted failures stay: nobody has to wait for them to pass.
            host.UseSetting("Support:Cluster:Patience", "00:00:02");
            host.UseSetting("Logging:LogLevel:Default", Environment.GetEnvironmentVariable("GATEWAY_TEST_LOG") ?? "None");
            foreach (var (name, value) in settings)
                host.UseSetting(name, value);
            host.ConfigureServices(services =>
            {
                services.AddSingleton<IClusterClient>(_ => Cluster.Client);
                services.AddSingleton<IGrainFactory>(_ => Cluster.Client);
                configure(services);
            });
        });
        _gateways.Add(gateway);
        return gateway;
    }

    public async Task DisposeAsync()
    {
        foreach (var gateway in _gateways)
            gateway.Dispose();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class GatewayCollection : ICollectionFixture<GatewayFixture>
{
    public const string Name = "gateway";
}
