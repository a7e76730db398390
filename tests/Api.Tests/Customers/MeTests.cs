using System.Net;
using System.Text;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Customers;

public sealed class MeTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Account_is_the_tokens_own() =>
        Assert.Equal(CustomerId, (await Json(await Customer.GetAsync("/v1/me"))).GetProperty("id").GetString());

    [Fact]
    public async Task Unknown_customer_is_404() =>
        await Problem(await As(Tokens.Customer("nobody")).GetAsync("/v1/me"), HttpStatusCode.NotFound);

    [Fact]
    public async Task Orders_come_as_a_list()
    {
        var orders = await Json(await Customer.GetAsync("/v1/me/orders"));

        Assert.Equal("#W1", orders.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("shipped", orders.GetProperty("items")[0].GetProperty("status").GetString());
        Assert.Equal(19.99m, orders.GetProperty("items")[0].GetProperty("items")[0].GetProperty("price").GetDecimal());
    }

    [Fact]
    public async Task Order_is_found_by_its_exact_encoded_id()
    {
        Assert.Equal("#W1", (await Json(await Customer.GetAsync("/v1/me/orders/%23W1"))).GetProperty("id").GetString());

        await Problem(await Customer.GetAsync("/v1/me/orders/W1"), HttpStatusCode.NotFound);
        await Problem(await Customer.GetAsync("/v1/me/orders/%23W2"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/merge-patch+json")]
    public async Task Preferences_are_patched_as_they_are(string contentType)
    {
        var response = await Customer.PatchAsync("/v1/me/preferences", new StringContent("""{"size":"M","color":null}""", Encoding.UTF8, contentType));

        Assert.Equal("""{"size":"M","color":null}""", (await Json(response)).GetRawText());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("""{"a":["x\u0000"]}""")]
    [InlineData("""{"a\u0000":{}}""")]
    [InlineData("""{"a":"\udc00"}""")]
    public async Task Preferences_that_no_store_can_hold_are_400(string body)
    {
        var response = await Customer.PatchAsync("/v1/me/preferences", new StringContent(body, Encoding.UTF8, "application/json"));

        await Problem(response, HttpStatusCode.BadRequest);
    }
}
