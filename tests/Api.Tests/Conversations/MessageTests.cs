using System.Net;
using System.Net.Http.Json;
using SupportAgents.Api.Tests.Fakes;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Conversations;

public sealed class MessageTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Message_is_answered_in_the_published_form()
    {
        var id = await StartConversation(Customer);

        var answer = await Json(await Say(Customer, id, Script.Propose));

        Assert.Equal(id, answer.GetProperty("conversationId").GetString());
        Assert.StartsWith("m_", answer.GetProperty("messageId").GetString());
        Assert.Equal("awaiting_confirmation", answer.GetProperty("status").GetString());
        Assert.Equal("built-in", answer.GetProperty("mode").GetString());
        Assert.Equal(-54m, answer.GetProperty("proposal").GetProperty("amount").GetDecimal());
        Assert.Equal(3, answer.GetProperty("usage").GetProperty("inputTokens").GetInt32());
        Assert.Equal(0, answer.GetProperty("choices").GetArrayLength());
    }

    [Fact]
    public async Task Repeated_key_gets_the_first_answer()
    {
        var id = await StartConversation(Customer);
        var client = Customer;
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k-1");

        var first = await Json(await Say(client, id, "one"));
        var second = await Json(await Say(client, id, "one"));

        Assert.Equal("k-1", first.GetProperty("messageId").GetString());
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Repeated_key_with_other_words_is_422()
    {
        var id = await StartConversation(Customer);
        var client = Customer;
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k-1");
        await Json(await Say(client, id, "one"));

        await Problem(await Say(client, id, "two"), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Choice_and_confirmation_need_no_words()
    {
        var id = await StartConversation(Customer);
        var route = $"/v1/conversations/{id}/messages";

        var picked = await Json(await Customer.PostAsJsonAsync(route, new { choice = "red" }));
        var confirmed = await Json(await Customer.PostAsJsonAsync(route, new { text = "", confirm = new { proposalId = "p_1", accept = true } }));

        Assert.Equal("picked red", picked.GetProperty("reply").GetString());
        Assert.Equal("picked p_1", confirmed.GetProperty("reply").GetString());
    }

    [Fact]
    public async Task History_has_the_words_verbatim()
    {
        var id = await StartConversation(Customer);
        const string words = "Où est <b>ma</b> \"commande\" #W1?\n\t👋";
        await Say(Customer, id, words);

        var page = await Json(await Customer.GetAsync($"/v1/conversations/{id}/messages?limit=2"));

        Assert.Equal(words, page.GetProperty("items")[0].GetProperty("text").GetString());
        Assert.Equal("customer", page.GetProperty("items")[0].GetProperty("role").GetString());
        Assert.Equal("agent", page.GetProperty("items")[1].GetProperty("role").GetString());
        Assert.NotNull(page.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Stopped_turn_is_a_failed_answer()
    {
        var id = await StartConversation(Customer);

        var answer = await Json(await Say(Customer, id, Script.Cancel));

        Assert.Equal("failed", answer.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(Script.RejectOnce)]
    [InlineData(Script.LoseStream)]
    public async Task Lost_silo_is_not_noticed(string words)
    {
        var id = await StartConversation(Customer);

        Assert.Equal("answered", (await Json(await Say(Customer, id, words))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Control_characters_are_left_out_of_the_words()
    {
        var id = await StartConversation(Customer);

        var answer = await Json(await Say(Customer, id, "a\u0007b\u001b\tc"));

        Assert.Equal("You said: ab\tc", answer.GetProperty("reply").GetString());
    }

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":"  "}""")]
    [InlineData("""{}""")]
    [InlineData("""{"text":"a\u0000b"}""")]
    [InlineData("""{"text":"a\ud800b"}""")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":["a"]}""")]
    [InlineData("""{"confirm":{"accept":true}}""")]
    [InlineData("""{"confirm":{"proposalId":"p_1","accept":"yes"}}""")]
    [InlineData("""{"choice":"a\u0001"}""")]
    [InlineData("""{"text":"unfinished""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Malformed_message_is_400(string body)
    {
        var id = await StartConversation(Customer);

        var response = await Customer.PostAsync($"/v1/conversations/{id}/messages", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await Problem(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Message_of_8000_characters_is_taken_and_one_more_is_not()
    {
        var id = await StartConversation(Customer);

        await Json(await Say(Customer, id, new string('x', 8_000)));
        await Problem(await Say(Customer, id, new string('x', 8_001)), HttpStatusCode.BadRequest);
    }
}
