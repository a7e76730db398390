using System.Text.Json;

namespace SupportAgents.EndToEnd.Tests.Browser.Customer;

/// <summary>A stream as a gateway tells it when a model writes the answer.</summary>
internal static class Told
{
    /// <summary>Up to the middle of the words.</summary>
    public static IEnumerable<string> First =>
    [
        Event(1, "message", new { turnId = "m1", message = new { messageId = "m1", text = "Where is the kettle?" } }),
        Event(2, "planned", new { turnId = "m1", requests = Array.Empty<object>() }),
        Event(3, "tool_called", new { turnId = "m1", agent = "orders", tool = "get_order_details", outcome = "ok" }),
        Event(4, "token", new { turnId = "m1", agent = "orders", text = "The kettle" }),
        Event(5, "token", new { turnId = "m1", agent = "orders", text = " is" }),
    ];

    /// <summary>The rest.</summary>
    public static IEnumerable<string> Second =>
    [
        Event(6, "token", new { turnId = "m1", agent = "orders", text = " on its way." }),
        Event(7, "agent_said", new
        {
            turnId = "m1",
            answer = new { reply = "The kettle is on its way.", agents = new[] { "orders" }, requests = Array.Empty<object>(), choices = Array.Empty<object>(), citations = Array.Empty<object>() },
        }),
    ];

    private static string Event(int id, string name, object data)
    {
        var json = JsonSerializer.SerializeToNode(data)!.AsObject();
        json["id"] = $"{id}";
        json["at"] = DateTimeOffset.UnixEpoch.ToString("O");
        return $"id: {id}\nevent: {name}\ndata: {json.ToJsonString()}\n\n";
    }
}
