using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using SupportAgents.Conversations;
using SupportAgents.Grains.Specialists.Orders;
using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Troubleshooting;

/// <summary>Arguments of <c>open_warranty_claim</c>.</summary>
public sealed record WarrantyClaimArguments : IOrderArguments
{
    [Description("The exact id of the order that the faulty unit came with")]
    public required string OrderId { get; init; }

    [Description("The exact id of the faulty unit's variant in that order")]
    public required string VariantId { get; init; }

    [Description("What is wrong with it, in the customer's words")]
    public required string Fault { get; init; }
}

/// <summary>
/// Opening a claim on a unit under warranty. Nothing of the order changes: the confirmed claim stands in the ledger, and
/// a person decides on repair, replacement or refund.
/// </summary>
internal static class WarrantyClaimRule
{
    /// <summary>Characters of a fault that are kept.</summary>
    public const int MaxFault = 500;

    public static Orders.Rules.Verdict Judge(WarrantyClaimArguments arguments, ProposalFacts facts, DateTimeOffset now)
    {
        if (facts.Order is not { } order)
            return Refusals.OrderNotFound(arguments.OrderId);
        if (order.Items.FirstOrDefault(unit => unit.VariantId == arguments.VariantId) is not { } item)
            return Refusals.ItemNotFound("item_not_found", arguments.VariantId, order);
        if (string.IsNullOrWhiteSpace(arguments.Fault))
            return Refusals.Make("no_fault_given", "A claim says what is wrong.", null, ("order_id", order.Id), ("variant_id", item.VariantId));
        var warranty = WarrantyRules.Decide(order, item, facts.Products.FirstOrDefault(product => product.Id == item.ProductId), facts.Policies.Warranty, now);
        if (warranty.Status != WarrantyStatus.Covered)
            return Refusals.Make("not_under_warranty", "A claim can be opened for a unit that is under warranty.", "A person of the support team can look at an exception.",
                ("order_id", order.Id), ("variant_id", item.VariantId), ("warranty", warranty.Status.ToString().ToLowerInvariant()), ("ends", $"{warranty.EndsOn:yyyy-MM-dd}"));
        var fault = arguments.Fault.Trim();
        fault = fault.Length > MaxFault ? fault[..MaxFault] : fault;
        return new Quote
        {
            Summary = $"Open a warranty claim for the {item.Name} of order {order.Id}.",
            Lines =
            [
                new ProposalLine { Text = string.Create(CultureInfo.InvariantCulture, $"Under warranty until {warranty.EndsOn:MMMM d, yyyy}, {warranty.Months} months from {warranty.StartsAt}") },
                new ProposalLine { Text = $"Fault: {fault}" },
                .. warranty.Covered is { } clause ? (IEnumerable<ProposalLine>)[new ProposalLine { Text = $"Covered: {clause}" }] : [],
            ],
            Amount = Money.Zero,
            Effect = new ProposalEffect
            {
                Result = new JsonText(JsonSerializer.Serialize(new { claim = new { order_id = order.Id, variant_id = item.VariantId, name = item.Name, fault, covered_until = warranty.EndsOn } }, ToolResult.JsonOptions)),
            },
        };
    }
}
