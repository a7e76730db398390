using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Products with their variants, as rows.</summary>
internal static class ProductTable
{
    /// <summary>The products that a condition on <c>products</c> selects, by id.</summary>
    public static async Task<IReadOnlyList<Product>> Where(DbSession session, string condition, object? arguments = null)
    {
        using var results = await session.Several(
            $"""
            SELECT * FROM products WHERE {condition} ORDER BY id;
            SELECT * FROM variants WHERE product_id IN (SELECT id FROM products WHERE {condition}) ORDER BY product_id, line_no
            """, arguments);
        var products = await results.ReadAsync<ProductRow>();
        var variants = (await results.ReadAsync<VariantRow>()).ToLookup(row => row.ProductId, StringComparer.Ordinal);
        return [.. products.Select(product => product.ToProduct(variants[product.Id]))];
    }

    /// <summary>Adds products, and replaces those that are there.</summary>
    public static async Task Save(DbSession session, IReadOnlyCollection<Product> products)
    {
        await session.ExecuteAll(
            """
            INSERT INTO products (id, name, brand, category, description, warranty_months, rating)
            VALUES (@Id, @Name, @Brand, @Category, @Description, @WarrantyMonths, @Rating)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, brand = excluded.brand, category = excluded.category,
                description = excluded.description, warranty_months = excluded.warranty_months, rating = excluded.rating
            """, products.Select(ProductRow.From));
        await session.DeleteAll("variants", "product_id", products.Select(product => product.Id));
        await session.ExecuteAll(
            """
            INSERT INTO variants (id, product_id, line_no, options, price_cents, available, stock)
            VALUES (@Id, @ProductId, @LineNo, @Options, @PriceCents, @Available, @Stock)
            """, products.SelectMany(VariantRow.From));
        await Versions.Raise(session, Versions.Catalogue);
    }
}
