using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Desk;

public sealed class DeskViewTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Search_passes_words_state_cursor_and_limit_on()
    {
        var page = await Json(await Staff.GetAsync("/v1/desk/conversations?q=late%20parcel&status=with_person&after=abc&limit=7"));

        var found = page.GetProperty("items")[0];
        Assert.Equal("late parcel/abc/7", found.GetProperty("excerpt").GetString());
        Assert.Equal("with_person", found.GetProperty("conversation").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("/v1/desk/conversations?status=lost")]
    [InlineData("/v1/desk/conversations?limit=0")]
    [InlineData("/v1/desk/conversations?limit=101")]
    [InlineData("/v1/desk/figures?days=0")]
    [InlineData("/v1/desk/figures?days=367")]
    public async Task Questions_out_of_bounds_are_400(string path) => await Problem(await Staff.GetAsync(path), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Figures_are_of_whole_days_with_todays()
    {
        var figures = await Json(await Staff.GetAsync("/v1/desk/figures?days=7"));

        var (from, to) = (figures.GetProperty("from").GetDateTimeOffset(), figures.GetProperty("to").GetDateTimeOffset());
        Assert.Equal(TimeSpan.FromDays(7), to - from);
        Assert.Equal(TimeSpan.Zero, to.TimeOfDay);
        Assert.True(to > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Draft_answers_the_customer_or_what_is_given()
    {
        var id = await StartConversation(Customer);

        var draft = await Json(await Staff.PostAsync($"/v1/desk/conversations/{id}/draft", null));
        var asked = await Json(await Staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/draft", new { text = "How long?" }));

        Assert.Equal("draft for Sam", draft.GetProperty("reply").GetString());
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("question").ValueKind);
        Assert.Equal("How long?", asked.GetProperty("question").GetString());
        Assert.Equal("d1", asked.GetProperty("citations")[0].GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task Tools_are_listed_and_run_for_the_customer_in_the_path()
    {
        var tools = await Json(await Staff.GetAsync("/v1/desk/tools"));
        var read = await Json(await Staff.PostAsJsonAsync($"/v1/desk/customers/{CustomerId}/tools/list_orders", new { a = 1 }));
        var write = await Json(await Staff.PostAsJsonAsync($"/v1/desk/customers/{CustomerId}/tools/return_delivered_order_items", new { order_id = "#W1" }));
        var refused = await Json(await Staff.PostAsJsonAsync($"/v1/desk/customers/{CustomerId}/tools/get_order_details", new { order_id = "#W2" }));

        Assert.Equal("list_orders", tools.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(CustomerId, read.GetProperty("data").GetProperty("customer").GetString());
        Assert.Equal(1, read.GetProperty("data").GetProperty("arguments").GetProperty("a").GetInt32());
        Assert.StartsWith("p_", write.GetProperty("proposal").GetProperty("id").GetString());
        Assert.Equal("order_not_found", refused.GetProperty("refusal").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task Arguments_that_are_no_object_of_text_are_400(string body) => await Problem(
        await Staff.PostAsync($"/v1/desk/customers/{CustomerId}/tools/list_orders", new StringContent(body, null, "application/json")), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("GET", "/v1/desk/conversations?q=x")]
    [InlineData("GET", "/v1/desk/figures")]
    [InlineData("GET", "/v1/desk/tools")]
    [InlineData("POST", "/v1/desk/conversations/c_1/draft")]
    [InlineData("POST", "/v1/desk/customers/x/tools/list_orders")]
    public async Task Customers_are_403_and_strangers_401(string method, string path)
    {
        HttpRequestMessage Request() => new(new HttpMethod(method), path) { Content = method == "POST" ? JsonContent.Create(new { }) : null };

        await Problem(await Customer.SendAsync(Request()), HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Anonymous.SendAsync(Request())).StatusCode);
    }

    [Fact]
    public async Task Cited_section_opens_for_the_customer_who_got_the_answer()
    {
        var section = await Json(await Customer.GetAsync("/v1/knowledge/sections?documentId=d1&section=How%20long"));

        Assert.Equal("30 days.", section.GetProperty("text").GetString());
        Assert.Equal("How long", section.GetProperty("section").GetString());
        await Problem(await Customer.GetAsync("/v1/knowledge/sections?documentId=none"), HttpStatusCode.NotFound);
        await Problem(await Customer.GetAsync("/v1/knowledge/documents/d1"), HttpStatusCode.Forbidden);
    }
}
