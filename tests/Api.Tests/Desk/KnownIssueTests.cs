using System.Net;
using System.Net.Http.Json;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Desk;

public sealed class KnownIssueTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Theory]
    [InlineData("", "suspected", "50")]
    [InlineData("?status=resolved&limit=7", "resolved", "7")]
    public async Task List_takes_a_state_and_a_limit(string query, string status, string limit)
    {
        var issue = (await Json(await Staff.GetAsync($"/v1/desk/known-issues{query}"))).GetProperty("items")[0];

        Assert.Equal(status, issue.GetProperty("status").GetString());
        Assert.Equal(limit, issue.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Issue_is_confirmed_and_resolved_with_words_and_dismissed_without()
    {
        var confirmed = await Json(await Staff.PostAsJsonAsync("/v1/desk/known-issues/i_1/confirm", new { answer = "Update it." }));
        var resolved = await Json(await Staff.PostAsJsonAsync("/v1/desk/known-issues/i_1/resolve", new { message = "It is mended." }));
        var dismissed = await Json(await Staff.PostAsync("/v1/desk/known-issues/i_1/dismiss", null));

        Assert.Equal(("confirmed", "Update it."), (confirmed.GetProperty("status").GetString(), confirmed.GetProperty("answer").GetString()));
        Assert.Equal(("resolved", "It is mended."), (resolved.GetProperty("status").GetString(), resolved.GetProperty("answer").GetString()));
        Assert.Equal("dismissed", dismissed.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Nonsense_is_refused_and_customers_see_nothing()
    {
        await Problem(await Staff.GetAsync("/v1/desk/known-issues?status=odd"), HttpStatusCode.BadRequest);
        await Problem(await Staff.GetAsync("/v1/desk/known-issues?limit=0"), HttpStatusCode.BadRequest);
        await Problem(await Staff.PostAsJsonAsync("/v1/desk/known-issues/i_1/confirm", new { answer = " " }), HttpStatusCode.BadRequest);
        await Problem(await Staff.PostAsync("/v1/desk/known-issues/i_2/dismiss", null), HttpStatusCode.NotFound);
        await Problem(await Customer.GetAsync("/v1/desk/known-issues"), HttpStatusCode.Forbidden);
    }
}
