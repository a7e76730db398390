using System.Text.Json;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Tools;

/// <summary>
/// A tool: a name, what it does, the schema of its arguments, and the code. Arguments come from a model or a stranger's
/// client and are validated against the arguments record before the code sees them.
/// </summary>
public sealed class Tool
{
    private readonly Func<ToolContext, JsonElement, CancellationToken, Task<ToolResult>> _invoke;

    private Tool(ToolDescription description, Func<ToolContext, JsonElement, CancellationToken, Task<ToolResult>> invoke)
    {
        Description = description;
        _invoke = invoke;
    }

    /// <summary>How models and MCP clients see it.</summary>
    public ToolDescription Description { get; }

    /// <summary>A tool that changes nothing.</summary>
    public static Tool Read<TArguments>(string name, string description, Func<ToolContext, TArguments, CancellationToken, Task<ToolResult>> run)
        where TArguments : notnull => Create(name, description, isReadOnly: true, run);

    /// <summary>A tool that proposes a change, or settles a proposal.</summary>
    public static Tool Write<TArguments>(string name, string description, Func<ToolContext, TArguments, CancellationToken, Task<ToolResult>> run)
        where TArguments : notnull => Create(name, description, isReadOnly: false, run);

    /// <summary>Runs it. Arguments that do not fit are a refusal, not an exception.</summary>
    public Task<ToolResult> Invoke(ToolContext context, JsonElement arguments, CancellationToken cancellationToken) =>
        _invoke(context, arguments, cancellationToken);

    private static Tool Create<TArguments>(string name, string description, bool isReadOnly,
        Func<ToolContext, TArguments, CancellationToken, Task<ToolResult>> run) where TArguments : notnull
    {
        var schema = ToolArguments.Schema<TArguments>();
        return new Tool(
            new ToolDescription { Name = name, Description = description, InputSchema = schema, IsReadOnly = isReadOnly },
            (context, json, cancellationToken) =>
            {
                try
                {
                    return run(context, ToolArguments.Parse<TArguments>(json), cancellationToken);
                }
                catch (JsonException e)
                {
                    return Task.FromResult(ToolResult.InvalidArguments(name, ToolArguments.Explain(e)));
                }
            });
    }
}
