using Microsoft.Extensions.Options;
using Scalar.AspNetCore;

namespace SupportAgents.Api.Pages;

/// <summary>Headers that tell browsers what these pages never do.</summary>
public static class SecurityHeaders
{
    private const string Common = "base-uri 'none'; form-action 'none'; object-src 'none'";
    private const string NoFrame = "; frame-ancestors 'none'";
    private const string OwnFiles = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " + Common;

    /// <summary>Adds them to every response; what is personal is not cached.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var customerPage = $"{OwnFiles}; frame-ancestors {app.ApplicationServices.GetRequiredService<IOptions<EmbedOptions>>().Value.FrameAncestors}";
        return app.Use((context, next) => Add(context, context.Request.Path == "/" ? customerPage : OwnFiles + NoFrame, next));
    }

    private static Task Add(HttpContext context, string policy, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.ContentSecurityPolicy = policy;
        if (context.Request.Path.StartsWithSegments("/docs"))
            context.Response.OnStarting(AllowReference, context);
        if (context.Request.Path.StartsWithSegments("/v1") || context.Request.Path.StartsWithSegments("/demo"))
            headers.CacheControl = "no-store";
        return next(context);
    }

    // The API reference is a library's page: it makes a nonce for its inline script while it is written.
    private static Task AllowReference(object state)
    {
        var context = (HttpContext)state;
        var nonce = context.Items[ScalarOptions.NonceHttpContextItemKey];
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; {Common}{NoFrame}";
        return Task.CompletedTask;
    }
}
