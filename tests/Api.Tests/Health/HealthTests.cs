using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Health;

public sealed class HealthTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Process_is_live() =>
        Assert.Equal("live", (await Json(await Anonymous.GetAsync("/health/live"))).GetProperty("status").GetString());

    [Fact]
    public async Task Gateway_is_ready_when_the_cluster_answers() =>
        Assert.Equal("healthy", (await Json(await Anonymous.GetAsync("/health/ready"))).GetProperty("checks").GetProperty("cluster").GetString());

    [Fact]
    public async Task Failing_check_is_503()
    {
        var gateway = Fixture.Start(services => services.AddHealthChecks().AddCheck("broken", () => HealthCheckResult.Unhealthy("secret")));

        var response = await gateway.CreateClient().GetAsync("/health/ready");

        Assert.Equal("unavailable", (await Json(response, HttpStatusCode.ServiceUnavailable)).GetProperty("status").GetString());
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync());
    }
}
