using System.Net;
using System.Net.Http.Json;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Desk;

public sealed class DeskTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Queue_is_a_list()
    {
        var queue = await Json(await Staff.GetAsync("/v1/desk/queue"));

        Assert.Equal("angry", queue.GetProperty("items")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Customer_comes_with_orders_and_conversations()
    {
        var conversation = await StartConversation(Customer);

        var view = await Json(await Staff.GetAsync($"/v1/desk/customers/{CustomerId}"));

        Assert.Equal(CustomerId, view.GetProperty("customer").GetProperty("id").GetString());
        Assert.Equal(1, view.GetProperty("orders").GetArrayLength());
        Assert.Equal(conversation, view.GetProperty("conversations").GetProperty("items")[0].GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task Unknown_customer_is_404() => await Problem(await Staff.GetAsync("/v1/desk/customers/nobody"), HttpStatusCode.NotFound);

    [Theory]
    [InlineData("assign", "with_person")]
    [InlineData("hand-back", "open")]
    [InlineData("close", "closed")]
    public async Task Action_needs_no_body_and_changes_the_owner(string action, string status)
    {
        var id = await StartConversation(Customer);

        var summary = await Json(await As(Tokens.Admin()).PostAsync($"/v1/desk/conversations/{id}/{action}", null));

        Assert.Equal(status, summary.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reply_is_in_the_history_of_both()
    {
        var id = await StartConversation(Customer);

        await Json(await Staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/reply", new { text = "I am Sam." }));

        var customers = await Json(await Customer.GetAsync($"/v1/conversations/{id}/messages"));
        var staffs = await Json(await Staff.GetAsync($"/v1/desk/conversations/{id}"));
        Assert.Equal("I am Sam.", customers.GetProperty("items")[0].GetProperty("text").GetString());
        Assert.Equal("staff", staffs.GetProperty("messages").GetProperty("items")[0].GetProperty("role").GetString());
        Assert.Equal(id, staffs.GetProperty("conversation").GetProperty("conversationId").GetString());
    }

    [Theory]
    [InlineData("reply")]
    [InlineData("note")]
    public async Task Empty_words_are_400(string action)
    {
        var id = await StartConversation(Customer);

        await Problem(await Staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/{action}", new { text = " " }), HttpStatusCode.BadRequest);
    }
}
