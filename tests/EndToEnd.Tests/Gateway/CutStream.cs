using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace SupportAgents.EndToEnd.Tests.Gateway;

/// <summary>A stream of events as an unlucky client reads it: cut off after so many bytes, wherever that is.</summary>
internal static class CutStream
{
    /// <summary>Sends a message and reads its events; returns the whole ones among the first bytes.</summary>
    public static Task<List<(string Id, string Name)>> Say(HttpClient client, string conversation, string text, int bytes)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/conversations/{conversation}/messages") { Content = JsonContent.Create(new { text }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return Read(client, request, bytes, _ => false);
    }

    /// <summary>Follows the conversation behind an event until one of that name comes.</summary>
    public static Task<List<(string Id, string Name)>> Resume(HttpClient client, string conversation, string? lastId, string until, int bytes = int.MaxValue)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/conversations/{conversation}/events");
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        return Read(client, request, bytes, name => name == until);
    }

    private static async Task<List<(string Id, string Name)>> Read(HttpClient client, HttpRequestMessage request, int bytes, Func<string, bool> isLast)
    {
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (events, text, buffer) = (new List<(string, string)>(), new StringBuilder(), new byte[1]);
        for (var read = 0; read < bytes && await body.ReadAsync(buffer) > 0; read++)
        {
            text.Append((char)buffer[0]);
            if (buffer[0] != '\n' || text.Length < 2 || text[^2] != '\n')
                continue;
            if (Parse(text.ToString()) is { } one)
            {
                events.Add(one);
                if (isLast(one.Name))
                    break;
            }
            text.Clear();
        }
        return events;
    }

    // A comment has no id and is no event.
    private static (string Id, string Name)? Parse(string block)
    {
        var fields = block.Split('\n').Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        return fields["id"].FirstOrDefault() is { } id ? (id, fields["event"].Single()) : null;
    }
}
