using System.Net;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Customers;

public sealed class CustomerDataTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Export_is_of_the_tokens_customer()
    {
        var export = await Json(await Customer.GetAsync("/v1/me/export"));

        Assert.Equal(CustomerId, export.GetProperty("customer").GetProperty("id").GetString());
        Assert.Equal("size", export.GetProperty("inferred")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Erasure_waits_for_open_orders_unless_told()
    {
        Assert.Contains("#W1", await Problem(await Customer.DeleteAsync("/v1/me"), HttpStatusCode.Conflict));

        var receipt = await Json(await Customer.DeleteAsync("/v1/me?includingOpenOrders=true"));

        Assert.Equal($"e_{CustomerId}", receipt.GetProperty("id").GetString());
        Assert.Equal("for the books", receipt.GetProperty("stores")[0].GetProperty("kept").GetString());
    }

    [Fact]
    public async Task Staff_do_both_for_a_customer_they_name()
    {
        var export = await Json(await Staff.GetAsync($"/v1/desk/customers/{CustomerId}/export"));
        var receipt = await Json(await Staff.DeleteAsync($"/v1/desk/customers/{CustomerId}?includingOpenOrders=true"));

        Assert.Equal(CustomerId, export.GetProperty("customer").GetProperty("id").GetString());
        Assert.NotEqual($"e_{CustomerId}", receipt.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Customers_reach_nobody_elses_data()
    {
        await Problem(await Customer.GetAsync("/v1/desk/customers/somebody/export"), HttpStatusCode.Forbidden);
        await Problem(await Customer.DeleteAsync("/v1/desk/customers/somebody"), HttpStatusCode.Forbidden);
        await Problem(await Anonymous.DeleteAsync("/v1/me"), HttpStatusCode.Unauthorized);
    }
}
