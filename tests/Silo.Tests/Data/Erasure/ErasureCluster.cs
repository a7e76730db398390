using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Identity;
using SupportAgents.Knowledge;
using SupportAgents.Silo.Clustering;
using SupportAgents.SignIn;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Erasure;

/// <summary>A silo on a database, with snapshots where a real silo keeps them.</summary>
internal sealed class ErasureCluster : IAsyncDisposable
{
    private InProcessTestCluster _cluster = null!;

    /// <summary>Comes before the specialists.</summary>
    public ReasonerHooks Hooks { get; } = new();

    public IGrainFactory Grains => _cluster.Client;

    public static async Task<ErasureCluster> Deploy(StorageUnderTest storage)
    {
        var cluster = new ErasureCluster();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            if (storage.Settings["ConnectionStrings:Support"] is not null)
                SnapshotStorage.Add(silo);
            else
                silo.AddMemoryGrainStorage(ConversationGrain.SnapshotStorage);
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.Services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(storage.Settings).Build(), migrate: false);
            silo.Services.AddSingleton<IKnowledgeIndex>(new NoKnowledge());
            silo.Services.AddSingleton<IUnderstanding, KeywordUnderstanding>();
            silo.Services.AddSingleton<ICodeMail>(new NoMail());
            silo.Services.AddSingleton(cluster.Hooks);
            silo.Services.AddSingleton<IReasoner, HookedReasoner>();
            silo.Services.AddSupportAgents();
            silo.Services.Configure<ConversationOptions>(options => options.SnapshotEvery = 1);
        });
        cluster._cluster = builder.Build();
        await cluster._cluster.DeployAsync();
        return cluster;
    }

    public ICustomerDataGrain Data(string customerId) => Grains.GetGrain<ICustomerDataGrain>(customerId);

    /// <summary>A conversation with a rating, a note of staff and a hand-off in it.</summary>
    public async Task<DeskChat> Talk(string customerId, string mark)
    {
        var (who, chat) = (Principal.Customer(customerId), new DeskChat(Grains, customerId));
        await chat.Open();
        await chat.Say($"Hello, {mark} said this. Please list my orders.");
        var care = Grains.GetGrain<IConversationCareGrain>(chat.Id);
        await care.Rate(who, 4, $"{mark} rated this");
        await care.HandOff(who, $"{mark} wants a person");
        await care.Record(Principal.Staff("kim"), new NoteAdded { Name = "kim", Text = $"{mark} was noted" });
        return chat;
    }

    /// <summary>Has a code sent, as somebody who signs in does.</summary>
    public Task SignIn(string email) => Grains.GetGrain<ISignInGrain>(ISignInGrain.KeyOf(email)).SendCode(email);

    /// <summary>Ends every activation; each may write its snapshot.</summary>
    public async Task DeactivateAll()
    {
        var management = Grains.GetGrain<IManagementGrain>(0);
        await management.ForceActivationCollection(TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private sealed class NoMail : ICodeMail
    {
        public bool IsConfigured => true;

        public void Send(string email, string firstName, string code, TimeSpan lifetime)
        {
        }
    }

    private sealed class NoKnowledge : IKnowledgeIndex
    {
        public Task<IReadOnlyList<KnowledgeHit>> Search(KnowledgeQuery query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KnowledgeHit>>([]);

        public KnowledgeProgress Progress => KnowledgeProgress.None;
    }
}
