using SupportAgents.Api.Audit;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Conversations;
using SupportAgents.Api.Customers;
using SupportAgents.Api.Demo;
using SupportAgents.Api.Desk;
using SupportAgents.Api.Documents;
using SupportAgents.Api.Failures;
using SupportAgents.Api.Health;
using SupportAgents.Api.Json;
using SupportAgents.Api.Knowledge;
using SupportAgents.Api.Limits;
using SupportAgents.Api.Mcp;
using SupportAgents.Api.OpenAi;
using SupportAgents.Api.Pages;
using SupportAgents.Api.SignIn;
using SupportAgents.Api.Telemetry;
using SupportAgents.Api.Understanding;
using SupportAgents.Shared.Telemetry;

namespace SupportAgents.Api;

/// <summary>The HTTP gateway as a part of a host. The host provides <see cref="IGrainFactory"/>: a cluster client, or its own silo.</summary>
public static class SupportApi
{
    /// <summary>Adds everything that the gateway needs except the connection to the cluster.</summary>
    public static WebApplicationBuilder AddSupportApi(this WebApplicationBuilder builder)
    {
        builder.AddTelemetry("support-gateway");
        builder.AddServerLimits();
        builder.Services.AddGatewayJson();
        builder.Services.AddProblems();
        builder.Services.AddTokenAuthentication();
        builder.Services.AddAudit();
        builder.Services.AddLimits();
        builder.Services.AddConfiguredCors();
        builder.Services.AddGrainCalls();
        builder.Services.AddScoped<Turns>();
        builder.Services.AddScoped<ChatConversations>();
        builder.Services.AddMcpTools();
        builder.Services.AddPages();
        builder.AddAdminDashboard();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddHealthChecks().AddCheck<ClusterHealthCheck>("cluster");
        return builder;
    }

    /// <summary>Adds the middleware and every route of the gateway.</summary>
    public static WebApplication MapSupportApi(this WebApplication app)
    {
        app.UsePrivateRoutes();
        app.UseTraceHeader();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseAdminDashboardHeaders();
        app.UsePages();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseAudit();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseBodyLimit();
        app.UseKnownCharset();

        app.MapSignIn();
        app.MapConversations();
        app.MapMessages();
        app.MapMe();
        app.MapUnderstand();
        app.MapKnowledge();
        app.MapCitedSections();
        app.MapDesk();
        app.MapAudit();
        app.MapChatCompletions();
        app.MapMcpTools();
        app.MapDemo();
        app.MapHealth();
        app.MapAdminDashboard();
        app.MapPrometheusScrapingEndpoint(PrivateRoutes.Metrics).AllowAnonymous().DisableRateLimiting();
        app.MapDocuments();
        return app;
    }
}
