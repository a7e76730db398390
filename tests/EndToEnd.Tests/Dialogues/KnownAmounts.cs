using System.Globalization;
using System.Text.RegularExpressions;
using SupportAgents.Conversations;
using SupportAgents.Shop;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>The amounts that can be told to a customer: prices, what they paid, and what follows from both.</summary>
internal sealed partial class KnownAmounts
{
    private readonly HashSet<Money> _known = [];

    public KnownAmounts(RetailShop shop, string customerId)
    {
        var orders = shop.Orders.Values.Where(order => order.CustomerId == customerId).ToList();
        var products = shop.Products.Values.ToList();
        Add(products.SelectMany(product => product.Variants).Select(variant => variant.Price));
        Add(orders.SelectMany(order => order.Items).SelectMany(item => shop.Products[item.ProductId].Variants.Select(variant => (variant.Price - item.Price).Magnitude)));
        foreach (var order in orders)
        {
            Add(order.Items.Select(item => item.Price));
            Add((order.Payments ?? []).Select(entry => entry.Amount));
            Add([order.ItemsTotal, order.NetPaid]);
        }
        var kept = orders.FindAll(order => order.Status != OrderStatus.Cancelled);
        Add([orders.Sum(order => order.NetPaid), orders.Sum(order => order.ItemsTotal), kept.Sum(order => order.ItemsTotal), kept.Sum(order => order.ItemsTotal - Returned(order))]);
        // What they stated as their limit may be said back to them.
        Add(Figure().Matches(shop.Customers[customerId].Preferences?.Json ?? "").Select(Read));
        Add((shop.Customers[customerId].PaymentMethods ?? []).Select(method => method.Balance).OfType<Money>());
    }

    /// <summary>The customer's own figures may be said back.</summary>
    public void Hear(string text) => Add(Figure().Matches(text).Select(Read));

    /// <summary>Amounts of a reply that nothing accounts for. What a proposal quotes is known from then on.</summary>
    public IEnumerable<string> Unknown(Answer answer)
    {
        if (answer.Proposal is { } proposal)
            Add(proposal.Lines.Select(line => line.Amount).OfType<Money>().Append(proposal.Amount));
        return Amount().Matches(answer.Reply).Where(found => !_known.Contains(Read(found))).Select(found => found.Value);
    }

    private void Add(IEnumerable<Money> amounts) => _known.UnionWith(amounts.Select(amount => amount.Magnitude));

    private static Money Returned(Order order) =>
        (order.Return?.VariantIds ?? []).Sum(id => order.Items.First(item => item.VariantId == id).Price);

    private static Money Read(Match found) =>
        new((long)(decimal.Parse(found.Groups["figure"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) * 100m));

    [GeneratedRegex(@"\$(?<figure>\d[\d,]*(\.\d\d)?)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<figure>\d[\d,]*(\.\d+)?)")]
    private static partial Regex Figure();
}
