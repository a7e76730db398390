using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportAgents.Api.Tests.Fixtures;

/// <summary>A test that speaks HTTP to the gateway.</summary>
[Collection(GatewayCollection.Name)]
public abstract class GatewayTest(GatewayFixture fixture)
{
    protected GatewayFixture Fixture { get; } = fixture;

    /// <summary>A customer that no other test has.</summary>
    protected string CustomerId { get; } = $"customer_{Guid.NewGuid():N}";

    protected HttpClient Customer => As(Tokens.Customer(CustomerId));

    protected HttpClient Staff => As(Tokens.Staff());

    protected HttpClient Anonymous => Fixture.Gateway.CreateClient();

    protected HttpClient As(string token, string? onBehalfOf = null)
    {
        var client = Fixture.Gateway.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (onBehalfOf is not null)
            client.DefaultRequestHeaders.Add("X-On-Behalf-Of", onBehalfOf);
        return client;
    }

    protected static async Task<string> StartConversation(HttpClient client)
    {
        var started = await Json(await client.PostAsync("/v1/conversations", null), HttpStatusCode.Created);
        return started.GetProperty("conversationId").GetString()!;
    }

    protected static Task<HttpResponseMessage> Say(HttpClient client, string conversation, string text) =>
        client.PostAsJsonAsync($"/v1/conversations/{conversation}/messages", new { text });

    /// <summary>The JSON of a response that must have that status.</summary>
    protected static async Task<JsonElement> Json(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} instead of {(int)expected}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Asserts problem details of that status, and gives its detail.</summary>
    protected static async Task<string> Problem(HttpResponseMessage response, HttpStatusCode expected)
    {
        var problem = await Json(response, expected);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        return problem.TryGetProperty("detail", out var detail) ? detail.GetString()! : "";
    }
}
