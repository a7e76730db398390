namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>What the troubleshooting specialist tells a model: the file beside this one, and its tools.</summary>
public sealed class TroubleshootingPrompt
{
    /// <summary>The tools that a model may use.</summary>
    public static IReadOnlyList<string> Tools { get; } =
        [TroubleshootingTools.SearchKnowledge, TroubleshootingTools.GetWarranty, "list_orders", "get_order_details", "get_product_details", "calculate", "transfer_to_human"];
}
