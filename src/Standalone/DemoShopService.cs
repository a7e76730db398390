using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Import;

namespace SupportAgents.Standalone;

/// <summary>Loads the demo shop into an empty database at the start, after the schema and before the silo.</summary>
internal sealed partial class DemoShopService(Database database, ShopImporter importer, TimeProvider time, ILogger<DemoShopService> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!await IsEmpty(cancellationToken))
            return;
        var folder = Directory.CreateTempSubdirectory("support-demo-").FullName;
        try
        {
            await DemoShop.CopyTo(folder, time.GetUtcNow(), cancellationToken);
            var result = await importer.Import(folder, cancellationToken);
            if (!result.Succeeded)
                throw new InvalidOperationException($"the demo shop could not be loaded: {string.Join("; ", result.Errors)}");
            Loaded(result.Counts.Customers, result.Counts.Products, result.Counts.Orders, result.Counts.Knowledge);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<bool> IsEmpty(CancellationToken cancellationToken) => database.Read(async session =>
        await session.First<long>("SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM products) + (SELECT count(*) FROM orders)") == 0, cancellationToken);

    [LoggerMessage(LogLevel.Information, "Demo shop loaded: {Customers} customers, {Products} products, {Orders} orders, {Documents} documents")]
    private partial void Loaded(int customers, int products, int orders, int documents);
}
