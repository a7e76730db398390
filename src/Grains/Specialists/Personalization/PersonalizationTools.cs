using System.ComponentModel;
using System.Text.Json.Nodes;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Grains.Stores;
using SupportAgents.Grains.Tools;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Personalization;

/// <summary>Finds the grain that keeps a customer's records; changes of preferences go through it, one at a time.</summary>
public delegate ICustomerRecordsGrain CustomerRecords(string customerId);

/// <summary>The customer's preferences and browsing.</summary>
public sealed class PersonalizationTools(
    CustomerRecords records, ICustomerStore customers, IOrderStore orders, IActivityStore activity, ICatalogStore catalog, TimeProvider time) : IToolset
{
    private const int BrowsingRead = 200;

    /// <inheritdoc/>
    public IEnumerable<Tool> Tools =>
    [
        Tool.Read<NoArguments>("get_preferences", "What the customer told us about their taste, and what their behaviour suggests, marked as inferred.", Preferences),
        Tool.Write<UpdatePreferencesArguments>("update_preferences",
            "Changes the customer's preferences at once, without confirmation: a JSON merge patch, in which null removes a member. " +
            $"'{StatedPreferences.AvoidMember}' lists what not to suggest, '{StatedPreferences.LearnMember}': false switches inference off, " +
            $"'{StatedPreferences.NeverInferMember}' lists what must not be inferred.", Update),
        Tool.Read<NoArguments>("get_browsing_history", "What the customer looked at lately: interests, comparison shopping, abandoned carts.", Browsing),
    ];

    private async Task<ToolResult> Preferences(ToolContext context, NoArguments none, CancellationToken cancellationToken)
    {
        if (await customers.Find(context.CustomerId, cancellationToken) is not { } customer)
            return ToolResult.Refused("customer_not_found", "customer not found");
        var stated = StatedPreferences.Read(customer.Preferences);
        var inferred = PreferenceInference.Infer(stated, await orders.List(customer.Id, cancellationToken),
            await activity.Browsing(customer.Id, BrowsingRead, cancellationToken), await Products(cancellationToken), time.GetUtcNow());
        return ToolResult.Found(
            new KnownPreferences { Preferences = customer.Preferences ?? JsonText.Empty, Inferred = inferred, LearnFromBehaviour = stated.LearnFromBehaviour },
            $"Stated: {customer.Preferences?.Json ?? "nothing"}. " + (!stated.LearnFromBehaviour ? "The customer switched inference off." : inferred.Count == 0
                ? "Nothing can be inferred." : $"Inferred: {string.Join("; ", inferred.Select(one => $"{one.Name} {one.Value} ({one.Evidence})"))}."));
    }

    private async Task<ToolResult> Update(ToolContext context, UpdatePreferencesArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            var merged = await records(context.CustomerId).UpdatePreferences(context.Who, new JsonText(arguments.Preferences.ToJsonString()), cancellationToken);
            return ToolResult.Found(new { preferences = merged }, $"The preferences are now: {merged.Json}");
        }
        catch (SupportException e) when (e.Kind == FailureKind.Invalid)
        {
            return ToolResult.InvalidArguments("update_preferences", e.Message);
        }
    }

    private async Task<ToolResult> Browsing(ToolContext context, NoArguments none, CancellationToken cancellationToken)
    {
        var seen = await activity.Browsing(context.CustomerId, BrowsingRead, cancellationToken);
        var analysis = BrowsingAnalyzer.Analyze(seen, await orders.List(context.CustomerId, cancellationToken), await Products(cancellationToken), time.GetUtcNow());
        return ToolResult.Found(analysis, analysis.Items.Count == 0
            ? "No browsing is recorded for the customer."
            : $"{analysis.Items.Count} looks. Most interest: {string.Join(", ", analysis.Interests.Take(5).Select(interest => interest.Name))}." +
                (analysis.Comparisons.Count > 0 ? $" Comparing: {string.Join("; ", analysis.Comparisons.Select(comparison => string.Join(" and ", comparison.Names)))}." : "") +
                (analysis.AbandonedCarts.Count > 0 ? $" Left in the cart: {string.Join(", ", analysis.AbandonedCarts.Select(cart => cart.Name))}." : ""));
    }

    private async Task<Func<string, Product?>> Products(CancellationToken cancellationToken) =>
        (await catalog.List(cancellationToken)).ToDictionary(product => product.Id, StringComparer.Ordinal).GetValueOrDefault;
}

/// <summary>Arguments of <c>update_preferences</c>.</summary>
public sealed record UpdatePreferencesArguments
{
    [Description("The members to set; null removes one. Objects are merged, everything else replaces")]
    public required JsonObject Preferences { get; init; }
}

/// <summary>What is known of a customer's taste.</summary>
public sealed record KnownPreferences
{
    /// <summary>As the customer stated them.</summary>
    public required JsonText Preferences { get; init; }

    /// <summary>As their behaviour suggests; not stored.</summary>
    public required IReadOnlyList<InferredPreference> Inferred { get; init; }

    /// <summary>False when the customer switched inference off.</summary>
    public required bool LearnFromBehaviour { get; init; }
}
