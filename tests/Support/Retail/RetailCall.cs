using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportAgents.Support.Retail;

/// <summary>A call of the data set in our names: which tool, with which arguments, for which customer.</summary>
/// <param name="CustomerId">The customer whose token makes the call.</param>
/// <param name="Tool">Our tool's name; the data set's own where there is no such tool here.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record RetailCall(string CustomerId, string Tool, JsonObject Arguments)
{
    private static readonly Dictionary<string, string> s_tools = new()
    {
        ["modify_user_address"] = "update_customer_address",
        ["get_user_details"] = "get_customer_details",
        ["transfer_to_human_agents"] = "transfer_to_human",
        ["list_all_product_types"] = "list_product_types",
    };

    private static readonly Dictionary<string, string> s_arguments = new()
    {
        ["item_ids"] = "variant_ids",
        ["new_item_ids"] = "new_variant_ids",
        ["address1"] = "line1",
        ["address2"] = "line2",
        ["zip"] = "postal_code",
    };

    /// <summary>Translates; the customer is the one named, else the order's owner, else anybody.</summary>
    public static RetailCall From(string tool, JsonElement arguments, RetailShop shop, string? customerId = null)
    {
        var named = arguments.TryGetProperty("user_id", out var user) ? user.GetString() : null;
        var owner = arguments.TryGetProperty("order_id", out var order) && shop.Orders.TryGetValue(order.GetString()!, out var found)
            ? found.CustomerId
            : null;
        var translated = new JsonObject();
        foreach (var argument in arguments.EnumerateObject().Where(argument => argument.Name != "user_id"))
            translated[s_arguments.GetValueOrDefault(argument.Name, argument.Name)] = JsonNode.Parse(argument.Value.GetRawText());
        return new RetailCall(customerId ?? named ?? owner ?? shop.Customers.Keys.First(), s_tools.GetValueOrDefault(tool, tool), translated);
    }
}

/// <summary>What a tool answered, however it was reached.</summary>
/// <param name="RefusalCode">The refusal's code; null when it was not refused.</param>
/// <param name="ProposalId">The proposal that waits for its confirmation.</param>
/// <param name="Data">The record.</param>
public sealed record RetailAnswer(string? RefusalCode, string? ProposalId, JsonElement? Data);

/// <summary>Calls a tool for a customer: in process, over MCP, …</summary>
public delegate Task<RetailAnswer> RetailToolClient(string customerId, string tool, JsonObject arguments);

/// <summary>Runs the data set's calls as a customer who accepts every proposal.</summary>
public static class RetailDriver
{
    /// <summary>Calls, and confirms what was proposed.</summary>
    public static async Task<RetailAnswer> Run(this RetailToolClient client, RetailCall call)
    {
        var answer = await client(call.CustomerId, call.Tool, call.Arguments);
        return answer.ProposalId is { } id
            ? await client(call.CustomerId, "confirm_proposal", new JsonObject { ["proposal_id"] = id })
            : answer;
    }
}
