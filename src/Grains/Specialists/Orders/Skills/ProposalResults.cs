using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Orders.Skills;

/// <summary>Reads what a confirmed proposal came to.</summary>
public static class ProposalResults
{
    /// <summary>The changed order, where one was changed.</summary>
    public static Order? Order(ToolResult result)
    {
        if (result.DataJson() is not { } data)
            return null;
        using var json = JsonDocument.Parse(data.Json);
        return json.RootElement.TryGetProperty("order", out var order) ? order.Deserialize<Order>(ToolResult.JsonOptions) : null;
    }

    /// <summary>A proposal's particulars for a reply.</summary>
    public static object Model(Proposal proposal, ChangeDraft draft)
    {
        // A cancellation names no method: the money goes back where it came from.
        var methodId = draft.Form.PaymentMethodId ?? (draft.Order?.Payments is [var first, ..] ? first.PaymentMethodId : null);
        var method = methodId is null ? null : OrderWords.Method(methodId, draft.Customer);
        return new
        {
            id = draft.Form.OrderId,
            amount = proposal.Amount.Magnitude,
            pays = proposal.Amount > Money.Zero,
            gets = proposal.Amount.IsNegative,
            method,
            time = methodId is null ? null : OrderWords.RefundTime(methodId, draft.Customer, draft.Rules),
            address = draft.Form.Address?.OneLine(),
            lines = ProposalTelling.Lines(proposal),
            summary = proposal.Summary,
        };
    }
}
