using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Products and refusals about them in words.</summary>
public static class ProductWords
{
    /// <summary><c>red, size M</c>: the options of a variant; empty when it has none.</summary>
    public static string Options(IReadOnlyDictionary<string, string> options) =>
        string.Join(", ", options.Select(option => IsBare(option.Key) ? option.Value : $"{option.Key} {option.Value}"));

    /// <summary><c>$20.00</c> or <c>$20.00 to $35.00</c>.</summary>
    public static string Prices(Money? from, Money? to) =>
        from is not { } low ? "no price" : to is not { } high || high == low ? ReplyHelpers.Format(low) : $"{ReplyHelpers.Format(low)} to {ReplyHelpers.Format(high)}";

    /// <summary>There is no product with that id; <paramref name="of"/> is the product that has it as a variant.</summary>
    public static ToolResult ProductNotFound(string id, Product? of = null) => ToolResult.Refused(new()
    {
        Code = "product_not_found",
        Rule = "product not found",
        Facts = new Dictionary<string, string> { ["product_id"] = id },
        Nearest = of is null ? "Find the product's id with find_products." : $"That is the id of an item of the product {of.Id} ({of.Name}).",
    });

    /// <summary>There is no variant with that id; <paramref name="product"/> is the product whose own id it is.</summary>
    public static ToolResult VariantNotFound(string id, Product? product = null) => ToolResult.Refused(new()
    {
        Code = "variant_not_found",
        Rule = "variant not found",
        Facts = new Dictionary<string, string> { ["variant_id"] = id },
        Nearest = product is null ? "Find the variant's id with get_product_details." : $"That is the id of a product ({product.Name}): pass it as product_id.",
    });

    /// <summary>Colours and materials are clear without their name; a size or a capacity is not.</summary>
    private static bool IsBare(string option) => option is "color" or "colour" or "material" or "style";
}
