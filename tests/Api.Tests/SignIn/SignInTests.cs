using System.Net;
using System.Net.Http.Json;
using SupportAgents.Api.Tests.Fakes;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.SignIn;

public sealed class SignInTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task A_visitor_talks_and_reads_citations_and_reaches_nothing_of_an_account()
    {
        using var visitor = As(await Token(await Anonymous.PostAsync("/v1/visitors", null), HttpStatusCode.Created));

        var id = await StartConversation(visitor);
        Assert.Equal(HttpStatusCode.OK, (await Say(visitor, id, "hello")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/v1/conversations/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/v1/models")).StatusCode);
        foreach (var path in new[] { "/v1/me", "/v1/me/orders", "/v1/desk/queue", "/v1/knowledge/search?q=x", "/v1/audit", "/v1/understand?text=x" })
            await Problem(await visitor.GetAsync(path), HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsJsonAsync("/mcp", new { })).StatusCode);
        await Problem(await Customer.GetAsync($"/v1/conversations/{id}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_visitors_do_not_see_each_other()
    {
        using var one = As(await Token(await Anonymous.PostAsync("/v1/visitors", null), HttpStatusCode.Created));
        using var other = As(await Token(await Anonymous.PostAsync("/v1/visitors", null), HttpStatusCode.Created));

        await Problem(await other.GetAsync($"/v1/conversations/{await StartConversation(one)}"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("visitor:x", "customer")]
    [InlineData("mia", "visitor")]
    public async Task A_token_that_mixes_visitor_and_account_is_refused(string subject, string role) =>
        await Problem(await As(Tokens.Make(subject, role)).PostAsync("/v1/conversations", null), HttpStatusCode.Forbidden);

    [Fact]
    public async Task The_answer_is_the_same_whether_an_account_has_the_address_or_not()
    {
        var known = await Anonymous.PostAsJsonAsync("/v1/sign-in/code", new { email = FakeSignInGrain.Known });
        var unknown = await Anonymous.PostAsJsonAsync("/v1/sign-in/code", new { email = "nobody@example.org" });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        var wrong = await Problem(await Redeem(FakeSignInGrain.Known, "000000"), HttpStatusCode.BadRequest);
        Assert.Equal(wrong, await Problem(await Redeem("nobody@example.org", FakeSignInGrain.Code), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task The_right_code_gives_a_customers_token()
    {
        await Anonymous.PostAsJsonAsync("/v1/sign-in/code", new { email = FakeSignInGrain.Known });

        using var customer = As(await Token(await Redeem(FakeSignInGrain.Known, FakeSignInGrain.Code), HttpStatusCode.OK));

        Assert.Equal("mia", (await Json(await customer.GetAsync("/v1/me"))).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("mia")]
    [InlineData("@example.org")]
    [InlineData("mia@")]
    [InlineData("mia @example.org")]
    [InlineData("a@b\u0001c")]
    public async Task What_is_no_address_is_400(string email) =>
        await Problem(await Anonymous.PostAsJsonAsync("/v1/sign-in/code", new { email }), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Guessing_from_one_address_ends_in_429()
    {
        using var client = Fixture.Start(("Support:Limits:SignInBurst", "5"), ("Support:Limits:SignInPerMinute", "1")).CreateClient();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
            statuses.Add((await client.PostAsJsonAsync("/v1/sign-in", new { email = "nobody@example.org", code = $"{i:D6}" })).StatusCode);

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.BadRequest, 5).Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 3)), statuses);
    }

    private Task<HttpResponseMessage> Redeem(string email, string code) => Anonymous.PostAsJsonAsync("/v1/sign-in", new { email, code });

    private static async Task<string> Token(HttpResponseMessage response, HttpStatusCode expected) => (await Json(response, expected)).GetProperty("token").GetString()!;
}
