using SupportAgents.Grains.Reasoning;
using SupportAgents.Silo.Understanding.Classification;

namespace SupportAgents.Silo.Understanding;

/// <summary>Puts the understanding of messages into a silo.</summary>
public static class UnderstandingRegistration
{
    /// <summary>One classifier for the process, however many hosts it has: it depends on nothing but the assembly.</summary>
    private static readonly Lazy<IntentClassifier> Classifier = new(IntentClassifier.Train);

    /// <summary>Adds <see cref="IUnderstanding"/>. The classifier is trained in the background while the silo starts.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<IUnderstanding>(_ => new TrainedUnderstanding(Classifier));
        services.AddHostedService<UnderstandingWarmUp>();
        return services;
    }
}
