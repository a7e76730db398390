using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Agents;
using SupportAgents.Customers;
using SupportAgents.Grains.Hosting;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Reasoning.Models;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Orders.Skills;
using SupportAgents.Grains.Specialists.Personalization.Skills;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Puts the personalization specialist together.</summary>
public static class PersonalizationServices
{
    /// <summary>Adds its tools, skills and words. A change of address is made with the order desk's form and words.</summary>
    public static IServiceCollection AddPersonalization(this IServiceCollection services)
    {
        services.AddSingleton<CustomerRecords>(provider => id => provider.GetRequiredService<IGrainFactory>().GetGrain<ICustomerRecordsGrain>(id));
        services.AddSingleton<IToolset, PersonalizationTools>();
        services.AddSingleton(provider => new CustomerContextReader(provider.GetRequiredService<ICustomerStore>(), provider.GetRequiredService<IOrderStore>(),
            provider.GetRequiredService<IActivityStore>(), provider.GetRequiredService<ICatalogStore>(), provider.GetRequiredService<TimeProvider>(),
            hasModel: provider.GetKeyedService<IChatClient>(ModelRoles.Specialist) is not null));
        return services.AddAgent(AgentNames.Personalization, () => Replies.For<PersonalizationReplies>(typeof(OrdersReplies)),
            typeof(ProfileSkill), typeof(PreferencesSkill), typeof(BrowsingSkill),
            typeof(AccountRequestSkill), typeof(ChangeProfileAddressSkill), typeof(SettleSkill));
    }
}
