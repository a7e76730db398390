using Orleans.Concurrency;
using SupportAgents.Identity;

namespace SupportAgents.Customers;

/// <summary>
/// All that is held about a customer, keyed by customer id: one call to see it, one to erase it. For the customer and
/// for staff who name them.
/// </summary>
[Alias("customer-data")]
public interface ICustomerDataGrain : IGrainWithStringKey
{
    /// <summary>Everything, read from every store. A conversation that is deleted meanwhile may be missing.</summary>
    [Alias("export"), AlwaysInterleave]
    Task<CustomerExport> Export(Principal who, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases the customer in every store; what the shop must keep for its books is made anonymous. It cannot be undone.
    /// A call that failed half-way is finished by the next one; a repeated one answers with the first receipt for as long
    /// as this activation lives.
    /// </summary>
    /// <param name="who">The customer, or staff who name them.</param>
    /// <param name="includingOpenOrders">
    /// Also while orders are under way: they lose their delivery address too, so the shop must have it elsewhere.
    /// </param>
    /// <param name="cancellationToken">Stops between two conversations; what was erased stays erased.</param>
    /// <exception cref="Failures.SupportException">
    /// <see cref="Failures.FailureKind.Conflict"/>: orders are under way; the message names them.
    /// <see cref="Failures.FailureKind.NotFound"/>: nothing is held.
    /// </exception>
    [Alias("erase")]
    Task<ErasureReceipt> Erase(Principal who, bool includingOpenOrders, CancellationToken cancellationToken = default);
}
