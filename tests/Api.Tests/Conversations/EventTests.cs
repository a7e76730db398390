using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using SupportAgents.Api.Tests.Fakes;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Conversations;

public sealed class EventTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Streamed_message_tells_the_turn_and_ends_with_the_answer()
    {
        var id = await StartConversation(Customer);

        var events = await ReadAll(await SayStreamed(id, "hello"));

        Assert.Equal(["message", "agent_started", "tool_called", "agent_said"], events.Select(e => e.EventType));
        Assert.Equal(["1", "2", "4", "5"], events.Select(e => e.EventId));
        var answer = Parse(events[^1]);
        Assert.Equal("You said: hello", answer.GetProperty("answer").GetProperty("reply").GetString());
        Assert.Equal("5", answer.GetProperty("id").GetString());
        Assert.Equal("t_1", answer.GetProperty("turnId").GetString());
        Assert.Equal("agent_said", answer.GetProperty("kind").GetString());
        Assert.False(answer.TryGetProperty("dialogue", out _));
    }

    [Fact]
    public async Task Lost_silo_in_the_stream_leaves_every_event_once_and_in_order()
    {
        var id = await StartConversation(Customer);

        var events = await ReadAll(await SayStreamed(id, Script.LoseStream));

        Assert.Equal(["1", "2", "4", "5"], events.Select(e => e.EventId));
    }

    [Fact]
    public async Task Events_resume_behind_the_last_one_seen()
    {
        var id = await StartConversation(Customer);
        await Say(Customer, id, "one");
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/conversations/{id}/events");
        request.Headers.Add("Last-Event-ID", "4");

        using var response = await Customer.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync();
        await using var events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("5", events.Current.EventId);
        await Say(Customer, id, "two");
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("6", events.Current.EventId);
    }

    [Fact]
    public async Task Customers_see_neither_notes_nor_the_package_and_staff_see_both()
    {
        var id = await StartConversation(Customer);
        await Customer.PostAsync($"/v1/conversations/{id}/handoff", null);
        await Staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/note", new { text = "careful" });
        await Staff.PostAsJsonAsync($"/v1/desk/conversations/{id}/reply", new { text = "hello" });

        var seen = await ReadSome(Customer, id, 2);
        var staff = await ReadSome(Staff, id, 3);

        Assert.Equal(["handed_off", "staff_said"], seen.Select(e => e.EventType));
        Assert.False(Parse(seen[0]).TryGetProperty("package", out _));
        Assert.Equal(["handed_off", "note_added", "staff_said"], staff.Select(e => e.EventType));
        Assert.True(Parse(staff[0]).GetProperty("package").GetProperty("secret").GetBoolean());
    }

    [Fact]
    public async Task Customers_see_that_a_tool_was_called_and_only_staff_see_what_a_model_told_it()
    {
        var id = await StartConversation(Customer);

        var seen = Parse((await ReadAll(await SayStreamed(id, "hello"))).Single(e => e.EventType == "tool_called"));
        var staff = Parse((await ReadSome(Staff, id, 4)).Single(e => e.EventType == "tool_called"));

        Assert.Equal(("track_order", "ok"), (seen.GetProperty("tool").GetString(), seen.GetProperty("outcome").GetString()));
        Assert.False(seen.TryGetProperty("arguments", out _));
        Assert.False(seen.TryGetProperty("text", out _));
        Assert.True(staff.TryGetProperty("arguments", out _));
    }

    [Fact]
    public async Task Refused_stream_is_problem_details()
    {
        var request = Streamed("c_nothing", "hello");

        await Problem(await Customer.SendAsync(request), HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> SayStreamed(string id, string text) => Customer.SendAsync(Streamed(id, text));

    private static HttpRequestMessage Streamed(string id, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/conversations/{id}/messages") { Content = JsonContent.Create(new { text }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return request;
    }

    private static async Task<List<SseItem<string>>> ReadAll(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().ToListAsync();
    }

    private static async Task<List<SseItem<string>>> ReadSome(HttpClient client, string id, int count)
    {
        using var response = await client.GetAsync($"/v1/conversations/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add(item);
            if (events.Count == count)
                break;
        }
        return events;
    }

    private static JsonElement Parse(SseItem<string> item) => JsonSerializer.Deserialize<JsonElement>(item.Data);
}
