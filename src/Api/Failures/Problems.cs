namespace SupportAgents.Api.Failures;

/// <summary>Registration of error answers.</summary>
public static class Problems
{
    /// <summary>Every error is problem details, or the OpenAI shape on its routes; requests that cannot be bound throw, so that their reason is told.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<FailureHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }
}
