using SupportAgents.Grains.Specialists.Orders.Rules;
using SupportAgents.Grains.Specialists.Troubleshooting;
using SupportAgents.Grains.Stores;
using static SupportAgents.Grains.Specialists.Orders.OrderToolNames;

namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Every rule of the order desk, by the kind of proposal that it judges.</summary>
public static class OrdersRules
{
    /// <summary>How long a proposal stays open where the shop sets no time.</summary>
    public const int DefaultProposalMinutes = 30;

    private static readonly Dictionary<string, WriteRule> s_byKind = new WriteRule[]
    {
        WriteRule.Of<CancelArguments>(CancelPendingOrder, CancellationRule.Judge),
        WriteRule.Of<OrderAddressArguments>(ModifyPendingOrderAddress, AddressRules.JudgeOrder),
        WriteRule.Of<PaymentChangeArguments>(ModifyPendingOrderPayment, PaymentChangeRule.Judge),
        WriteRule.Of<ReplaceArguments>(ModifyPendingOrderItems, ItemChangeRule.Judge),
        WriteRule.Of<ReturnArguments>(ReturnDeliveredOrderItems, ReturnRule.Judge),
        WriteRule.Of<ReplaceArguments>(ExchangeDeliveredOrderItems, ExchangeRule.Judge),
        WriteRule.Of<CustomerAddressArguments>(UpdateCustomerAddress, AddressRules.JudgeCustomer),
        WriteRule.Of<WarrantyClaimArguments>(TroubleshootingTools.OpenWarrantyClaim, WarrantyClaimRule.Judge),
        WriteRule.Of<UndoArguments>(UndoOf(CancelPendingOrder), UndoRule.Judge),
        WriteRule.Of<UndoArguments>(UndoOf(ModifyPendingOrderAddress), UndoRule.Judge),
        WriteRule.Of<UndoArguments>(UndoOf(ReturnDeliveredOrderItems), UndoRule.Judge),
    }.ToDictionary(rule => rule.Kind);

    /// <summary>The rule of a kind, or null when proposals of that kind are not the order desk's.</summary>
    public static WriteRule? Find(string kind) => s_byKind.GetValueOrDefault(kind);

    /// <summary>
    /// Decides a confirmation on the records as they are now: the effect when the customer would be shown the very same
    /// again and the order has not changed since, else why the quote no longer holds.
    /// </summary>
    public static ProposalDecision Decide(StoredProposal proposal, ProposalFacts facts, DateTimeOffset now)
    {
        if (proposal.Shown.ExpiresAt <= now)
            return Stale("The proposal has expired.");
        if (Find(proposal.Shown.Kind) is not { } rule)
            return Stale("Proposals of this kind are no longer made.");
        if (proposal.OrderId is not null && facts.Order?.Version != proposal.OrderVersion)
            return Stale("The order has changed since the proposal was made.");
        return rule.Judge(proposal.Arguments, facts, now) switch
        {
            { Refusal: { } refusal } => Stale(refusal.Rule),
            { Quote: { } quote } when quote.IsWhatWasShown(proposal.Shown) => new ProposalDecision { Effect = quote.Effect },
            _ => Stale("Prices, payment methods or the shop's rules have changed since the proposal was made."),
        };
    }

    private static ProposalDecision Stale(string reason) => new() { StaleReason = reason };
}
