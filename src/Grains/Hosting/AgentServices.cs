using Microsoft.Extensions.DependencyInjection;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Reasoning.Models;

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
            name, [.. skills.Select(type => (ISkill)ActivatorUtilities.CreateInstance(provider, type))], replies())
        {
            Brief = provider.GetKeyedService<AgentBrief>(name),
        });

    /// <summary>What the agent tells a model; <typeparamref name="TPrompt"/> names the prompt: the file beside it.</summary>
    public static IServiceCollection AddBrief<TPrompt>(this IServiceCollection services, string name, IReadOnlyList<string> tools, IReadOnlyDictionary<string, string>? proposing = null) =>
        services.AddKeyedSingleton(name, new AgentBrief(Prompts.For(typeof(TPrompt), typeof(TPrompt).Name), tools, proposing ?? new Dictionary<string, string>()));
}
