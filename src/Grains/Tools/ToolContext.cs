using SupportAgents.Identity;

namespace SupportAgents.Grains.Tools;

/// <summary>Who calls a tool, and from where. The customer is here and never among the arguments.</summary>
/// <param name="Who">The verified principal.</param>
/// <param name="ConversationId">The conversation that the call belongs to; null over MCP and at the desk.</param>
public sealed record ToolContext(Principal Who, string? ConversationId)
{
    /// <summary>The customer whose records may be touched.</summary>
    /// <exception cref="Failures.SupportException">Staff named no customer.</exception>
    public string CustomerId => Who.CustomerId
        ?? throw new Failures.SupportException(Failures.FailureKind.Invalid, "name the customer with X-On-Behalf-Of");
}
