using System.Net;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Auth;

public sealed class TokenTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    public static TheoryData<string, string> BadTokens => new()
    {
        { "nonsense", "nonsense" },
        { "expired", Tokens.Make("mia", "customer", TimeSpan.FromMinutes(-5)) },
        { "another key", Tokens.Make("mia", "customer", key: new byte[32]) },
        { "another issuer", Tokens.Make("mia", "customer", issuer: "someone") },
        { "another audience", Tokens.Make("mia", "customer", audience: "someone") },
        { "unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaWEiLCJyb2xlIjoiYWRtaW4ifQ." },
    };

    [Theory, MemberData(nameof(BadTokens))]
    public async Task Bad_token_is_401_with_a_challenge(string what, string token)
    {
        var response = await As(token).GetAsync("/v1/me");

        Assert.NotEmpty(what);
        await Problem(response, HttpStatusCode.Unauthorized);
        Assert.Contains(response.Headers.WwwAuthenticate, challenge => challenge.Scheme == "Bearer");
    }

    [Fact]
    public async Task No_token_is_401_that_asks_for_one() =>
        Assert.Contains("needed", await Problem(await Anonymous.GetAsync("/v1/me"), HttpStatusCode.Unauthorized));

    [Theory]
    [InlineData(null)]
    [InlineData("root")]
    public async Task Unknown_role_is_403(string? role) =>
        await Problem(await As(Tokens.Make("mia", role)).GetAsync("/v1/me"), HttpStatusCode.Forbidden);

    [Fact]
    public async Task Token_without_a_subject_is_403() =>
        await Problem(await As(Tokens.Make(null, "customer")).GetAsync("/v1/me"), HttpStatusCode.Forbidden);

    [Fact]
    public async Task Staff_see_the_customer_they_name()
    {
        var me = await Json(await As(Tokens.Staff(), onBehalfOf: CustomerId).GetAsync("/v1/me"));

        Assert.Equal(CustomerId, me.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Staff_who_name_nobody_are_asked_to() =>
        Assert.Contains("X-On-Behalf-Of", await Problem(await Staff.GetAsync("/v1/me"), HttpStatusCode.BadRequest));

    [Fact]
    public async Task Customer_who_names_a_customer_is_403() =>
        await Problem(await As(Tokens.Customer("mia"), onBehalfOf: "leo").GetAsync("/v1/me"), HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("GET", "/v1/desk/queue")]
    [InlineData("GET", "/v1/desk/customers/leo")]
    [InlineData("GET", "/v1/desk/conversations/c_1")]
    [InlineData("POST", "/v1/desk/conversations/c_1/assign")]
    [InlineData("POST", "/v1/desk/conversations/c_1/reply")]
    [InlineData("POST", "/v1/desk/conversations/c_1/note")]
    [InlineData("POST", "/v1/desk/conversations/c_1/hand-back")]
    [InlineData("POST", "/v1/desk/conversations/c_1/close")]
    [InlineData("GET", "/v1/understand?text=hi")]
    [InlineData("GET", "/v1/knowledge/documents")]
    [InlineData("POST", "/v1/knowledge/documents")]
    [InlineData("GET", "/v1/knowledge/documents/d1")]
    [InlineData("DELETE", "/v1/knowledge/documents/d1")]
    [InlineData("GET", "/v1/knowledge/search?q=x")]
    public async Task Staff_route_refuses_customers_and_strangers(string method, string path)
    {
        HttpRequestMessage Request() => new(new HttpMethod(method), path);

        await Problem(await Customer.SendAsync(Request()), HttpStatusCode.Forbidden);
        await Problem(await Anonymous.SendAsync(Request()), HttpStatusCode.Unauthorized);
    }
}
