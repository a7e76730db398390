using System.Globalization;
using System.Text.Json.Nodes;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Models;

/// <summary>A turn of a task: what the customer says, the reads that come first, and the one write.</summary>
/// <param name="Text">The customer's words.</param>
/// <param name="Calls">The model's calls.</param>
/// <param name="Works">Whether the last call is allowed.</param>
public sealed record RetailTurn(string Text, IReadOnlyList<RetailCall> Calls, bool Works);

/// <summary>Cuts a task's calls into turns: each ends with its write.</summary>
public static class RetailTurns
{
    /// <summary>The turns.</summary>
    public static IEnumerable<RetailTurn> Of(RetailTask task, RetailShop shop)
    {
        var calls = new List<RetailCall>();
        foreach (var (action, result) in task.Actions.Zip(task.Results))
        {
            var call = RetailCall.From(action.Name, action.Arguments, shop, task.CustomerId);
            calls.Add(call);
            if (Words(call) is not { } text)
                continue;
            yield return new RetailTurn(text, [.. calls], result.Ok);
            calls.Clear();
        }
    }

    private static string? Words(RetailCall call) => call.Tool switch
    {
        "cancel_pending_order" => $"Please cancel my order {Value(call, "order_id")}, {Value(call, "reason")}.",
        "modify_pending_order_address" => $"Please change the delivery address of my order {Value(call, "order_id")}.",
        "modify_pending_order_payment" => $"Please change the payment method of my order {Value(call, "order_id")}.",
        "modify_pending_order_items" => $"I want to change the items in my pending order {Value(call, "order_id")}.",
        "return_delivered_order_items" => $"I want to return items from my order {Value(call, "order_id")}.",
        "exchange_delivered_order_items" => $"I want to exchange items from my order {Value(call, "order_id")}.",
        _ => null,
    };

    private static string Value(RetailCall call, string name) => ((JsonNode?)call.Arguments[name])?.GetValue<string>().ToString(CultureInfo.InvariantCulture) ?? "";
}
