using System.Net;
using System.Text;
using SupportAgents.Api.Tests.Fakes;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Failures;

public sealed class FailureTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Theory]
    [InlineData("NotFound", HttpStatusCode.NotFound)]
    [InlineData("Invalid", HttpStatusCode.BadRequest)]
    [InlineData("Forbidden", HttpStatusCode.Forbidden)]
    [InlineData("Conflict", HttpStatusCode.Conflict)]
    [InlineData("Unavailable", HttpStatusCode.ServiceUnavailable)]
    public async Task Failure_has_its_status_and_its_words(string kind, HttpStatusCode status)
    {
        var id = await StartConversation(Customer);

        Assert.Equal($"scripted {kind}", await Problem(await Say(Customer, id, $"fail: {kind}"), status));
    }

    [Fact]
    public async Task Unknown_failure_tells_nothing()
    {
        var id = await StartConversation(Customer);

        var response = await Say(Customer, id, Script.Unknown);

        Assert.DoesNotContain("secret", await Problem(response, HttpStatusCode.InternalServerError));
        var body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Exception", body);
        Assert.DoesNotContain("   at ", body);
    }

    [Fact]
    public async Task Store_that_fails_while_a_grain_is_activated_is_503_and_not_500()
    {
        var id = await StartConversation(Customer);

        Assert.Equal("scripted Unavailable", await Problem(await Say(Customer, id, Script.Activation), HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task Lost_cluster_is_503_that_says_when_to_come_again()
    {
        var id = await StartConversation(Customer);

        var response = await Say(Customer, id, Script.Timeout);

        Assert.DoesNotContain("secret", await Problem(response, HttpStatusCode.ServiceUnavailable));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/conversations/a/b/c")]
    public async Task Unknown_route_is_404(string path) => await Problem(await Customer.GetAsync(path), HttpStatusCode.NotFound);

    [Theory]
    [InlineData("PUT", "/v1/conversations")]
    [InlineData("PUT", "/v1/me")]
    [InlineData("PATCH", "/health/live")]
    public async Task Wrong_method_is_405_that_tells_the_right_ones(string method, string path)
    {
        var response = await Customer.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await Problem(response, HttpStatusCode.MethodNotAllowed);
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Charset_that_nobody_knows_is_415()
    {
        var id = await StartConversation(Customer);
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"text":"hello"}"""));
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=bogus");

        await Problem(await Customer.PostAsync($"/v1/conversations/{id}/messages", body), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Body_that_is_no_json_is_415()
    {
        var id = await StartConversation(Customer);

        var response = await Customer.PostAsync($"/v1/conversations/{id}/messages", new StringContent("text=hi", Encoding.UTF8, "application/x-www-form-urlencoded"));

        await Problem(response, HttpStatusCode.UnsupportedMediaType);
    }
}
