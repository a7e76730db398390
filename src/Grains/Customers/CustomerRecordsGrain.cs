using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Customers;

/// <inheritdoc cref="ICustomerRecordsGrain"/>
public sealed class CustomerRecordsGrain(ICustomerStore customers, IOrderStore orders, IConversationStore conversations) : Grain, ICustomerRecordsGrain
{
    private const int LargestPage = 200;

    /// <inheritdoc/>
    public async Task<Customer> Profile(Principal who, CancellationToken cancellationToken = default) =>
        await customers.Find(Own(who), cancellationToken) ?? throw SupportException.NotFound("customer");

    /// <inheritdoc/>
    public async Task<JsonText> UpdatePreferences(Principal who, JsonText patch, CancellationToken cancellationToken = default)
    {
        // Not interleaved: two patches at once would each merge into what the other has not written yet.
        var customer = await Profile(who, cancellationToken);
        var merged = MergePatch.Apply(customer.Preferences, patch);
        return await customers.SavePreferences(customer.Id, merged, cancellationToken) ? merged : throw SupportException.NotFound("customer");
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Order>> Orders(Principal who, CancellationToken cancellationToken = default) => orders.List(Own(who), cancellationToken);

    /// <inheritdoc/>
    public async Task<Order> Order(Principal who, string orderId, CancellationToken cancellationToken = default) =>
        await orders.Find(Own(who), orderId, cancellationToken) ?? throw SupportException.NotFound("order");

    /// <inheritdoc/>
    public Task<Page<ConversationSummary>> Conversations(Principal who, string? cursor, int limit, CancellationToken cancellationToken = default) =>
        limit is < 1 or > LargestPage
            ? throw new SupportException(FailureKind.Invalid, $"the limit must be from 1 to {LargestPage}")
            : conversations.List(Own(who), cursor, limit, cancellationToken);

    /// <summary>The key, when these are the principal's records; to anybody else they do not exist.</summary>
    private string Own(Principal who) =>
        who.CustomerId == this.GetPrimaryKeyString() ? this.GetPrimaryKeyString() : throw SupportException.NotFound("customer");
}
