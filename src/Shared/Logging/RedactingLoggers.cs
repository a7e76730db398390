using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace SupportAgents.Shared.Logging;

/// <summary>Loggers before whatever provider there is: console, files and collectors all get redacted texts.</summary>
internal sealed class RedactingLoggers(ILoggerFactory inner) : ILoggerFactory
{
    /// <summary>Puts them before the host's own, once, also where silo and gateway share a process.</summary>
    public static void Add(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(LoggerFactory)))
            return;
        services.AddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new RedactingLoggers(provider.GetRequiredService<LoggerFactory>())));
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new RedactingLogger(inner.CreateLogger(categoryName));

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();
}
