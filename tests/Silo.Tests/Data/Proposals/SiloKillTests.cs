using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Grains.Tools;
using SupportAgents.Identity;
using SupportAgents.Knowledge;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Tools;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Data.Proposals;

/// <summary>Two silos on one PostgreSQL: many confirm at once, and silos die while they do.</summary>
[Collection(StorageTests.Name)]
public sealed class SiloKillTests(StorageFixture fixture, ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Attempts = 600;
    private static readonly Principal s_ada = Principal.Customer("ada");

    [SkippableFact]
    public async Task Two_hundred_confirmations_from_twenty_connections_over_two_silos_have_one_effect()
    {
        await using var storage = await fixture.Create(Dialect.Postgres);
        await storage.Load(OrderDeskOnStorage.Pending("#1"));
        await using var cluster = await Deploy(storage);
        var desk = new OrderDeskOnStorage(storage);
        var proposal = (await desk.Cancel("#1")).Proposal!.Id;

        // Half of the connections go through the customer's one grain, half past it, to the tools of either silo.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(connection => Task.Run(async () =>
        {
            var got = new List<ToolOutcome>();
            for (var i = 0; i < 10; i++)
                got.Add(connection % 2 == 0 ? await Confirm(cluster, proposal) : await Confirm(cluster.Silos[i % 2].ServiceProvider.GetRequiredService<Toolbox>(), proposal));
            return got;
        })));

        Assert.Single(answers.SelectMany(got => got).Select(answer => (answer.Text, answer.Data?.Json, answer.Refusal?.Code)).Distinct());
        Assert.Null(answers[0][0].Refusal);
        Assert.Equal(1, await desk.LedgerRows());
        Assert.Equal((OrderStatus.Cancelled, 2L), ((await desk.Order("#1")).Status, (await desk.Order("#1")).Version));
    }

    [SkippableFact]
    public async Task A_confirmation_survives_its_silo_and_is_done_once()
    {
        await using var storage = await fixture.Create(Dialect.Postgres);
        var ids = Enumerable.Range(1, Kills).Select(i => $"#{i}").ToArray();
        await storage.Load([.. ids.Select(OrderDeskOnStorage.Pending)]);
        await using var cluster = await Deploy(storage);
        var desk = new OrderDeskOnStorage(storage);
        var random = new Random(11);
        var askedAgain = 0;
        foreach (var id in ids)
        {
            var proposal = (await desk.Cancel(id)).Proposal!.Id;
            var confirming = Confirm(cluster, proposal);
            // The moment is the point of the test: it is drawn, not waited for.
            Spin(random.Next(0, 12_000));
            await cluster.KillSiloAsync(cluster.Silos[random.Next(cluster.Silos.Count)]);
            ToolOutcome? answer = null;
            for (var attempt = 0; answer is null && attempt < Attempts; attempt++)
            {
                try
                {
                    answer = await (attempt == 0 ? confirming : Confirm(cluster, proposal));
                }
                catch (Exception e) when (e is TimeoutException or OrleansException)
                {
                    askedAgain++;
                    // A client's pause: while the cluster finds out who died, it rejects calls at once.
                    await Task.Delay(TimeSpan.FromMilliseconds(100));
                }
            }
            Assert.NotNull(answer);
            Assert.Null(answer.Refusal);
            await cluster.StartAdditionalSiloAsync();
        }
        var wrong = 0;
        foreach (var id in ids)
            wrong += (await desk.Order(id)) is { Status: OrderStatus.Cancelled, Version: 2, Payments.Count: 2 } ? 0 : 1;
        var rows = await desk.LedgerRows();
        output.WriteLine($"{Kills} silos killed during a confirmation, {askedAgain} times asked again; {rows} ledger rows, {wrong} orders wrong");
        Assert.Equal((Kills, 0), (rows, wrong));
        Assert.Equal(new Money(2_550 + Kills * 15_799L), await desk.GiftCard());
    }

    private static Task<ToolOutcome> Confirm(InProcessTestCluster cluster, string proposalId) =>
        cluster.Client.GetGrain<IToolboxGrain>("ada").Invoke(s_ada, OrderToolNames.ConfirmProposal, $$"""{"proposal_id":"{{proposalId}}"}""");

    private static async Task<ToolOutcome> Confirm(Toolbox tools, string proposalId) =>
        (await tools.Invoke(new ToolContext(s_ada, null), OrderToolNames.ConfirmProposal, new { proposal_id = proposalId }, CancellationToken.None)).ToOutcome();

    private static void Spin(int microseconds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start).TotalMicroseconds < microseconds)
            Thread.SpinWait(50);
    }

    private static async Task<InProcessTestCluster> Deploy(StorageUnderTest storage)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(ConversationGrain.SnapshotStorage);
            silo.Configure<ClusterMembershipOptions>(options =>
                (options.ProbeTimeout, options.NumMissedProbesLimit, options.NumVotesForDeathDeclaration) = (TimeSpan.FromMilliseconds(500), 2, 1));
            silo.Services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(storage.Settings).Build(), migrate: false);
            silo.Services.AddSingleton<IKnowledgeIndex>(new NoKnowledge());
            silo.Services.AddSingleton<IUnderstanding, KeywordUnderstanding>();
            silo.Services.AddSupportAgents();
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(2)));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private sealed class NoKnowledge : IKnowledgeIndex
    {
        public KnowledgeProgress Progress => KnowledgeProgress.None;

        public Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KnowledgeHit>>([]);
    }
}
