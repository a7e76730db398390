using SupportAgents.Api.Demo;
using SupportAgents.Grains.Stores;
using SupportAgents.Identity;
using SupportAgents.Silo.Identity;

namespace SupportAgents.Standalone;

/// <summary>Signs visitors in as customers of the demo shop, and as nobody else.</summary>
internal sealed class DemoVisitors(ICustomerStore customers, TokenIssuer tokens) : IDemoSignIn
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    private static readonly (string Id, string About)[] Visitors =
    [
        ("demo-anna", "one order in every state; a gift card with money on it"),
        ("demo-kenji", "coffee; an abandoned cart, a return and an exchange under way"),
        ("demo-marcus", "a pending order, an almost empty gift card, earbuds that give trouble"),
        ("demo-priya", "clothing in her size; a delivery inside and one outside the return window"),
        ("demo-zoe", "new here: no orders yet, but she looked around"),
    ];

    public async Task<IReadOnlyList<DemoCustomer>> Customers(CancellationToken cancellationToken = default)
    {
        var found = new List<DemoCustomer>();
        foreach (var (id, about) in Visitors)
        {
            if (await customers.Find(id, cancellationToken) is { } customer)
                found.Add(new DemoCustomer(customer.Id, customer.FullName, about));
        }
        return found;
    }

    public async Task<string?> SignIn(string customerId, CancellationToken cancellationToken = default) =>
        Visitors.Any(visitor => visitor.Id == customerId) && await customers.Find(customerId, cancellationToken) is { } customer
            ? tokens.Issue(customer.Id, Role.Customer, customer.FullName, Validity)
            : null;
}
