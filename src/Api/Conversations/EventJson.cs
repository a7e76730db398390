using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Conversations;

namespace SupportAgents.Api.Conversations;

/// <summary>Events as clients see them: <c>{ id, at, turnId, kind, … }</c>, without what only agents and staff need.</summary>
public static class EventJson
{
    /// <summary>The event's public name: the entry's kind, and <c>message</c> for the customer's own words.</summary>
    public static string NameOf(JsonObject data) =>
        data["kind"]?.GetValue<string>() is var kind and not "customer_said" ? kind ?? "message" : "message";

    /// <summary>The event's data.</summary>
    public static JsonObject Of(ConversationEvent happened, bool forStaff, JsonSerializerOptions options)
    {
        var data = new JsonObject
        {
            ["id"] = happened.Id,
            ["at"] = JsonSerializer.SerializeToNode(happened.At, options),
            ["turnId"] = happened.TurnId,
        };
        var entry = JsonSerializer.SerializeToNode(happened.Entry, options)!.AsObject();
        entry.Remove("dialogue");
        if (!forStaff)
            foreach (var name in Inner(happened.Entry))
                entry.Remove(name);
        foreach (var (name, value) in entry.ToArray())
        {
            entry.Remove(name);
            data[name] = value;
        }
        return data;
    }

    /// <summary>What a model may have worded for itself or for staff: nothing checked it, as a reply is checked.</summary>
    private static string[] Inner(ConversationEntry entry) => entry switch
    {
        ToolCalled => ["arguments", "text"],
        HandedOff { Package: not null } => ["package", "reason"],
        _ => [],
    };

    /// <summary>True when the reader may see it: customers what is public, staff notes as well.</summary>
    public static bool IsFor(ConversationEntry entry, bool forStaff) => entry.IsPublic || (forStaff && !entry.IsEphemeral);
}
