using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using SupportAgents.Api.Limits;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Limits;

public sealed class LimitTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Body_beyond_the_limit_is_413() =>
        await Problem(await Customer.PostAsJsonAsync("/v1/conversations", new { text = new string('x', 300_000) }), HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Message_limit_is_a_setting()
    {
        using var client = Client(Fixture.Start(("Support:Limits:MessageCharacters", "3")), Tokens.Customer(CustomerId));

        Assert.Contains("at most 3", await Problem(await client.PostAsJsonAsync("/v1/conversations", new { text = "four" }), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Burst_beyond_the_limit_is_429_for_that_customer_only()
    {
        var gateway = Fixture.Start(("Support:Limits:CustomerBurst", "3"), ("Support:Limits:CustomerPerSecond", "1"));
        using var client = Client(gateway, Tokens.Customer(CustomerId));
        using var other = Client(gateway, Tokens.Customer("another"));

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/v1/me")));

        var refused = responses.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);
        await Problem(refused, HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Strangers_share_the_limit_of_their_address()
    {
        using var client = Fixture.Start(("Support:Limits:AnonymousBurst", "2"), ("Support:Limits:AnonymousPerSecond", "1")).CreateClient();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/v1/me")));

        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Staff_may_make_2000_calls_in_a_burst()
    {
        using var client = Client(Fixture.Start(), Tokens.Staff());
        var refused = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancellationToken) =>
        {
            using var response = await client.GetAsync("/v1/desk/queue", cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
                Interlocked.Increment(ref refused);
        });

        Assert.Equal(0, refused);
    }

    [Fact]
    public async Task Cors_is_for_the_configured_origins_only()
    {
        using var client = Fixture.Start(("Support:Cors:Origins:0", "https://shop.example")).CreateClient();

        Assert.True((await Preflight(client, "https://shop.example")).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False((await Preflight(client, "https://evil.example")).Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static Task<HttpResponseMessage> Preflight(HttpClient client, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/v1/me");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        return client.SendAsync(request);
    }

    private static HttpClient Client(WebApplicationFactory<LimitOptions> gateway, string token)
    {
        var client = gateway.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
