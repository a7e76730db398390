using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>Makes the configured models known to the agents, by role.</summary>
public static class ModelServices
{
    /// <summary>Adds an <see cref="IChatClient"/> for each of <see cref="ModelRoles"/>; none where the provider is built in.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section)
            .PostConfigure<IConfiguration>((options, settings) => FillIn(options, settings))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ModelCosts(provider.GetRequiredService<IOptions<ModelOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(), provider.GetService<IMeterFactory>()));
        services.AddSingleton<ModelClientFactory>();
        if (configuration.GetValue(ModelOptions.Section + ":Provider", ModelProvider.BuiltIn) == ModelProvider.BuiltIn)
            return services;
        services.AddHostedService<ModelStartCheck>();
        services.AddKeyedSingleton(ModelRoles.Supervisor, (provider, _) => Create(provider, options => options.Supervisor!));
        services.AddKeyedSingleton(ModelRoles.Specialist, (provider, _) => Create(provider, options => options.Specialist is { Length: > 0 } own ? own : options.Supervisor!));
        return services;
    }

    private static IChatClient Create(IServiceProvider provider, Func<ModelOptions, string> model) =>
        provider.GetRequiredService<ModelClientFactory>().Create(model(provider.GetRequiredService<IOptions<ModelOptions>>().Value));

    /// <summary>The names that AWS's own tools use serve where ours are not set.</summary>
    private static void FillIn(ModelOptions options, IConfiguration settings)
    {
        if (options.Provider != ModelProvider.Bedrock)
            return;
        if (string.IsNullOrWhiteSpace(options.Region))
            options.Region = settings["AWS_REGION"] ?? settings["AWS_DEFAULT_REGION"];
        if (string.IsNullOrWhiteSpace(options.ApiKey) && string.IsNullOrWhiteSpace(options.AccessKey))
            options.ApiKey = settings["AWS_BEARER_TOKEN_BEDROCK"];
    }
}
