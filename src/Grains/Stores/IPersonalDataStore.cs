using SupportAgents.Customers;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Stores;

/// <summary>A customer's records across all stores. Conversations are erased by their grains, which must not write them back.</summary>
public interface IPersonalDataStore
{
    /// <summary>What no other store lists by customer.</summary>
    Task<PersonalRecords> Read(string customerId, CancellationToken cancellationToken);

    /// <summary>The ids of the customer's conversations.</summary>
    Task<IReadOnlyList<string>> Conversations(string customerId, CancellationToken cancellationToken);

    /// <summary>
    /// Erases the customer in every store in one transaction and keeps a receipt. Null, and nothing is changed, while
    /// there are conversations of theirs.
    /// </summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="who">Whose order it is; the receipt keeps the name of a staff member.</param>
    /// <param name="conversations">What was erased before, for the receipt.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    Task<ErasureReceipt?> Erase(string customerId, Principal who, int conversations, CancellationToken cancellationToken);
}

/// <summary>Records of a customer, oldest first.</summary>
public sealed record PersonalRecords(
    IReadOnlyList<ProductFeedback> Reviews, IReadOnlyList<ExportedProposal> Proposals, IReadOnlyList<ExportedChange> Changes);
