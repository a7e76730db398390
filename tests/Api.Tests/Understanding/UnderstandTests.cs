using System.Net;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Understanding;

public sealed class UnderstandTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Requests_have_agent_intent_confidence_and_the_slots_that_were_said()
    {
        var request = (await Json(await Staff.GetAsync("/v1/understand?text=where%20is%20%23W1"))).GetProperty("requests")[0];

        Assert.Equal("orders", request.GetProperty("agent").GetString());
        Assert.Equal("track_order", request.GetProperty("intent").GetString());
        Assert.Equal(0.9, request.GetProperty("confidence").GetDouble());
        Assert.Equal("""{"orderIds":["#W1"]}""", request.GetProperty("slots").GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?text=")]
    [InlineData("?text=%00")]
    public async Task Nothing_to_understand_is_400(string query) =>
        await Problem(await Staff.GetAsync($"/v1/understand{query}"), HttpStatusCode.BadRequest);

    [Fact]
    public async Task More_than_a_message_may_have_is_refused()
    {
        var answer = await Staff.GetAsync($"/v1/understand?text={new string('a', 10_000)}");

        Assert.InRange((int)answer.StatusCode, 400, 414);
    }
}
