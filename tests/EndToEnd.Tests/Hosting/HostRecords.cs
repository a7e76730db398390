using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Export;
using SupportAgents.Silo.Data.Import;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>A host's records by way of the import format.</summary>
public static class HostRecords
{
    /// <summary>Everything as the database has it.</summary>
    public static async Task<RetailShop> Export(this InProcessHost host)
    {
        var folder = Directory.CreateTempSubdirectory("support-export-").FullName;
        await new ShopExporter(host.Services.GetRequiredService<Database>()).Export(folder, CancellationToken.None);
        var shop = RetailShop.Read(folder);
        Directory.Delete(folder, recursive: true);
        return shop;
    }

    /// <summary>Puts records back as they were at the start.</summary>
    public static async Task Restore(this InProcessHost host, IEnumerable<Customer> customers, IEnumerable<Order> orders)
    {
        var (people, things) = (customers.ToList(), orders.ToList());
        if (people.Count + things.Count == 0)
            return;
        var folder = Directory.CreateTempSubdirectory("support-restore-").FullName;
        await WriteLines(Path.Combine(folder, "customers.jsonl"), people);
        await WriteLines(Path.Combine(folder, "orders.jsonl"), things);
        var result = await host.Services.GetRequiredService<ShopImporter>().Import(folder, CancellationToken.None);
        Assert.Empty(result.Errors);
        Directory.Delete(folder, recursive: true);
    }

    private static Task WriteLines<T>(string file, IEnumerable<T> records) =>
        File.WriteAllLinesAsync(file, records.Select(record => JsonSerializer.Serialize(record, RetailShop.Json)));
}
