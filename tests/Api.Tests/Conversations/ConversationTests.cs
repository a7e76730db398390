using System.Net;
using System.Net.Http.Json;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Conversations;

public sealed class ConversationTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Start_without_a_body_gives_an_unguessable_id()
    {
        var response = await Customer.PostAsync("/v1/conversations", null);

        var id = (await Json(response, HttpStatusCode.Created)).GetProperty("conversationId").GetString()!;
        Assert.Matches("^c_[A-Za-z0-9_-]{22}$", id);
        Assert.Equal($"/v1/conversations/{id}", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Start_with_a_text_gives_the_first_answer()
    {
        var started = await Json(await Customer.PostAsJsonAsync("/v1/conversations", new { text = "hello" }), HttpStatusCode.Created);

        Assert.Equal("You said: hello", started.GetProperty("answer").GetProperty("reply").GetString());
        Assert.Equal("answered", started.GetProperty("answer").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Start_with_the_same_key_gives_the_same_conversation()
    {
        var client = Customer;
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        Assert.Equal(await StartConversation(client), await StartConversation(client));
    }

    [Fact]
    public async Task Start_by_staff_belongs_to_the_customer_they_name()
    {
        var id = await StartConversation(As(Tokens.Staff(), onBehalfOf: CustomerId));

        Assert.Equal(CustomerId, (await Json(await Customer.GetAsync($"/v1/conversations/{id}"))).GetProperty("customerId").GetString());
    }

    [Fact]
    public async Task List_has_the_customers_own_conversations_in_pages()
    {
        var first = await StartConversation(Customer);
        var second = await StartConversation(Customer);

        var page = await Json(await Customer.GetAsync("/v1/conversations?limit=1"));

        Assert.Equal(second, page.GetProperty("items")[0].GetProperty("conversationId").GetString());
        Assert.Equal("more", page.GetProperty("next").GetString());
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/messages")]
    [InlineData("GET", "/events")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/handoff")]
    public async Task Somebody_elses_conversation_does_not_exist(string method, string route)
    {
        var id = await StartConversation(Customer);

        var response = await As(Tokens.Customer("stranger")).SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/v1/conversations/{id}{route}"));

        await Problem(response, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task Rating_beyond_its_bounds_is_refused(int rating)
    {
        var id = await StartConversation(Customer);

        await Problem(await Customer.PostAsJsonAsync($"/v1/conversations/{id}/feedback", new { rating }), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Rating_is_taken()
    {
        var id = await StartConversation(Customer);

        var response = await Customer.PostAsJsonAsync($"/v1/conversations/{id}/feedback", new { rating = 5, comment = "great" });

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Handoff_waits_for_a_person()
    {
        var id = await StartConversation(Customer);

        var summary = await Json(await Customer.PostAsJsonAsync($"/v1/conversations/{id}/handoff", new { reason = "please" }));

        Assert.Equal("waiting_for_person", summary.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Erased_conversation_is_gone()
    {
        var id = await StartConversation(Customer);

        Assert.Equal(HttpStatusCode.NoContent, (await Customer.DeleteAsync($"/v1/conversations/{id}")).StatusCode);

        await Problem(await Customer.GetAsync($"/v1/conversations/{id}"), HttpStatusCode.NotFound);
    }
}
