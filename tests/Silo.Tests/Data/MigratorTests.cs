using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data;

[Collection(StorageTests.Name)]
public sealed class MigratorTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Migrate_by_six_silos_at_once_applies_each_script_once(Dialect dialect)
    {
        var settings = await fixture.Settings(dialect);
        var silos = Enumerable.Range(0, 6).Select(_ => new StorageUnderTest(settings)).ToArray();

        await Task.WhenAll(silos.Select(silo => Task.Run(() => silo.Get<Migrator>().Migrate(default))));

        var names = await silos[0].Get<Database>().Read(session => session.List<string>("SELECT scriptname FROM schema_versions"), default);
        Assert.NotEmpty(names);
        Assert.Distinct(names);
        Assert.Empty(await silos[5].Get<IOrderStore>().List("ada", default));
        foreach (var silo in silos)
            await silo.DisposeAsync();
    }
}
