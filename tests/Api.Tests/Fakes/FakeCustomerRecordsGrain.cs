using SupportAgents.Conversations;
using SupportAgents.Customers;
using SupportAgents.Failures;
using SupportAgents.Identity;
using SupportAgents.Shop;

namespace SupportAgents.Api.Tests.Fakes;

/// <summary>Every customer has one order, <c>#W1</c>. Keys that begin with "nobody" are no customers.</summary>
public sealed class FakeCustomerRecordsGrain : Grain, ICustomerRecordsGrain
{
    private string Id => this.GetPrimaryKeyString();

    public Task<Customer> Profile(Principal who, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Customer { Id = Own(who), FirstName = "Mia", LastName = "Li", Email = "mia@example.com" });

    public Task<JsonText> UpdatePreferences(Principal who, JsonText patch, CancellationToken cancellationToken = default)
    {
        Own(who);
        return Task.FromResult(patch);
    }

    public Task<IReadOnlyList<Order>> Orders(Principal who, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Order>>([TheOrder(Own(who))]);

    public Task<Order> Order(Principal who, string orderId, CancellationToken cancellationToken = default) =>
        orderId == "#W1" ? Task.FromResult(TheOrder(Own(who))) : throw SupportException.NotFound("order");

    public async Task<Page<ConversationSummary>> Conversations(Principal who, string? cursor, int limit, CancellationToken cancellationToken = default)
    {
        var all = await GrainFactory.GetGrain<IFakeDirectoryGrain>(Own(who)).List();
        return new Page<ConversationSummary> { Items = [.. all.Take(limit)], Next = all.Count > limit ? "more" : null };
    }

    private string Own(Principal who) =>
        who.CustomerId == Id && !Id.StartsWith("nobody", StringComparison.Ordinal) ? Id : throw SupportException.NotFound("customer");

    private static Order TheOrder(string customer) => new()
    {
        Id = "#W1",
        CustomerId = customer,
        Status = OrderStatus.Shipped,
        Items = [new OrderItem { VariantId = "v1", ProductId = "p1", Name = "Kettle", Options = new Dictionary<string, string>(), Price = new Money(1999) }],
    };
}
