using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Identity;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>Every customer has an order under way. Erasures tell who asked for them.</summary>
public sealed class FakeCustomerDataGrain : Grain, ICustomerDataGrain
{
    public Task<CustomerExport> Export(Principal who, CancellationToken cancellationToken = default) => Task.FromResult(new CustomerExport
    {
        ExportedAt = DateTimeOffset.UnixEpoch,
        Customer = new() { Id = Own(who), FirstName = "Mia", LastName = "Li", Email = "mia@example.com" },
        Inferred = [new() { Name = "size", Value = "M", Evidence = "3 of the 4 units you bought", Confidence = 0.5 }],
        Orders = [],
        Reviews = [],
        Browsing = [],
        Conversations = [],
        Proposals = [],
        Changes = [],
    });

    public Task<ErasureReceipt> Erase(Principal who, bool includingOpenOrders, CancellationToken cancellationToken = default)
    {
        Own(who);
        return includingOpenOrders
            ? Task.FromResult(new ErasureReceipt { Id = $"e_{who.Subject}", ErasedAt = DateTimeOffset.UnixEpoch, Stores = [new() { Store = "orders", Anonymised = 1, Kept = "for the books" }] })
            : throw new SupportException(FailureKind.Conflict, "orders are under way: #W1");
    }

    private string Own(Principal who) => who.CustomerId == this.GetPrimaryKeyString() ? this.GetPrimaryKeyString() : throw SupportException.NotFound("customer");
}
