using SupportAgents.Agents;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Reasoning;

/// <summary>Finds the asks in a message. It needs no model and answers in milliseconds; adapters live in the silo.</summary>
public interface IUnderstanding
{
    /// <summary>One request for each ask, in the order they were made; never empty: an absurd or empty text is one request for <see cref="AgentNames.Unknown"/>.</summary>
    ValueTask<UnderstoodMessage> Understand(string text, UnderstandingContext context, CancellationToken cancellationToken);
}

/// <summary>What helps to understand a message.</summary>
public sealed record UnderstandingContext
{
    /// <summary>The dialogue so far.</summary>
    public DialogueState Dialogue { get; init; } = DialogueState.Empty;

    /// <summary>The customer's own orders, so that ids and "the kettle I bought" can be matched; empty for visitors.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>The catalogue's products.</summary>
    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>Today, for "last week".</summary>
    public required DateTimeOffset Now { get; init; }
}
