using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Grains.Hosting;

/// <summary>Registers agents.</summary>
public static class AgentServices
{
    /// <summary>
    /// Makes an agent of skills and words. <typeparamref name="TReplies"/> names the words: the YAML file beside it.
    /// Skills are created once per silo and hold no state.
    /// </summary>
    public static IServiceCollection AddAgent<TReplies>(this IServiceCollection services, string name, params Type[] skills) =>
        services.AddAgent(name, () => Replies.For<TReplies>(), skills);

    /// <summary>As above, with words that are put together from several files.</summary>
    public static IServiceCollection AddAgent(this IServiceCollection services, string name, Func<Replies> replies, params Type[] skills) =>
        services.AddKeyedSingleton(name, (provider, _) => new AgentDefinition(
            name, [.. skills.Select(type => (ISkill)ActivatorUtilities.CreateInstance(provider, type))], replies()));
}
