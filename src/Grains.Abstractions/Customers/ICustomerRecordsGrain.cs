using Orleans.Concurrency;
using SupportAgents.Conversations;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Customers;

/// <summary>A customer's own records, keyed by customer id, for the customer and for staff who name them.</summary>
[Alias("customer-records")]
public interface ICustomerRecordsGrain : IGrainWithStringKey
{
    /// <summary>The account.</summary>
    [Alias("profile"), AlwaysInterleave]
    Task<Customer> Profile(Principal who, CancellationToken cancellationToken = default);

    /// <summary>Merges a JSON object into the preferences (RFC 7396: null removes a member) and returns them.</summary>
    [Alias("update-preferences")]
    Task<JsonText> UpdatePreferences(Principal who, JsonText patch, CancellationToken cancellationToken = default);

    /// <summary>All orders, newest first.</summary>
    [Alias("orders"), AlwaysInterleave]
    Task<IReadOnlyList<Order>> Orders(Principal who, CancellationToken cancellationToken = default);

    /// <summary>One order, by its exact id.</summary>
    [Alias("order"), AlwaysInterleave]
    Task<Order> Order(Principal who, string orderId, CancellationToken cancellationToken = default);

    /// <summary>The customer's conversations, newest first; the cursor is the previous page's.</summary>
    [Alias("conversations"), AlwaysInterleave]
    Task<Page<ConversationSummary>> Conversations(Principal who, string? cursor, int limit, CancellationToken cancellationToken = default);
}
