using System.Text.Json;
using SupportAgents.Shop;

namespace SupportAgents.Support.Retail;

/// <summary>The retail data set in the import format, read as the shop's records.</summary>
public sealed record RetailShop
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public required IReadOnlyDictionary<string, Customer> Customers { get; init; }
    public required IReadOnlyDictionary<string, Product> Products { get; init; }
    public required IReadOnlyDictionary<string, Order> Orders { get; init; }

    /// <summary>Reads a folder in the import format, also one that was exported.</summary>
    public static RetailShop Read(string folder) => new()
    {
        Customers = Lines<Customer>(Path.Combine(folder, "customers.jsonl")).ToDictionary(customer => customer.Id),
        Products = Lines<Product>(Path.Combine(folder, "products.jsonl")).ToDictionary(product => product.Id),
        Orders = Lines<Order>(Path.Combine(folder, "orders.jsonl")).ToDictionary(order => order.Id),
    };

    /// <summary>Every line of a JSON Lines file.</summary>
    public static IEnumerable<T> Lines<T>(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Json)!);
}
