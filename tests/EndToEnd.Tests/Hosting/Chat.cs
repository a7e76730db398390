using System.Net.Http.Json;
using System.Text.Json;
using SupportAgents.Conversations;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>A conversation over HTTP, as a client has it.</summary>
public sealed class Chat(HttpClient client, string conversationId)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public string Id => conversationId;

    /// <summary>Opens a new conversation.</summary>
    public static async Task<Chat> Open(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/v1/conversations", new { });
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Chat(client, body.GetProperty("conversationId").GetString()!);
    }

    /// <summary>Says something, presses a button, or both, and returns the answer.</summary>
    public async Task<Answer> Say(string text, string? messageId = null, string? choice = null, Confirmation? confirm = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/conversations/{conversationId}/messages") { Content = JsonContent.Create(new { text, choice, confirm }) };
        if (messageId is not null)
            request.Headers.Add("Idempotency-Key", messageId);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Answer>(Json))!;
    }

    /// <summary>The whole history.</summary>
    public async Task<IReadOnlyList<HistoryItem>> History()
    {
        var items = new List<HistoryItem>();
        string? next = "0";
        while (next is not null)
        {
            var page = (await client.GetFromJsonAsync<Page<HistoryItem>>($"/v1/conversations/{conversationId}/messages?after={next}&limit=200", Json))!;
            items.AddRange(page.Items);
            next = page.Next;
        }
        return items;
    }
}
