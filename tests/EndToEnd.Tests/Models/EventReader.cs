using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>A message over HTTP whose events are read as they come.</summary>
public sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    /// <summary>Sends the message.</summary>
    public static async Task<EventReader> Send(HttpClient client, string conversationId, string text, string? messageId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/conversations/{conversationId}/messages") { Content = JsonContent.Create(new { text }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (messageId is not null)
            request.Headers.Add("Idempotency-Key", messageId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new EventReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The events until the stream ends.</summary>
    public async IAsyncEnumerable<(string Kind, JsonElement Data)> Read()
    {
        var kind = "";
        while (await _lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                kind = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return (kind, JsonDocument.Parse(line["data: ".Length..]).RootElement);
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
