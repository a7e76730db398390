using System.Net;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Desk;

public sealed class WebhookTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Staff_see_what_was_given_up_and_let_it_be_tried_again()
    {
        var dead = (await Json(await Staff.GetAsync("/v1/desk/webhooks?state=dead"))).GetProperty("items")[0];
        Assert.Equal(("dead", "answered 500"), (dead.GetProperty("state").GetString(), dead.GetProperty("error").GetString()));

        var retried = await Json(await Staff.PostAsync($"/v1/desk/webhooks/{dead.GetProperty("id").GetString()}/retry", null));
        Assert.Equal(("waiting", 0), (retried.GetProperty("state").GetString(), retried.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task Unknown_deliveries_and_states_are_refused_and_customers_see_none()
    {
        await Problem(await Staff.PostAsync("/v1/desk/webhooks/evt_2.crm/retry", null), HttpStatusCode.NotFound);
        await Problem(await Staff.GetAsync("/v1/desk/webhooks?state=lost"), HttpStatusCode.BadRequest);
        await Problem(await Customer.GetAsync("/v1/desk/webhooks"), HttpStatusCode.Forbidden);
    }
}
