namespace SupportAgents.Agents;

/// <summary>The agents, as the HTTP interface names them.</summary>
public static class AgentNames
{
    public const string Orders = "orders";
    public const string Recommendations = "recommendations";
    public const string Troubleshooting = "troubleshooting";
    public const string Personalization = "personalization";

    /// <summary>A person of the support team.</summary>
    public const string Human = "human";

    /// <summary>The supervisor itself: greetings, thanks, what the desk can do.</summary>
    public const string SmallTalk = "smalltalk";

    /// <summary>Nobody: it was not understood, or the desk does not do it.</summary>
    public const string Unknown = "unknown";

    /// <summary>The four that are specialist grains.</summary>
    public static IReadOnlyList<string> Specialists { get; } = [Orders, Recommendations, Troubleshooting, Personalization];
}
