using SupportAgents.Shop;
using SupportAgents.Silo.Data.Format;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Data.Import;

/// <summary>What records name must be in the files or in the database; what must be unique must be so in both.</summary>
internal sealed class ReferenceChecks(ShopRecords records, ImportErrors errors)
{
    private readonly HashSet<string> _customers = [.. records.Customers.Select(customer => customer.Value.Id)];
    private readonly HashSet<string> _products = [.. records.Products.Select(product => product.Value.Id)];
    private readonly HashSet<string> _variants = [.. records.Products.SelectMany(product => product.Value.Variants).Select(variant => variant.Id)];

    /// <summary>Adds what is wrong to the errors.</summary>
    public async Task Check(DbSession session)
    {
        await CheckEmails(session);
        await CheckVariants(session);
        foreach (var order in records.Orders.TakeWhile(_ => !errors.IsFull))
            Check(order);
        foreach (var feedback in records.Feedback.TakeWhile(_ => !errors.IsFull))
        {
            Require(_products, "product", feedback.Value.ProductId, feedback);
            Require(_customers, "customer", feedback.Value.CustomerId, feedback);
        }

        foreach (var seen in records.Browsing.TakeWhile(_ => !errors.IsFull))
        {
            Require(_customers, "customer", seen.Value.CustomerId, seen);
            Require(_products, "product", seen.Value.ProductId, seen);
        }

        foreach (var document in records.Knowledge.TakeWhile(_ => !errors.IsFull))
            Require(_products, "product", document.Value.ProductId, document);
    }

    private async Task CheckEmails(DbSession session)
    {
        var stored = await session.List<CustomerRow>("SELECT id, email_key FROM customers");
        var owners = stored.Where(row => !_customers.Contains(row.Id)).ToDictionary(row => row.EmailKey, row => row.Id, StringComparer.Ordinal);
        foreach (var customer in records.Customers)
        {
            if (owners.ContainsKey(CustomerRow.KeyOf(customer.Value.Email)))
                errors.Add(customer.File, customer.Line, $"duplicate e-mail '{customer.Value.Email}': another customer has it");
        }

        _customers.UnionWith(stored.Select(row => row.Id));
    }

    private async Task CheckVariants(DbSession session)
    {
        // A product in the files replaces the stored one with all its variants.
        var stored = (await session.List<VariantRow>("SELECT id, product_id FROM variants")).Where(row => !_products.Contains(row.ProductId)).ToList();
        var owners = stored.ToDictionary(row => row.Id, row => row.ProductId, StringComparer.Ordinal);
        foreach (var product in records.Products)
        {
            foreach (var variant in product.Value.Variants)
            {
                if (owners.TryGetValue(variant.Id, out var owner))
                    errors.Add(product.File, product.Line, $"duplicate variant id '{variant.Id}': product '{owner}' has it");
            }
        }

        _products.UnionWith(await session.List<string>("SELECT id FROM products"));
        _variants.UnionWith(stored.Select(row => row.Id));
    }

    private void Check(Located<Order> located)
    {
        var order = located.Value;
        Require(_customers, "customer", order.CustomerId, located);
        foreach (var item in order.Items)
        {
            Require(_products, "product", item.ProductId, located);
            Require(_variants, "variant", item.VariantId, located);
        }

        var others = (order.Fulfillments ?? []).SelectMany(shipment => shipment.VariantIds)
            .Concat(order.Return?.VariantIds ?? []).Concat(order.Exchange?.VariantIds ?? []).Concat(order.Exchange?.NewVariantIds ?? []);
        foreach (var variantId in others.Except(order.Items.Select(item => item.VariantId), StringComparer.Ordinal))
            Require(_variants, "variant", variantId, located);
    }

    private void Require<T>(HashSet<string> known, string what, string? id, Located<T> where)
    {
        if (id is not null && !known.Contains(id))
            errors.Add(where.File, where.Line, $"unknown {what} '{id}'");
    }
}
