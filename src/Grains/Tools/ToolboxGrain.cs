using System.Text.Json;
using SupportAgents.Failures;
using SupportAgents.Identity;
using SupportAgents.Tools;

namespace SupportAgents.Grains.Tools;

/// <inheritdoc cref="IToolboxGrain"/>
public sealed class ToolboxGrain(Toolbox toolbox) : Grain, IToolboxGrain
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ToolDescription>> Describe(CancellationToken cancellationToken = default) =>
        Task.FromResult(toolbox.Descriptions);

    /// <inheritdoc/>
    public async Task<ToolOutcome> Invoke(Principal who, string tool, string argumentsJson, CancellationToken cancellationToken = default)
    {
        if (who.CustomerId != this.GetPrimaryKeyString())
            throw SupportException.NotFound("customer");
        var result = TryParse(argumentsJson, out var arguments)
            ? await toolbox.Invoke(new ToolContext(who, ConversationId: null), tool, arguments, cancellationToken)
            : ToolResult.InvalidArguments(tool, "they are not JSON");
        return result.ToOutcome();
    }

    private static bool TryParse(string json, out JsonElement element)
    {
        element = default;
        try
        {
            if (!string.IsNullOrWhiteSpace(json))
                element = JsonDocument.Parse(json).RootElement;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
