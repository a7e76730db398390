using Microsoft.Extensions.Options;

namespace SupportAgents.Silo.Webhooks;

/// <summary>Registration of what the shop's own systems are told of.</summary>
public static class WebhookServices
{
    /// <summary>Adds what the stores write with an effect.</summary>
    public static IServiceCollection AddWebhookEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, EndpointsAreSound>();
        return services.AddSingleton<WebhookEvents>();
    }

    /// <summary>Adds the sender of what was written.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookSender.Client)
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptions<WebhookOptions>>().Value.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddHostedService<WebhookSender>();
        return services;
    }

    private sealed class EndpointsAreSound : IValidateOptions<WebhookOptions>
    {
        public ValidateOptionsResult Validate(string? name, WebhookOptions options) =>
            options.Fault is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
