using SupportAgents.Agents;
using SupportAgents.Grains.Specialists.Orders;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>What the account specialist tells a model: the file beside this one, and its tools.</summary>
public sealed class PersonalizationPrompt
{
    /// <summary>The tools that a model may use.</summary>
    public static IReadOnlyList<string> Tools { get; } =
    [
        OrderToolNames.GetCustomerDetails, OrderToolNames.ListOrders, OrderToolNames.GetOrderDetails, "get_preferences", "update_preferences", "get_browsing_history",
        OrderToolNames.UpdateCustomerAddress, OrderToolNames.TransferToHuman,
    ];

    /// <summary>Intent to the tool that proposes its change.</summary>
    public static IReadOnlyDictionary<string, string> Proposing { get; } = new Dictionary<string, string> { [Intents.ChangeProfileAddress] = OrderToolNames.UpdateCustomerAddress };
}
