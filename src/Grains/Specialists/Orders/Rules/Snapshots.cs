using System.Text.Json;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Rules;

/// <summary>Orders as executed proposals keep them.</summary>
internal static class Snapshots
{
    private const string Before = "before";

    /// <summary>The order as it was before that proposal was executed; null where it was none about an order.</summary>
    public static JsonText? BeforeOf(StoredProposal executed)
    {
        using var result = JsonDocument.Parse(executed.Result?.Json ?? "{}");
        return result.RootElement.TryGetProperty(Before, out var before) ? new JsonText(before.GetRawText()) : null;
    }

    /// <summary>The result without what only an undo needs.</summary>
    public static IEnumerable<JsonProperty> Shown(JsonElement result) =>
        result.EnumerateObject().Where(member => member.Name != Before);

    public static Order Read(JsonText json) => JsonSerializer.Deserialize<Order>(json.Json, ToolResult.JsonOptions)!;
}
