using Microsoft.Extensions.Options;
using SupportAgents.Grains.Reasoning.Models;

namespace SupportAgents.Silo.ModelProviders;

/// <summary>
/// Says at the start which models will answer, and as an error if their calls cannot be signed. The silo starts all the
/// same: a role's credentials may come late, and until then the built-in reasoner answers.
/// </summary>
public sealed partial class ModelStartCheck(ModelClientFactory models, IOptions<ModelOptions> options, ILogger<ModelStartCheck> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (supervisor, specialist, fallback) = (options.Value.Supervisor!, options.Value.Specialist, options.Value.Fallback);
        Uses(options.Value.Provider, supervisor, string.IsNullOrEmpty(specialist) ? supervisor : specialist, string.IsNullOrEmpty(fallback) ? "none" : fallback);
        try
        {
            await models.Check(stoppingToken);
        }
        catch (ModelException e)
        {
            NotUsable(e, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Models of {Provider}: supervisor {Supervisor}, specialists {Specialist}, fallback {Fallback}")]
    private partial void Uses(ModelProvider provider, string supervisor, string specialist, string fallback);

    [LoggerMessage(LogLevel.Error, "The models cannot be used; the built-in reasoner answers until they can: {Reason}")]
    private partial void NotUsable(Exception exception, string reason);
}
