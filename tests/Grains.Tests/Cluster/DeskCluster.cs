using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Hosting;
using Orleans.TestingHost;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Fakes;
using SupportAgents.Grains.Tools;
using SupportAgents.Knowledge;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Cluster;

/// <summary>A silo with the real grains over stores in memory.</summary>
public class DeskCluster : IAsyncLifetime
{
    private static int s_numbers = 1000;
    private readonly InMemoryConversationStore _conversations = new();
    private InProcessTestCluster? _cluster;

    public InMemoryShop Shop { get; } = new();
    public InMemoryProposalStore Proposals { get; }
    public InMemoryCodeMail Mail { get; } = new();

    /// <summary>Stands still unless a test moves it: proposals are made and expire by it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Tools that are replaced: a test can let them fail or wait.</summary>
    public SwitchedTools Tools { get; } = new();

    /// <summary>Comes before the specialists.</summary>
    public ReasonerHooks Hooks { get; } = new();

    /// <summary>The cluster's grains, for tests of what lies under a conversation.</summary>
    public IGrainFactory Grains => _cluster!.Client;

    /// <summary>The stored conversations.</summary>
    public IConversationStore Conversations => _cluster!.Silos[0].ServiceProvider.GetRequiredService<IConversationStore>();

    /// <summary>The silos' services.</summary>
    public IEnumerable<IServiceProvider> Silos => _cluster!.Silos.Select(silo => silo.ServiceProvider);

    /// <summary>How many silos there are; they share the stores.</summary>
    protected virtual short SiloCount => 1;

    /// <summary>The silos' clock.</summary>
    protected virtual TimeProvider Clock => Time;

    public DeskCluster() => Proposals = new InMemoryProposalStore(Shop);

    public virtual async Task InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(SiloCount);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(ConversationGrain.SnapshotStorage);
            Register(silo.Services);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public virtual async Task DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    /// <summary>A conversation of a customer of the shop.</summary>
    public async Task<DeskChat> Open(Customer customer)
    {
        Shop.Add(customer);
        var desk = new DeskChat(_cluster!.Client, customer.Id);
        await desk.Open();
        return desk;
    }

    /// <summary>A number that no other test has.</summary>
    public static int Number() => Interlocked.Increment(ref s_numbers);

    /// <summary>How messages are understood.</summary>
    protected virtual void AddUnderstanding(IServiceCollection services) => services.AddSingleton<IUnderstanding, KeywordUnderstanding>();

    /// <summary>How specialists reason.</summary>
    protected virtual void AddReasoning(IServiceCollection services) => services.AddSingleton<IReasoner, HookedReasoner>();

    private void Register(IServiceCollection services)
    {
        services.AddSingleton(Shop);
        services.AddSingleton(Clock);
        services.AddSingleton<ICustomerStore, InMemoryCustomerStore>();
        services.AddSingleton<IOrderStore, InMemoryOrderStore>();
        services.AddSingleton<ICatalogStore, InMemoryCatalogStore>();
        services.AddSingleton<IPolicyStore, InMemoryPolicyStore>();
        services.AddSingleton<IActivityStore, InMemoryActivityStore>();
        services.AddSingleton<IProposalStore>(Proposals);
        services.AddSingleton<ICodeMail>(Mail);
        services.AddSingleton<IConversationStore>(_conversations);
        services.AddSingleton<IKnowledgeIndex>(new NoKnowledge());
        services.AddSingleton(Hooks);
        AddReasoning(services);
        services.AddSupportAgents();
        Tools.Wrap(services);
        AddUnderstanding(services);
    }

    private sealed class NoKnowledge : IKnowledgeIndex
    {
        public Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KnowledgeHit>>([]);
    }
}
