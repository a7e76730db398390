using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Schema;

/// <summary>Orleans' own ADO.NET providers on our tables.</summary>
[Collection(StorageTests.Name)]
public sealed class OrleansTablesTests(StorageFixture fixture)
{
    private static readonly GrainId Id = GrainId.Create("tested", "key");

    [SkippableFact]
    public async Task Silos_find_each_other_and_a_stopped_one_is_marked()
    {
        await using var storage = await fixture.Create(Dialect.Postgres);
        using var first = await Start(storage);
        using (var second = await Start(storage))
        {
            Assert.Equal(2, (await Management(first).GetHosts(onlyActive: true)).Count);
            var gateways = await second.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(default);
            Assert.Equal(2, gateways.Members.Count);
            await second.StopAsync();
        }

        Assert.Single(await Management(first).GetHosts(onlyActive: true));
        await first.Services.GetRequiredService<IMembershipTable>().CleanupDefunctSiloEntriesAsync(DateTimeOffset.MaxValue.AddDays(-1), default);
        Assert.Single((await first.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(default)).Members);
        await first.StopAsync();
    }

    [SkippableFact]
    public async Task States_are_kept_and_a_stale_writer_is_refused()
    {
        await using var storage = await fixture.Create(Dialect.Postgres);
        using var silo = await Start(storage);
        var states = silo.Services.GetRequiredKeyedService<IGrainStorage>("states");
        var mine = new GrainState<Note> { State = new Note { Text = "one" } };
        var theirs = new GrainState<Note>();
        await states.ReadStateAsync("s", Id, theirs);
        Assert.False(theirs.RecordExists);

        await states.WriteStateAsync("s", Id, mine);
        theirs.State = new Note { Text = "lost" };
        await Assert.ThrowsAsync<InconsistentStateException>(() => states.WriteStateAsync("s", Id, theirs));
        await states.ReadStateAsync("s", Id, theirs);
        Assert.Equal(("one", mine.ETag), (theirs.State.Text, theirs.ETag));
        mine.State = new Note { Text = "two" };
        await states.WriteStateAsync("s", Id, mine);
        await Assert.ThrowsAsync<InconsistentStateException>(() => states.WriteStateAsync("s", Id, theirs));
        await Assert.ThrowsAsync<InconsistentStateException>(() => states.ClearStateAsync("s", Id, theirs));

        await states.ClearStateAsync("s", Id, mine);
        await states.ReadStateAsync("s", Id, theirs);
        Assert.False(theirs.RecordExists);
        theirs.State = new Note { Text = "three" };
        await states.WriteStateAsync("s", Id, theirs);
        await silo.StopAsync();
    }

    [SkippableFact]
    public async Task Reminders_are_kept_with_their_versions()
    {
        await using var storage = await fixture.Create(Dialect.Postgres);
        using var silo = await Start(storage);
        var table = silo.Services.GetRequiredService<IReminderTable>();
        var entry = new ReminderEntry { GrainId = Id, ReminderName = "r", StartAt = Samples.Noon.UtcDateTime, Period = TimeSpan.FromMinutes(1) };

        var etag = await table.UpsertRow(entry);
        var later = await table.UpsertRow(entry);

        Assert.NotEqual(etag, later);
        var read = (await table.ReadRow(Id, "r"))!;
        Assert.Equal((entry.StartAt, entry.Period, later), (read.StartAt, read.Period, read.ETag));
        Assert.Single((await table.ReadRows(Id)).Reminders);
        Assert.Single((await table.ReadRows(0, 0)).Reminders);
        Assert.False(await table.RemoveRow(Id, "r", etag!));
        Assert.True(await table.RemoveRow(Id, "r", later!));
        await silo.StopAsync();
    }

    private static IManagementGrain Management(IHost silo) => silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);

    private static async Task<IHost> Start(StorageUnderTest storage)
    {
        var connectionString = storage.Settings["ConnectionStrings:Support"];
        var host = Host.CreateApplicationBuilder();
        host.Logging.ClearProviders();
        host.UseOrleans(silo => silo
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("test", "test"))
            .ConfigureEndpoints(IPAddress.Loopback, FreePort(), FreePort())
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .AddAdoNetGrainStorage("states", options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .UseSystemTextJsonGrainStorageSerializer()
            .UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString)));
        var built = host.Build();
        await built.StartAsync();
        return built;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A state to keep.</summary>
    [GenerateSerializer, Alias("note")]
    public sealed class Note
    {
        [Id(0)] public string Text { get; set; } = "";
    }
}
