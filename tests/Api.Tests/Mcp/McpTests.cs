using System.Net;
using System.Net.Http.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Mcp;

public sealed class McpTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Tools_are_listed_with_their_schemas()
    {
        await using var client = await Connect(Customer);

        var tools = await client.ListToolsAsync();

        Assert.Equal(["list_orders", "return_delivered_order_items"], tools.Select(tool => tool.Name));
        Assert.True(tools[0].ProtocolTool.Annotations?.ReadOnlyHint);
        Assert.Equal("order_id", tools[1].JsonSchema.GetProperty("required")[0].GetString());
    }

    [Fact]
    public async Task Data_is_the_structured_content_of_the_tokens_customer()
    {
        await using var client = await Connect(Customer);

        var result = await client.CallToolAsync("list_orders", new Dictionary<string, object?> { ["limit"] = 3 });

        Assert.NotEqual(true, result.IsError);
        Assert.Equal(CustomerId, result.StructuredContent!.Value.GetProperty("customer").GetString());
        Assert.Equal(3, result.StructuredContent!.Value.GetProperty("arguments").GetProperty("limit").GetInt32());
        Assert.Equal("One order.", ((TextContentBlock)result.Content[0]).Text);
    }

    [Fact]
    public async Task Staff_call_for_the_customer_they_name()
    {
        await using var client = await Connect(As(Tokens.Staff(), onBehalfOf: CustomerId));

        var result = await client.CallToolAsync("list_orders");

        Assert.Equal(CustomerId, result.StructuredContent!.Value.GetProperty("customer").GetString());
    }

    [Fact]
    public async Task Write_answers_with_a_proposal()
    {
        await using var client = await Connect(Customer);

        var result = await client.CallToolAsync("return_delivered_order_items", new Dictionary<string, object?> { ["order_id"] = "#W1" });

        Assert.NotEqual(true, result.IsError);
        Assert.Equal("p_1", result.StructuredContent!.Value.GetProperty("proposal").GetProperty("id").GetString());
        Assert.Equal(-54m, result.StructuredContent!.Value.GetProperty("proposal").GetProperty("amount").GetDecimal());
    }

    [Fact]
    public async Task Refusal_is_an_error_with_code_rule_facts_and_nearest()
    {
        await using var client = await Connect(Customer);

        var result = await client.CallToolAsync("get_order_details");

        Assert.True(result.IsError);
        var refusal = result.StructuredContent!.Value;
        Assert.Equal("order_not_found", refusal.GetProperty("code").GetString());
        Assert.Equal("The order must be yours.", refusal.GetProperty("rule").GetString());
        Assert.Equal("#W2", refusal.GetProperty("facts").GetProperty("order_id").GetString());
        Assert.Equal("List your orders.", refusal.GetProperty("nearest").GetString());
    }

    [Fact]
    public async Task Staff_who_name_nobody_and_a_lost_cluster_are_errors_in_words()
    {
        await using var staff = await Connect(Staff);
        await using var customer = await Connect(Customer);

        var nobody = await staff.CallToolAsync("list_orders");
        var lost = await customer.CallToolAsync("times_out");

        Assert.Equal("invalid", nobody.StructuredContent!.Value.GetProperty("code").GetString());
        Assert.Equal("unavailable", lost.StructuredContent!.Value.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Stranger_is_401() => await Problem(await Anonymous.PostAsJsonAsync("/mcp", new { }), HttpStatusCode.Unauthorized);

    private static Task<McpClient> Connect(HttpClient http) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(http.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, http));
}
