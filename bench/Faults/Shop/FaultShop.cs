using System.Globalization;
using System.Text.Json;

namespace SupportAgents.Bench.Faults.Shop;

/// <summary>A shop for the faults: many pending orders that can each be cancelled once, so that every effect can be counted.</summary>
internal static class FaultShop
{
    private const string Variant = "mug-white";
    private const int Customers = 60;

    /// <summary>What an order cost, in cents; a cancellation refunds exactly this.</summary>
    public const int PriceCents = 1250;

    /// <summary>The customers' ids.</summary>
    public static IReadOnlyList<string> CustomerIds { get; } = [.. Enumerable.Range(0, Customers).Select(number => $"customer-{number:D3}")];

    /// <summary>The order of one conversation; it belongs to the customer who holds it.</summary>
    public static string OrderOf(int conversation) => string.Create(CultureInfo.InvariantCulture, $"#W{conversation:D7}");

    /// <summary>Writes the shop in the import format.</summary>
    public static async Task Write(DirectoryInfo folder, int orders, CancellationToken cancellationToken)
    {
        await Lines("customers.jsonl", CustomerIds.Select((id, number) => new
        {
            id,
            firstName = "Kim",
            lastName = $"Number{number}",
            email = $"{id}@example.com",
            paymentMethods = new[] { new { id = $"card-{number}", kind = "credit_card", brand = "visa", lastFour = "1111" } },
        }));
        await Lines("products.jsonl", [new { id = "mug", name = "Mug", variants = new[] { new { id = Variant, options = new { color = "white" }, price = PriceCents / 100m, available = true } } }]);
        await Lines("orders.jsonl", Enumerable.Range(0, orders).Select(number => new
        {
            id = OrderOf(number),
            customerId = CustomerIds[number % Customers],
            status = "pending",
            items = new[] { new { variantId = Variant, productId = "mug", name = "Mug", options = new { color = "white" }, price = PriceCents / 100m } },
            payments = new[] { new { kind = "payment", amount = PriceCents / 100m, paymentMethodId = $"card-{number % Customers}" } },
        }));

        Task Lines<T>(string file, IEnumerable<T> records) =>
            File.WriteAllLinesAsync(Path.Combine(folder.FullName, file), records.Select(record => JsonSerializer.Serialize(record)), cancellationToken);
    }
}
