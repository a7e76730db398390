using System.Text;
using System.Text.Json;
using SupportAgents.Failures;
using SupportAgents.Knowledge;
using SupportAgents.Shop;
using SupportAgents.Silo.Data.Format;
using SupportAgents.Silo.Data.Knowledge;
using SupportAgents.Silo.Data.Shop;

namespace SupportAgents.Silo.Data.Export;

/// <summary>Writes the shop's records as a folder in the import format, all as of one moment.</summary>
public sealed class ShopExporter(Database database)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes into a new or empty folder. What is null is left out; kinds without records get no file.</summary>
    /// <exception cref="SupportException">The folder holds something (<see cref="FailureKind.Invalid"/>).</exception>
    public async Task<ShopCounts> Export(string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new SupportException(FailureKind.Invalid, $"{folder} is not empty: an export needs a new or empty folder");
        var shop = await database.Read(null, ReadAll, cancellationToken);
        Directory.CreateDirectory(folder);
        await Lines(folder, ShopFormat.Customers, shop.Customers, cancellationToken);
        await Lines(folder, ShopFormat.Products, shop.Products, cancellationToken);
        await Lines(folder, ShopFormat.Orders, shop.Orders, cancellationToken);
        await Lines(folder, ShopFormat.Feedback, shop.Feedback, cancellationToken);
        await Lines(folder, ShopFormat.Browsing, shop.Browsing, cancellationToken);
        if (shop.Policies is { } policies)
            await File.WriteAllTextAsync(Path.Combine(folder, ShopFormat.Policies), policies, Utf8, cancellationToken);
        foreach (var document in shop.Knowledge)
        {
            Directory.CreateDirectory(Path.Combine(folder, ShopFormat.Knowledge));
            await File.WriteAllTextAsync(
                Path.Combine(folder, ShopFormat.Knowledge, DocumentFiles.NameOf(document.Id)), FrontMatter.Write(document), Utf8, cancellationToken);
        }

        return new ShopCounts
        {
            Customers = shop.Customers.Count,
            Products = shop.Products.Count,
            Variants = shop.Products.Sum(product => product.Variants.Count),
            Orders = shop.Orders.Count,
            Feedback = shop.Feedback.Count,
            Browsing = shop.Browsing.Count,
            Knowledge = shop.Knowledge.Count,
            Policies = shop.Policies is null ? 0 : 1,
        };
    }

    // Sorted here, not in SQL: databases differ in what comes first.
    private static async Task<Shop> ReadAll(DbSession session) => new(
        [.. (await CustomerTable.All(session)).OrderBy(customer => customer.Id, StringComparer.Ordinal)],
        [.. (await ProductTable.Where(session, "1 = 1")).OrderBy(product => product.Id, StringComparer.Ordinal)],
        [.. (await OrderTable.Where(session, "1 = 1")).OrderBy(order => order.Id, StringComparer.Ordinal)],
        [.. await ActivityTable.AllFeedback(session)],
        [.. await ActivityTable.AllBrowsing(session)],
        await KnowledgeTable.List(session, null, int.MaxValue),
        await PolicyTable.CurrentJson(session));

    private static async Task Lines<T>(string folder, string file, IReadOnlyCollection<T> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
            return;
        await using var writer = new StreamWriter(Path.Combine(folder, file), append: false, Utf8) { NewLine = "\n" };
        foreach (var record in records)
        {
            // Preferences are kept verbatim and may have line breaks between their members.
            var line = JsonSerializer.Serialize(record, ShopFormat.Json).ReplaceLineEndings(" ");
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    private sealed record Shop(
        IReadOnlyList<Customer> Customers, IReadOnlyList<Product> Products, IReadOnlyList<Order> Orders, IReadOnlyList<ProductFeedback> Feedback,
        IReadOnlyList<BrowsingEvent> Browsing, IReadOnlyList<KnowledgeDocument> Knowledge, string? Policies);
}
