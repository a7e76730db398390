namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>What the product specialist tells a model: the file beside this one, and its tools.</summary>
public sealed class RecommendationsPrompt
{
    /// <summary>The tools that a model may use.</summary>
    public static IReadOnlyList<string> Tools { get; } =
    [
        "list_product_types", "find_products", "get_product_details", "check_stock", "get_purchase_history", "get_product_feedback", "recommend_products",
        "get_preferences", "get_browsing_history", "calculate", "transfer_to_human",
    ];
}
