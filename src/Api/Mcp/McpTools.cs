using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using SupportAgents.Api.Audit;
using SupportAgents.Api.Auth;
using SupportAgents.Api.Cluster;
using SupportAgents.Api.Limits;
using SupportAgents.Failures;
using SupportAgents.Tools;

namespace SupportAgents.Api.Mcp;

/// <summary>The tools of the token's customer over Model Context Protocol (streamable HTTP, stateless: any replica serves any call).</summary>
public static class McpTools
{
    // Descriptions are the same for every customer.
    private const string AnyToolbox = "describe";

    /// <summary>Adds the MCP server.</summary>
    public static IServiceCollection AddMcpTools(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddMcpServer(options => options.ServerInfo = new Implementation { Name = "support-agents", Version = "1.0" })
            .WithHttpTransport(options => options.Stateless = true)
            .WithListToolsHandler(List)
            .WithCallToolHandler(Call);
        return services;
    }

    /// <summary>Maps <c>/mcp</c>.</summary>
    public static void MapMcpTools(this IEndpointRouteBuilder routes) => routes.MapMcp("/mcp").RequireAuthorization(Policies.Anyone);

    private static async ValueTask<ListToolsResult> List(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken)
    {
        var tools = await request.Services!.GetRequiredService<GrainCalls>().Repeatable<IToolboxGrain, IReadOnlyList<ToolDescription>>(
            AnyToolbox, (grain, token) => grain.Describe(token), cancellationToken);
        return new ListToolsResult { Tools = [.. tools.Select(Describe)] };
    }

    private static async ValueTask<CallToolResult> Call(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var services = request.Services!;
        try
        {
            var caller = new CurrentPrincipal(CurrentPrincipal.From(services.GetRequiredService<IHttpContextAccessor>().HttpContext!));
            services.GetRequiredService<IHttpContextAccessor>().HttpContext!.AuditTool(request.Params?.Name ?? "");
            var arguments = JsonSerializer.SerializeToElement(request.Params?.Arguments ?? new Dictionary<string, JsonElement>());
            TextRules.RequireText(arguments);
            var outcome = await services.GetRequiredService<GrainCalls>().Once<IToolboxGrain, ToolOutcome>(
                caller.CustomerId, (grain, token) => grain.Invoke(caller.Who, request.Params!.Name, arguments.GetRawText(), token), cancellationToken);
            return ToolResults.From(outcome);
        }
        catch (SupportException refused)
        {
            return ToolResults.From(refused);
        }
        catch (Exception lost) when (TransientFailures.Is(lost))
        {
            return ToolResults.Unavailable();
        }
    }

    private static Tool Describe(ToolDescription tool)
    {
        using var schema = JsonDocument.Parse(tool.InputSchema.Json);
        return new Tool
        {
            Name = tool.Name,
            Description = tool.Description,
            InputSchema = schema.RootElement.Clone(),
            Annotations = new ToolAnnotations { ReadOnlyHint = tool.IsReadOnly, OpenWorldHint = false },
        };
    }
}
