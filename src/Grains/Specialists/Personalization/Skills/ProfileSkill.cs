using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>What the account holds, and everything that the desk knows of a customer.</summary>
public sealed class ProfileSkill : ISkill
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; } = [Agents.Intents.ShowProfile, Agents.Intents.PaymentMethods];

    /// <inheritdoc/>
    public async Task<SkillResult> Run(SkillContext context, CancellationToken cancellationToken)
    {
        var result = await context.Use("get_customer_details", new { }, cancellationToken);
        if (result.Data is not Customer customer)
            return SkillResult.Declined(context.Say("no_account"), result.Text);
        var methods = (customer.PaymentMethods ?? []).Select(InWords).ToList();
        if (context.Ask.Intent == Agents.Intents.PaymentMethods)
            return SkillResult.Done(context.Say(methods.Count > 0 ? "payment_methods" : "no_payment_methods", new { methods }));
        var known = await context.Use("get_preferences", new { }, cancellationToken);
        return SkillResult.Done(context.Say("profile", new
        {
            name = customer.FullName,
            customer.Email,
            customer.Phone,
            address = customer.Address?.OneLine(),
            methods,
            tier = customer.LoyaltyTier,
            since = customer.JoinedAt,
            stated = PreferenceWords.Of((known.Data as KnownPreferences)?.Preferences),
            inferred = (known.Data as KnownPreferences)?.Inferred,
        }));
    }

    private static string InWords(PaymentMethod method) => method.Kind switch
    {
        PaymentMethodKind.CreditCard => $"{method.Brand ?? "credit card"} ending in {method.LastFour ?? "…"}",
        PaymentMethodKind.GiftCard => $"gift card{(method.Balance is { } balance ? $" with {ReplyHelpers.Format(balance)} left" : "")}",
        _ => "PayPal",
    };
}
