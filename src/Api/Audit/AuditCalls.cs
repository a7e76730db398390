using System.Diagnostics;
using System.Security.Claims;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Customers;
using SupportAgents.Api.Failures;
using SupportAgents.Audit;
using SupportAgents.Identity;

namespace SupportAgents.Api.Audit;

/// <summary>Records every call of staff and admins, whatever came of it.</summary>
public static class AuditCalls
{
    private const string Tool = "audit.tool";
    private const int LongestPath = 500;

    /// <summary>Adds what records them.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditTrail>().AddHostedService(provider => provider.GetRequiredService<AuditTrail>());

    /// <summary>Names the tool that the call runs.</summary>
    public static void AuditTool(this HttpContext context, string tool) => context.Items[Tool] = tool;

    /// <summary>Records calls once their token is known. One that changes something ends after its entry is stored.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (RoleOf(context.User) is not { } role)
        {
            await next(context);
            return;
        }
        var (services, at) = (context.RequestServices, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        catch (Exception failure)
        {
            status = FailureHandler.Describe(failure).Status ?? status;
            throw;
        }
        finally
        {
            var stored = services.GetRequiredService<AuditTrail>().Record(Describe(context, role, at, status));
            if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
                await stored;
        }
    });

    private static AuditEntry Describe(HttpContext context, Role role, DateTimeOffset at, int status)
    {
        // Who was erased must not come back by the record of it; the erasure has a receipt.
        var erased = status < StatusCodes.Status300MultipleChoices && context.GetEndpoint()?.Metadata.GetMetadata<ErasesCustomer>() is not null;
        var path = (erased ? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText : context.Request.Path.Value) ?? "/";
        var named = erased ? "" : context.Request.Headers[CurrentPrincipal.OnBehalfOfHeader].ToString();
        return new AuditEntry
        {
            Id = $"a_{Guid.CreateVersion7(at):N}",
            At = at,
            Actor = context.User.FindFirstValue(Claims.Subject) ?? "",
            Role = role,
            Method = context.Request.Method,
            Path = path[..Math.Min(LongestPath, path.Length)],
            CustomerId = named.Length is > 0 and <= 200 ? named : null,
            Status = status,
            Address = context.Connection.RemoteIpAddress?.ToString(),
            TraceId = Activity.Current?.TraceId.ToHexString(),
            Tool = context.Items[Tool] as string,
        };
    }

    private static Role? RoleOf(ClaimsPrincipal user) => user.IsInRole("admin") ? Role.Admin : user.IsInRole("staff") ? Role.Staff : null;
}
