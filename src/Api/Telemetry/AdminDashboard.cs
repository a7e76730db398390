using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Orleans.Dashboard;
using SupportAgents.Api.Auth;
using SupportAgents.Shared.Telemetry;

namespace SupportAgents.Api.Telemetry;

/// <summary>
/// Orleans' dashboard of silos and grains under <c>/dashboard</c>, for admins, where <c>Support:Telemetry:Dashboard</c> is
/// true. A browser asks for a name, which may be anything, and a password, which is an admin's token: the page is a
/// library's and knows no other way to send one.
/// </summary>
public static class AdminDashboard
{
    private const string Path = "/dashboard";
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Adds the sign-in.</summary>
    public static WebApplicationBuilder AddAdminDashboard(this WebApplicationBuilder builder)
    {
        if (TelemetryOptions.HasDashboard(builder.Configuration))
            builder.Services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, PasswordIsToken>();
        return builder;
    }

    /// <summary>Maps it.</summary>
    public static void MapAdminDashboard(this WebApplication app)
    {
        if (!TelemetryOptions.HasDashboard(app.Configuration))
            return;
        var routes = app.MapGroup(Path).RequireAuthorization(Policies.Admin).DisableRateLimiting();
        routes.MapOrleansDashboard();
    }

    /// <summary>Lets the library's page use its own scripts and styles. Comes after the headers of our own pages.</summary>
    public static IApplicationBuilder UseAdminDashboardHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Path))
            context.Response.Headers.ContentSecurityPolicy = Policy;
        return next(context);
    });

    private sealed class PasswordIsToken : IPostConfigureOptions<JwtBearerOptions>
    {
        public void PostConfigure(string? name, JwtBearerOptions options)
        {
            options.Events ??= new JwtBearerEvents();
            options.Events.OnMessageReceived = context =>
            {
                if (context.Request.Path.StartsWithSegments(Path))
                    context.Token = Password(context.Request);
                return Task.CompletedTask;
            };
            options.Events.OnChallenge = context =>
            {
                if (!context.Request.Path.StartsWithSegments(Path))
                    return Task.CompletedTask;
                context.HandleResponse();
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"an admin's token as the password\", charset=\"UTF-8\"";
                return Task.CompletedTask;
            };
        }

        /// <summary>The password of basic credentials; null, so that a bearer token counts, where there are none.</summary>
        private static string? Password(HttpRequest request)
        {
            var bytes = new byte[8_192];
            return AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
                && string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
                && Convert.TryFromBase64String(header.Parameter ?? "", bytes, out var count)
                ? Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2)[^1]
                : null;
        }
    }
}
