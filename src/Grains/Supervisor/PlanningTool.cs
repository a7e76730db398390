using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using SupportAgents.Agents;

namespace SupportAgents.Grains.Supervisor;

/// <summary>A model's routing decision as it comes: nothing of it is trusted.</summary>
public sealed record PlannedRequests
{
    public IReadOnlyList<PlannedRequest> Requests { get; init; } = [];
}

/// <summary>One ask of the decision.</summary>
public sealed record PlannedRequest
{
    public string Ask { get; init; } = "";
    public string Intent { get; init; } = "";
    public IReadOnlyList<int> DependsOn { get; init; } = [];
    public bool AnswersQuestion { get; init; }
}

/// <summary>
/// The shape of the routing decision: the arguments of a tool that the model is asked to call. No model is forced to call
/// it, since some refuse that; the same JSON in plain text is taken too.
/// </summary>
public static class PlanningTool
{
    private const string Name = "plan_requests";
    private const int MaxRequests = 12;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The tool's declaration.</summary>
    public static AITool Declaration { get; } = AIFunctionFactory.CreateDeclaration(Name, "Hands in the asks of the message.", Schema());

    /// <summary>Reads the decision; null when there is none, or it names what does not exist.</summary>
    public static PlannedRequests? Read(ChatResponse response)
    {
        var call = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().FirstOrDefault(call => call.Name == Name);
        try
        {
            var json = call?.Arguments is { } arguments ? JsonSerializer.Serialize(arguments, AIJsonUtilities.DefaultOptions) : Object(response.Text);
            var plan = json is null ? null : JsonSerializer.Deserialize<PlannedRequests>(json, s_options);
            return plan is { Requests.Count: > 0 and <= MaxRequests } && plan.Requests.All(one => one is { Ask.Length: > 0 } && Intents.Agent.ContainsKey(one.Intent)) ? plan : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Object(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return start >= 0 && end > start ? text[start..(end + 1)] : null;
    }

    private static JsonElement Schema() => JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["type"] = "object",
        ["required"] = (string[])["requests"],
        ["properties"] = new Dictionary<string, object>
        {
            ["requests"] = new Dictionary<string, object>
            {
                ["type"] = "array",
                ["items"] = new Dictionary<string, object>
                {
                    ["type"] = "object",
                    ["required"] = (string[])["ask", "intent"],
                    ["properties"] = new Dictionary<string, object>
                    {
                        ["ask"] = new { type = "string" },
                        ["intent"] = new Dictionary<string, object> { ["type"] = "string", ["enum"] = Intents.Agent.Keys.ToArray() },
                        ["depends_on"] = new { type = "array", items = new { type = "integer" } },
                        ["answers_question"] = new { type = "boolean" },
                    },
                },
            },
        },
    });
}
