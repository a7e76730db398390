using System.Text.Json;
using SupportAgents.Failures;
using SupportAgents.Grains.Telemetry;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Tools;

/// <summary>Some tools of one specialist.</summary>
public interface IToolset
{
    /// <summary>The tools, in a stable order.</summary>
    IEnumerable<Tool> Tools { get; }
}

/// <summary>All tools: one list for the model, the built-in reasoner, MCP and the desk.</summary>
public sealed class Toolbox(IEnumerable<IToolset> toolsets)
{
    private readonly Dictionary<string, Tool> _tools = toolsets.SelectMany(set => set.Tools)
        .ToDictionary(tool => tool.Description.Name, StringComparer.Ordinal);

    /// <summary>The tools in a stable order.</summary>
    public IReadOnlyList<ToolDescription> Descriptions => [.. _tools.Values.Select(tool => tool.Description)];

    /// <summary>Runs a tool by name. An unknown name, bad arguments and a store's failure are refusals in words.</summary>
    public async Task<ToolResult> Invoke(ToolContext context, string name, JsonElement arguments, CancellationToken cancellationToken)
    {
        if (!_tools.TryGetValue(name, out var tool))
            return ToolResult.Refused("unknown_tool", $"There is no tool named '{name}'.");
        try
        {
            return await WorkMetrics.Tool(name, () => tool.Invoke(context, arguments, cancellationToken));
        }
        catch (SupportException e)
        {
            return ToolResult.Refused(e.Kind.ToString().ToLowerInvariant(), e.Message);
        }
    }

    /// <summary>Runs a tool with arguments given as an object whose members have the arguments' names.</summary>
    public Task<ToolResult> Invoke(ToolContext context, string name, object arguments, CancellationToken cancellationToken) =>
        Invoke(context, name, JsonSerializer.SerializeToElement(arguments, ToolArguments.Options), cancellationToken);
}
