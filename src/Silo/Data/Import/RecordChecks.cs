using SupportAgents.Shop;
using SupportAgents.Silo.Data.Format;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Data.Import;

/// <summary>What can be said against records without looking at the database: doubled ids, signs, ranges, nulls in lists.</summary>
internal sealed class RecordChecks(ImportErrors errors)
{
    private const int LongestId = 200;

    /// <summary>Adds what is wrong with the records to the errors.</summary>
    public void Check(ShopRecords records)
    {
        Unique(records.Customers, customer => customer.Id, "customer id");
        Unique(records.Customers, customer => CustomerRow.KeyOf(customer.Email), "e-mail");
        Unique(records.Products, product => product.Id, "product id");
        Unique([.. records.Products.SelectMany(product => product.Value.Variants.Select(variant => product.At(variant)))], variant => variant?.Id ?? "", "variant id");
        Unique(records.Orders, order => order.Id, "order id");
        Unique(records.Knowledge, document => document.Id, "document id");
        Each(records.Customers, Check);
        Each(records.Products, Check);
        Each(records.Orders, Check);
        Each(records.Feedback, feedback => feedback.Rating is < 1 or > 5 ? ["rating must be from 1 to 5"] : []);
        Each(records.Browsing, seen => seen.Seconds < 0 ? ["seconds is negative"] : []);
    }

    private static IEnumerable<string> Check(Customer customer)
    {
        var methods = customer.PaymentMethods ?? [];
        if (methods.Any(method => method is null))
            yield return "paymentMethods holds a null";
        else if (methods.Select(method => method.Id).GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            yield return $"duplicate payment method id '{twice.Key}'";
        foreach (var method in methods.Where(method => method?.Balance is { IsNegative: true }))
            yield return $"the balance of '{method.Id}' is negative";
    }

    private static IEnumerable<string> Check(Product product)
    {
        if (product.WarrantyMonths < 0)
            yield return "warrantyMonths is negative";
        if (product.Rating is < 0 or > 5)
            yield return "rating must be from 0 to 5";
        foreach (var variant in product.Variants)
        {
            if (variant is null)
                yield return "variants holds a null";
            else if (variant.Price.IsNegative || variant.Stock < 0)
                yield return $"price or stock of variant '{variant.Id}' is negative";
            else if (variant.Options.Values.Any(value => value is null))
                yield return $"options of variant '{variant.Id}' hold a null";
        }
    }

    private static IEnumerable<string> Check(Order order)
    {
        if (order.Items.Any(item => item is null || item.Options.Values.Any(value => value is null)))
            yield return "items hold a null";
        else if (order.Items.Any(item => item.Price.IsNegative))
            yield return "the price of an item is negative";
        if ((order.Payments ?? []).Any(entry => entry is null || entry.Amount.IsNegative))
            yield return "payments hold a null or a negative amount";
        if ((order.Fulfillments ?? []).Any(shipment => shipment is null || HoldsNull(shipment.TrackingIds) || HoldsNull(shipment.VariantIds)))
            yield return "fulfillments hold a null";
        if (HoldsNull(order.Return?.VariantIds) || HoldsNull(order.Exchange?.VariantIds) || HoldsNull(order.Exchange?.NewVariantIds))
            yield return "return or exchange holds a null";
    }

    private static bool HoldsNull(IEnumerable<string?>? list) => list is not null && list.Any(item => item is null);

    private void Each<T>(IEnumerable<Located<T>> records, Func<T, IEnumerable<string>> check)
    {
        foreach (var record in records.TakeWhile(_ => !errors.IsFull))
        {
            foreach (var reason in check(record.Value))
                errors.Add(record.File, record.Line, reason);
        }
    }

    private void Unique<T>(IReadOnlyCollection<Located<T>> records, Func<T, string> key, string what)
    {
        var seen = new Dictionary<string, Located<T>>(records.Count, StringComparer.Ordinal);
        foreach (var record in records.TakeWhile(_ => !errors.IsFull))
        {
            var id = key(record.Value);
            if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId)
                errors.Add(record.File, record.Line, $"{what} is empty or longer than {LongestId} characters");
            else if (!seen.TryAdd(id, record))
                errors.Add(record.File, record.Line, $"duplicate {what} '{id}', first in {seen[id].File}:{seen[id].Line}");
        }
    }
}

/// <summary>Places of parts of records.</summary>
internal static class LocatedExtensions
{
    /// <summary>A part, at the place of the whole.</summary>
    public static Located<TPart> At<T, TPart>(this Located<T> whole, TPart part) => new(whole.File, whole.Line, part);
}
