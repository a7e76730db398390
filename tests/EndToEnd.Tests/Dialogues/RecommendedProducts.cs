using System.Globalization;
using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.Shop;
using SupportAgents.Support;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>
/// What holds for every product that a reply recommends: it can be bought as it is told, the customer neither has it nor
/// sent it back, and the figures of its reasons are those of the records. Counted here once more, without the ranking.
/// </summary>
internal sealed partial class RecommendedProducts(RetailShop shop, string customerId)
{
    /// <summary>As the demo shop's policies say: what is used up may be recommended again.</summary>
    private static readonly HashSet<string> _consumable = ["Coffee & Tea", "Filters & Care", "Fuel & Batteries"];
    private static readonly ILookup<string, int> _stars = RetailShop
        .Lines<ProductFeedback>(Repository.File("src", "Standalone", "DemoShop", "feedback.jsonl"))
        .Where(given => given.Rating is not null).ToLookup(given => given.ProductId, given => given.Rating!.Value);
    private readonly Dictionary<string, Product> _byName = shop.Products.Values.ToDictionary(product => product.Name);
    private readonly IReadOnlyList<Order> _orders = [.. shop.Orders.Values.Where(order => order.CustomerId == customerId && order.Status != OrderStatus.Cancelled)];

    public IEnumerable<string> Faults(Answer answer)
    {
        foreach (Match told in Line().Matches(answer.Reply))
        {
            var name = told.Groups["name"].Value;
            if (!_byName.TryGetValue(name, out var product))
            {
                yield return $"“{name}” is recommended, and there is no such product";
                continue;
            }
            var price = decimal.Parse(told.Groups["price"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
            string[] options = told.Groups["options"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
            if (!product.Variants.Any(variant => variant.Available && variant.Price.Amount == price && options.All(option => Has(variant, option))))
                yield return $"“{told.Value}” is recommended, and no variant in stock is like that";
            if (_orders.Any(order => Kept(order).Contains(product.Id)) && !_consumable.Contains(product.Category ?? ""))
                yield return $"“{name}” is recommended, and the customer has it";
            if (_orders.Any(order => order.Return is { } back && order.Items.Any(item => item.ProductId == product.Id && back.VariantIds.Contains(item.VariantId))))
                yield return $"“{name}” is recommended, and the customer sent it back";
            foreach (var fault in Reasons(product, told.Groups["reasons"].Value))
                yield return fault;
        }
    }

    private IEnumerable<string> Reasons(Product product, string reasons)
    {
        if (Rated().Match(reasons) is { Success: true } rated)
        {
            var stars = _stars[product.Id].ToList();
            var mean = stars.Average().ToString("0.0", CultureInfo.InvariantCulture);
            if (rated.Groups["mean"].Value != mean || rated.Groups["count"].Value != $"{stars.Count}")
                yield return $"“{product.Name}” is said to have {rated.Value}, and has {mean} from {stars.Count}";
        }
        if (Because().Match(reasons) is { Success: true } because
            && !(_byName.TryGetValue(because.Groups["name"].Value, out var owned) && _orders.Any(order => Kept(order).Contains(owned.Id))))
            yield return $"“{because.Groups["name"].Value}” is told as bought, and was not";
        if (Buyers().Match(reasons) is { Success: true } buyers)
        {
            // Other talks cancel what is not sent yet, and the count follows.
            var (least, most) = (Buyers(product, order => order.Status is OrderStatus.Delivered or OrderStatus.Shipped), Buyers(product, _ => true));
            if (int.Parse(buyers.Groups["count"].Value, CultureInfo.InvariantCulture) is var count && (count < least || count > most))
                yield return $"“{product.Name}” is said to be bought by {count}, and was by {least} to {most}";
        }
    }

    private int Buyers(Product product, Func<Order, bool> counts) => shop.Orders.Values
        .Where(order => counts(order) && order.Items.Any(item => item.ProductId == product.Id)).Select(order => order.CustomerId).Distinct().Count();

    private static List<string> Kept(Order order)
    {
        var back = order.Return?.VariantIds.ToList() ?? [];
        return [.. order.Items.Where(item => !back.Remove(item.VariantId)).Select(item => item.ProductId)];
    }

    private static bool Has(Variant variant, string told) => variant.Options.Any(option => told == option.Value || told == $"{option.Key} {option.Value}");

    [GeneratedRegex(@"^\d+\. \*\*(?<name>[^*]+)\*\*(?: \((?<options>[^)]*)\))? · \$(?<price>[\d,.]+\d)(?: — (?<reasons>.*))?\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<mean>\d\.\d) from (?<count>\d+) review")]
    private static partial Regex Rated();

    [GeneratedRegex(@"because you bought the (?<name>[^:;]+):")]
    private static partial Regex Because();

    [GeneratedRegex(@"(?<![:\w] )(?<count>\d+) customers bought it(?! along)")]
    private static partial Regex Buyers();
}
