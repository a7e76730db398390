using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Export;
using SupportAgents.Silo.Data.Import;
using SupportAgents.Silo.Verbs;
using SupportAgents.Support;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>The program over the retail data set; without the data its tests are skipped.</summary>
public class RetailHost : InProcessHost
{
    public RetailHost() : this([])
    {
    }

    /// <summary>The same with more settings.</summary>
    protected RetailHost(string[] settings) : base(["--demo", "false", "--Support:Limits:CustomerBurst", "100000", .. settings])
    {
    }

    private string? _folder;
    private RetailShop? _start;

    /// <summary>The data set as it was loaded; skips the test when it is not there.</summary>
    public RetailShop Start
    {
        get
        {
            SharedData.Require("retail");
            return _start!;
        }
    }

    /// <summary>The folder of the data set.</summary>
    public string Folder => SharedData.Require("retail");

    public override async Task InitializeAsync()
    {
        if (SharedData.Find("retail", "import") is not { } import)
            return;
        _folder = import;
        _start = RetailShop.Read(_folder);
        Assert.Equal(0, await SupportVerbs.TryRun(["import", _folder, "--data", Data]));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        if (_start is not null)
            await base.DisposeAsync();
    }

    /// <summary>Everything as the database has it, by way of an export.</summary>
    public async Task<RetailShop> Export()
    {
        var folder = Directory.CreateTempSubdirectory("support-export-").FullName;
        await new ShopExporter(Services.GetRequiredService<Database>()).Export(folder, CancellationToken.None);
        var shop = RetailShop.Read(folder);
        Directory.Delete(folder, recursive: true);
        return shop;
    }

    /// <summary>Puts records back as they were at the start.</summary>
    public async Task Restore(IEnumerable<Customer> customers, IEnumerable<Order> orders)
    {
        var (people, things) = (customers.ToList(), orders.ToList());
        if (people.Count + things.Count == 0)
            return;
        var folder = Directory.CreateTempSubdirectory("support-restore-").FullName;
        await WriteLines(Path.Combine(folder, "customers.jsonl"), people);
        await WriteLines(Path.Combine(folder, "orders.jsonl"), things);
        var result = await Services.GetRequiredService<ShopImporter>().Import(folder, CancellationToken.None);
        Assert.Empty(result.Errors);
        Directory.Delete(folder, recursive: true);
    }

    private static Task WriteLines<T>(string file, IEnumerable<T> records) =>
        File.WriteAllLinesAsync(file, records.Select(record => System.Text.Json.JsonSerializer.Serialize(record, RetailShop.Json)));
}

/// <summary>Tests that share one <see cref="RetailHost"/>; one runs after the other, since they change its records.</summary>
[CollectionDefinition(Name)]
public sealed class RetailHostCollection : ICollectionFixture<RetailHost>
{
    public const string Name = "retail host";
}
