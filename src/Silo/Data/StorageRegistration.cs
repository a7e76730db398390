using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data.Audit;
using SupportAgents.Silo.Data.Conversations;
using SupportAgents.Silo.Data.Desk;
using SupportAgents.Silo.Data.Erasure;
using SupportAgents.Silo.Data.Export;
using SupportAgents.Silo.Data.Import;
using SupportAgents.Silo.Data.Knowledge;
using SupportAgents.Silo.Data.MyRecords;
using SupportAgents.Silo.Data.Proposals;
using SupportAgents.Silo.Data.Shop;
using SupportAgents.Silo.Data.Trouble;
using SupportAgents.Silo.Data.Webhooks;
using SupportAgents.Silo.Webhooks;

namespace SupportAgents.Silo.Data;

/// <summary>Registers the database and the stores on it.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds <see cref="Database"/>, <see cref="Migrator"/> and every store. With <paramref name="migrate"/> the schema is
    /// brought up to date when the host starts, before anything else that is registered later starts.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, bool migrate = true)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Configure(options =>
            {
                if (configuration.GetConnectionString(StorageOptions.ConnectionStringName) is { Length: > 0 } connectionString)
                    options.ConnectionString = connectionString;
                options.DataFolder = StorageOptions.FolderIn(configuration);
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Migrator>();
        services.AddSingleton<Database>();
        services.AddSingleton<ICustomerStore, CustomerStore>();
        services.AddSingleton<IOrderStore, OrderStore>();
        services.AddSingleton<ICatalogStore, CatalogStore>();
        services.AddSingleton<IActivityStore, ActivityStore>();
        services.AddSingleton<IPolicyStore, PolicyStore>();
        services.AddSingleton<IPurchaseFeed, PurchaseFeed>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IDeskStore, DeskStore>();
        services.AddSingleton<IKnowledgeStore, KnowledgeStore>();
        services.AddSingleton<IProposalStore, ProposalStore>();
        services.AddSingleton<IKnownIssueStore, KnownIssueStore>();
        services.AddSingleton<ITriedStepStore, TriedStepStore>();
        services.AddSingleton<IPersonalDataStore, PersonalDataStore>();
        services.AddSingleton<IAuditStore, AuditStore>();
        services.AddWebhookEvents(configuration);
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<IWebhookStore>(provider => provider.GetRequiredService<WebhookStore>());
        services.AddSingleton<IMyRecordsQuery, MyRecordsQuery>();
        services.AddSingleton<ShopImporter>();
        services.AddSingleton<ShopExporter>();
        if (migrate)
            services.AddHostedService<MigrationService>();
        return services;
    }
}
