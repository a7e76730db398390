using SupportAgents.Agents;

namespace SupportAgents.Grains.Supervisor;

/// <summary>Who serves which asks of a message. Parts that do not depend on another run at the same time.</summary>
/// <param name="Parts">In the order of their first ask.</param>
public sealed record RoutingPlan(IReadOnlyList<RoutedPart> Parts)
{
    /// <summary>All asks, for the log.</summary>
    public IReadOnlyList<UnderstoodRequest> Requests => [.. Parts.SelectMany(part => part.Requests)];

    /// <summary>Reports come as the specialists finish; the customer reads them in the order of the asks.</summary>
    public IReadOnlyList<AgentReport> InOrder(IReadOnlyList<AgentReport> reports) =>
        [.. Parts.Select(part => reports.FirstOrDefault(report => report.Agent == part.Agent)).OfType<AgentReport>()];
}

/// <summary>One agent's share.</summary>
/// <param name="Agent">A specialist, or <see cref="DialogueRouter.Desk"/> for what the supervisor answers itself.</param>
/// <param name="Requests">Its asks in order.</param>
/// <param name="Answers">The open ask that the first of them answers.</param>
/// <param name="Waits">True when "it" in this part means something that an earlier part finds.</param>
public sealed record RoutedPart(string Agent, IReadOnlyList<UnderstoodRequest> Requests, OpenAsk? Answers, bool Waits)
{
    /// <summary>When it runs: parts of the same wave at the same time, after all earlier waves.</summary>
    public int Wave { get; init; } = Waits ? 1 : 0;
}
