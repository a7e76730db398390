using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Specialists.Recommendations.Skills;

/// <summary>Arguments that leave out what was not said: to a tool, null is not the same as absent.</summary>
internal static class ToolArgumentsExtensions
{
    /// <summary>The object's members that are not null.</summary>
    public static JsonObject Present(this object arguments)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(arguments, arguments.GetType(), ToolArguments.Options)!;
        return new JsonObject(json.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }
}
