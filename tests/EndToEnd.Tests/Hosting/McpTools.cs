using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>The tools over MCP, with the official client, a connection for each customer.</summary>
public sealed class McpTools(InProcessHost host) : IAsyncDisposable
{
    private readonly Dictionary<string, McpClient> _clients = [];

    /// <summary>Calls a tool as a customer.</summary>
    public async Task<CallToolResult> Call(string customerId, string tool, JsonObject arguments)
    {
        if (!_clients.TryGetValue(customerId, out var client))
            _clients[customerId] = client = await Connect(customerId);
        return await client.CallToolAsync(tool, arguments.ToDictionary(member => member.Key, member => (object?)member.Value));
    }

    /// <summary>The same for the data set's driver.</summary>
    public async Task<RetailAnswer> Run(string customerId, string tool, JsonObject arguments)
    {
        var result = await Call(customerId, tool, arguments);
        JsonElement? data = result.StructuredContent is { } content ? JsonSerializer.SerializeToElement(content) : null;
        if (result.IsError == true)
            return new RetailAnswer(data?.GetProperty("code").GetString() ?? "error", null, null);
        return data is { } found && found.TryGetProperty("proposal", out var proposal)
            ? new RetailAnswer(null, proposal.GetProperty("id").GetString(), data)
            : new RetailAnswer(null, null, data);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            await client.DisposeAsync();
    }

    private Task<McpClient> Connect(string customerId) =>
        McpClient.CreateAsync(new HttpClientTransport(
            new HttpClientTransportOptions { Endpoint = new Uri(host.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, host.As(customerId), ownsHttpClient: true));
}
