using SupportAgents.Shop;
using SupportAgents.Silo.Data.Format;

namespace SupportAgents.Silo.Data.Import;

/// <summary>What JSON alone does not say about the shop's rules.</summary>
internal static class PolicyChecks
{
    /// <summary>Adds what is wrong with them to the errors.</summary>
    public static void Check(ShopPolicies policies, ImportErrors errors)
    {
        void Require(bool holds, string reason)
        {
            if (!holds)
                errors.Add(ShopFormat.Policies, 1, reason);
        }

        Require(policies.ReturnWindowDays is null or >= 0, "returnWindowDays is negative");
        Require(policies.ExchangeWindowDays is null or >= 0, "exchangeWindowDays is negative");
        Require(policies.ProposalMinutes is null or > 0, "proposalMinutes must be above zero");
        Require(policies.Warranty?.DefaultMonths is null or >= 0, "warranty.defaultMonths is negative");
        Require(policies.Warranty?.StartsAt is null or "delivery" or "purchase", $"unknown warranty.startsAt '{policies.Warranty?.StartsAt}': it is delivery or purchase");
        Require(policies.Currency is null or { Length: 3 }, $"currency '{policies.Currency}' is not an ISO 4217 code");
        foreach (var route in (policies.RefundRoutes ?? []).Where(route => route is not ("original_payment" or "gift_card")))
            Require(false, $"unknown refund route '{route}': it is original_payment or gift_card");
        foreach (var kind in (policies.RefundTimes?.Keys ?? []).Where(kind => kind is not ("credit_card" or "paypal" or "gift_card")))
            Require(false, $"unknown kind '{kind}' in refundTimes");
        foreach (var (tool, minutes) in policies.UndoMinutes ?? new Dictionary<string, int>())
            Require(minutes >= 0, $"undoMinutes of '{tool}' is negative");
    }
}
