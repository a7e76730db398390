using System.Text.RegularExpressions;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization.Skills;

/// <summary>What the account holds: one thing of it, or everything that the desk knows of a customer.</summary>
public sealed partial class ProfileSkill : ISkill
{
    private const int LooksNamed = 4;

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
        if (Copy().IsMatch(context.Request.Ask))
            return SkillResult.Done(context.Say("copy_of_my_data"));
        if (OneThing(context.Request.Ask, customer) is { } thing)
            return SkillResult.Done(context.Say(thing.Value is null ? "not_on_account" : "on_account", thing));
        return await Everything(context, customer, methods, cancellationToken);
    }

    private static async Task<SkillResult> Everything(SkillContext context, Customer customer, List<string> methods, CancellationToken cancellationToken)
    {
        var known = (await context.Use("get_preferences", new { }, cancellationToken)).Data as KnownPreferences;
        // "Forget what you know about my taste" sounds like a question about the account.
        if (known is not null && PreferencesSkill.Change(context, known) is { } patch)
            return await PreferencesSkill.Save(context, patch, cancellationToken);
        var orders = (await context.Use("list_orders", new { }, cancellationToken)).Data as IReadOnlyList<Order> ?? [];
        var seen = (await context.Use("get_browsing_history", new { }, cancellationToken)).Data as BrowsingAnalysis;
        return SkillResult.Done(context.Say("profile", new
        {
            name = customer.FullName,
            customer.Email,
            customer.Phone,
            address = customer.Address?.OneLine(),
            methods,
            tier = customer.LoyaltyTier,
            since = customer.JoinedAt,
            stated = PreferenceWords.Of(known?.Preferences),
            inferred = known?.Inferred,
            off = known is { LearnFromBehaviour: false },
            orders = orders.Count,
            last = orders.Count > 0 ? orders[0].Id : null,
            looks = seen?.Items.Count ?? 0,
            looked = seen?.Interests.Take(LooksNamed).Select(interest => interest.Name).ToList(),
        }));
    }

    /// <summary>The one thing of the account that is asked for; null when it is everything.</summary>
    private static Thing? OneThing(string ask, Customer customer) => What().Match(ask).Groups["what"].Value.ToLowerInvariant() switch
    {
        "" => null,
        var tier when tier.EndsWith("tier", StringComparison.Ordinal) || tier.EndsWith("level", StringComparison.Ordinal) || tier.EndsWith("status", StringComparison.Ordinal) =>
            new Thing("loyalty tier", customer.LoyaltyTier),
        "address" => new Thing("address", customer.Address?.OneLine()),
        "phone" or "phone number" => new Thing("phone number", customer.Phone),
        "name" => new Thing("name", customer.FullName),
        "e-mail" or "email" => new Thing("e-mail address", customer.Email),
        _ => new Thing("first day with us", customer.JoinedAt is { } day ? ReplyHelpers.Format(day) : null),
    };

    private static string InWords(PaymentMethod method) => method.Kind switch
    {
        PaymentMethodKind.CreditCard => $"{method.Brand ?? "credit card"} ending in {method.LastFour ?? "…"}",
        PaymentMethodKind.GiftCard => $"gift card{(method.Balance is { } balance ? $" with {ReplyHelpers.Format(balance)} left" : "")}",
        _ => "PayPal",
    };

    [GeneratedRegex(@"\b(?:which|what|what'?s|is|my|when|since)\b.*?\b(?<what>(?:loyalty|membership) (?:tier|level|status)|tier|address|phone number|phone|e-?mail|name|join\w*|customer since|since when)\b", RegexOptions.IgnoreCase)]
    private static partial Regex What();

    [GeneratedRegex(@"\b(copy|export|download)\b.*\b(data|information|everything|records)\b|\b(data|information|everything|records)\b.*\b(copy|export|download)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Copy();

    private sealed record Thing(string What, string? Value);
}
