using System.Net;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Limits;

/// <summary>Replicas of the gateway count together.</summary>
public sealed class SharedLimitTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    private static readonly (string, string)[] s_settings = [("Support:Limits:CustomerBurst", "60"), ("Support:Limits:CustomerPerSecond", "1")];

    [Fact]
    public async Task A_customer_has_one_burst_over_all_replicas_and_not_one_at_each()
    {
        HttpClient[] replicas = [Replica(), Replica(), Replica()];
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 150; i++)
        {
            using var response = await replicas[i % replicas.Length].GetAsync("/v1/me");
            statuses.Add(response.StatusCode);
        }

        var allowed = statuses.Count(status => status == HttpStatusCode.OK);
        // Each replica holds a portion of 3 at most that another could have used.
        Assert.InRange(allowed, 54, 60);
        Assert.Equal(150 - allowed, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_refusal_says_how_long_and_costs_the_cluster_no_call_until_then()
    {
        using var client = Replica();
        for (var i = 0; i < 60; i++)
            await client.GetAsync("/v1/me");

        var refused = await client.GetAsync("/v1/me");

        await Problem(refused, HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(7));
    }

    private HttpClient Replica()
    {
        var client = Fixture.Start(s_settings).CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Tokens.Customer(CustomerId));
        return client;
    }
}
