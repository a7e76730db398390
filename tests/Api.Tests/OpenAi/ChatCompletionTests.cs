using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.OpenAi;

public sealed class ChatCompletionTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    private const string Route = "/v1/chat/completions";

    [Fact]
    public async Task Completion_has_the_published_form()
    {
        var completion = await Json(await Chat(new { model = "any", messages = new[] { User("hello") }, temperature = 0.5 }));

        Assert.StartsWith("chatcmpl-", completion.GetProperty("id").GetString());
        Assert.Equal("chat.completion", completion.GetProperty("object").GetString());
        Assert.Equal("any", completion.GetProperty("model").GetString());
        var choice = completion.GetProperty("choices")[0];
        Assert.Equal("assistant", choice.GetProperty("message").GetProperty("role").GetString());
        Assert.Equal("You said: hello", choice.GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.Equal(7, completion.GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task Named_conversation_continues()
    {
        var first = ConversationOf(await Json(await Chat(new { messages = new[] { User("one") } })));

        var second = ConversationOf(await Json(await Chat(new { messages = new[] { User("two") }, metadata = new { conversation_id = first } })));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Same_user_key_is_the_same_conversation()
    {
        var first = ConversationOf(await Json(await Chat(new { messages = new[] { User("one") }, user = "u" })));
        var second = ConversationOf(await Json(await Chat(new { messages = new[] { User("two") }, user = "u" })));
        var another = ConversationOf(await Json(await Chat(new { messages = new[] { User("two") }, user = "v" })));

        Assert.Equal(first, second);
        Assert.NotEqual(first, another);
    }

    [Fact]
    public async Task Matching_history_continues_its_conversation()
    {
        var first = ConversationOf(await Json(await Chat(new { messages = new[] { User("one") } })));
        await Chat(new { messages = new[] { User("something else") } });

        var history = new object[] { new { role = "system", content = "be nice" }, User("one"), new { role = "assistant", content = "You said: one" }, User("two") };

        Assert.Equal(first, ConversationOf(await Json(await Chat(new { messages = history }))));
    }

    [Fact]
    public async Task Parts_of_text_are_joined()
    {
        var parts = new object[] { new { type = "text", text = "hel" }, new { type = "image_url", image_url = new { url = "x" } }, new { type = "text", text = "lo" } };

        var completion = await Json(await Chat(new { messages = new[] { new { role = "user", content = parts } } }));

        Assert.Equal("You said: hello", completion.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task Stream_begins_with_the_role_and_adds_up_to_the_reply()
    {
        var text = string.Concat(Enumerable.Repeat("word 👋 ", 40)).Trim();
        var response = await Chat(new { messages = new[] { User(text) }, stream = true, stream_options = new { include_usage = true } });

        var data = await SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().Select(item => item.Data).ToListAsync();

        Assert.Equal("[DONE]", data[^1]);
        var chunks = data[..^1].Select(item => JsonSerializer.Deserialize<JsonElement>(item)).ToList();
        Assert.Equal("assistant", chunks[0].GetProperty("choices")[0].GetProperty("delta").GetProperty("role").GetString());
        Assert.All(chunks, chunk => Assert.Equal("chat.completion.chunk", chunk.GetProperty("object").GetString()));
        Assert.Equal($"You said: {text}", string.Concat(chunks.SelectMany(Contents)));
        Assert.Equal("stop", chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(7, chunks[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Theory]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{}""")]
    [InlineData("""{"messages":[{"role":"assistant","content":"x"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":""}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":{"a":1}}]}""")]
    [InlineData("""{"messages":[null]}""")]
    [InlineData("""{"messages":"hello"}""")]
    [InlineData("""not json""")]
    public async Task Malformed_request_is_400_in_the_openai_shape(string body)
    {
        var response = await Customer.PostAsync(Route, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        var error = (await Json(response, HttpStatusCode.BadRequest)).GetProperty("error");
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Errors_of_identity_and_route_have_the_openai_shape()
    {
        var stranger = await Json(await Anonymous.PostAsJsonAsync(Route, new { }), HttpStatusCode.Unauthorized);
        var foreign = await Json(await Chat(new { messages = new[] { User("x") }, metadata = new { conversation_id = "c_foreign" } }), HttpStatusCode.NotFound);
        var unknown = await Json(await Customer.GetAsync("/v1/models/gpt"), HttpStatusCode.NotFound);

        Assert.Equal("invalid_api_key", stranger.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("not_found_error", foreign.GetProperty("error").GetProperty("type").GetString());
        Assert.Equal("not_found_error", unknown.GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Models_are_listed()
    {
        var models = await Json(await Customer.GetAsync("/v1/models"));

        Assert.Equal("list", models.GetProperty("object").GetString());
        var id = models.GetProperty("data")[0].GetProperty("id").GetString();
        Assert.Equal("model", (await Json(await Customer.GetAsync($"/v1/models/{id}"))).GetProperty("object").GetString());
    }

    private Task<HttpResponseMessage> Chat(object body) => Customer.PostAsJsonAsync(Route, body);

    private static object User(string content) => new { role = "user", content };

    private static string ConversationOf(JsonElement completion) => completion.GetProperty("metadata").GetProperty("conversation_id").GetString()!;

    private static IEnumerable<string> Contents(JsonElement chunk) => chunk.GetProperty("choices").EnumerateArray()
        .Select(choice => choice.GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString()! : "");
}
