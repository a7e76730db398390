using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Recommendations.Feedback;
using SupportAgents.Grains.Specialists.Recommendations.History;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Recommendations, what customers say about products, and what this customer bought.</summary>
public sealed class RecommendationsTools(Recommender recommender, ICatalogStore catalog, IActivityStore activity, IOrderStore orders) : IToolset
{
    private const int MostRecommended = 20;
    private const int MostExcluded = 200;

    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Read<RecommendArguments>("recommend_products",
            "Recommends products in stock to this customer with reasons, from what they bought, looked at and like. Never what they own or sent back.", Recommend),
        Tool.Read<ProductArguments>("get_product_feedback", "What customers say about a product: ratings, what they like and dislike, with quotes.", Feedback),
        Tool.Read<NoArguments>("get_purchase_history", "Everything that the customer bought and did not cancel, with the sizes, options and prices they choose.", Purchases),
    ];

    private async Task<ToolResult> Recommend(ToolContext context, RecommendArguments arguments, CancellationToken cancellationToken)
    {
        if (ArgumentChecks.Of(arguments, arguments.Query, arguments.Options, arguments.Limit, MostRecommended) is { } wrong)
            return ToolResult.InvalidArguments("recommend_products", wrong);
        if (arguments.Exclude?.Length > MostExcluded || arguments.Without?.Length > 200)
            return ToolResult.InvalidArguments("recommend_products", $"'exclude' holds more than {MostExcluded} ids, or 'without' is too long");
        foreach (var id in new[] { arguments.SimilarTo, arguments.CheaperThan, arguments.GoesWith }.OfType<string>())
        {
            if (await catalog.Find(id, cancellationToken) is null)
                return ProductWords.ProductNotFound(id, await catalog.FindByVariant(id, cancellationToken));
        }
        var list = await recommender.Recommend(context.Who.CustomerId, arguments, cancellationToken);
        return ToolResult.Found(list, list.Items.Count == 0
            ? "Nothing that is in stock, fits and is new to the customer was found."
            : string.Join(" ", list.Items.Select((item, number) =>
                $"{number + 1}. {item.Name} (product {item.ProductId}, variant {item.VariantId}), {ReplyHelpers.Format(item.Price)}{(item.Reasons.Count > 0 ? $": {string.Join("; ", item.Reasons)}" : "")}."))
                + string.Concat(list.Notes.Select(note => $" {note}")));
    }

    private async Task<ToolResult> Feedback(ToolContext context, ProductArguments arguments, CancellationToken cancellationToken)
    {
        if (await catalog.Find(arguments.ProductId, cancellationToken) is not { } product)
            return ProductWords.ProductNotFound(arguments.ProductId, await catalog.FindByVariant(arguments.ProductId, cancellationToken));
        var summary = FeedbackSummarizer.Summarize(product, await activity.Feedback(product.Id, cancellationToken));
        return ToolResult.Found(summary, summary.Count == 0
            ? $"Nobody has reviewed the {product.Name} yet."
            : FormattableString.Invariant($"{product.Name}: {summary.Count} reviews{(summary.Average is { } mean ? $", {mean:0.0} of 5 on average from {summary.Rated}" : "")}.") +
                Said(" Liked: ", summary.Likes) + Said(" Disliked: ", summary.Dislikes));
    }

    private async Task<ToolResult> Purchases(ToolContext context, NoArguments none, CancellationToken cancellationToken)
    {
        var own = await orders.List(context.CustomerId, cancellationToken);
        var products = (await catalog.List(cancellationToken)).ToDictionary(product => product.Id, StringComparer.Ordinal);
        var history = PurchaseHistoryAnalysis.Of(own, products.GetValueOrDefault);
        return ToolResult.Found(history, history.Items.Count == 0
            ? "The customer has bought nothing yet."
            : $"Bought {history.Items.Count} items in {history.Orders} orders for {ReplyHelpers.Format(history.Spent)}: " +
                string.Join("; ", history.Items.Select(unit => $"{unit.Name} {ProductWords.Options(unit.Options)} ({unit.OrderId}{(unit.Returned ? ", sent back" : "")})")) + ".");
    }

    private static string Said(string title, IReadOnlyList<Aspect> aspects) =>
        aspects.Count == 0 ? "" : title + string.Join("; ", aspects.Select(aspect => $"{aspect.About} ({aspect.Count}) “{aspect.Quote}”")) + ".";
}
