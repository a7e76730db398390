using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using SupportAgents.Support;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data;

/// <summary>Makes databases of both kinds; each test asks for its own.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();
    private readonly List<string> _folders = [];

    public Task InitializeAsync() => _postgres.InitializeAsync();

    /// <summary>Settings of a new database; skips the test when that kind is not to be had.</summary>
    public async Task<Dictionary<string, string?>> Settings(Dialect dialect)
    {
        var folder = Directory.CreateTempSubdirectory("support-data-").FullName;
        lock (_folders)
            _folders.Add(folder);
        return new()
        {
            ["Support:Storage:DataFolder"] = folder,
            ["ConnectionStrings:Support"] = dialect == Dialect.Postgres ? await _postgres.CreateDatabase() : null,
        };
    }

    /// <summary>A new database with its schema.</summary>
    public async Task<StorageUnderTest> Create(Dialect dialect)
    {
        var storage = new StorageUnderTest(await Settings(dialect));
        await storage.Get<Migrator>().Migrate(default);
        return storage;
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        foreach (var folder in _folders)
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The stores on one database.</summary>
public sealed class StorageUnderTest(Dictionary<string, string?> settings) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), migrate: false)
        .BuildServiceProvider();

    /// <summary>The settings that lead to this database.</summary>
    public Dictionary<string, string?> Settings => settings;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>One PostgreSQL server serves all storage tests.</summary>
[CollectionDefinition(Name)]
public sealed class StorageTests : ICollectionFixture<StorageFixture>
{
    public const string Name = "storage";
}
