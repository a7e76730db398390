using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Shop;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Tools;

/// <summary>A tool's answer inside the silo: as <see cref="ToolOutcome"/>, with the record itself instead of its JSON.</summary>
public sealed record ToolResult
{
    /// <summary>JSON of tool answers and of everything else that leaves the silo: camelCase, nulls left out.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The answer as a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The record asked for or changed.</summary>
    public object? Data { get; init; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What was proposed.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>A record, and the same in a sentence.</summary>
    public static ToolResult Found(object data, string text) => new() { Text = text, Data = data };

    /// <summary>A refusal; its text is the rule and the nearest thing that is allowed.</summary>
    public static ToolResult Refused(Refusal refusal) =>
        new() { Refusal = refusal, Text = refusal.Nearest is null ? refusal.Rule : $"{refusal.Rule} {refusal.Nearest}" };

    /// <summary>A refusal without facts.</summary>
    public static ToolResult Refused(string code, string rule, string? nearest = null) =>
        Refused(new Refusal { Code = code, Rule = rule, Nearest = nearest });

    /// <summary>A proposal that waits for its confirmation.</summary>
    public static ToolResult Proposed(Proposal proposal) =>
        new() { Proposal = proposal, Text = $"{proposal.Summary} Nothing is changed yet: ask the customer to confirm proposal {proposal.Id}." };

    /// <summary>The arguments do not fit the tool.</summary>
    public static ToolResult InvalidArguments(string tool, string what) =>
        Refused("invalid_arguments", $"The arguments of {tool} are not valid: {what}.");

    /// <summary>The form that crosses grains. Data that is not a JSON object is wrapped as <c>{ "items": … }</c>.</summary>
    public ToolOutcome ToOutcome() => new() { Text = Text, Data = DataJson(), Refusal = Refusal, Proposal = Proposal };

    /// <summary>The data as a JSON object, or null.</summary>
    public JsonText? DataJson()
    {
        if (Data is null or JsonText)
            return (JsonText?)Data;
        var json = JsonSerializer.Serialize(Data, Data.GetType(), JsonOptions);
        return new JsonText(json.StartsWith('{') ? json : $"{{\"items\":{json}}}");
    }
}
