using SupportAgents.Grains.Reasoning;

namespace SupportAgents.Silo.Understanding;

/// <summary>Puts the understanding of messages into a silo.</summary>
public static class UnderstandingRegistration
{
    /// <summary>Adds <see cref="IUnderstanding"/>. The classifier is read or trained before the silo joins the cluster.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<ModelCache>();
        services.AddSingleton<IUnderstanding, TrainedUnderstanding>();
        services.AddHostedService<UnderstandingWarmUp>();
        return services;
    }
}
