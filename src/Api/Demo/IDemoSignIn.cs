namespace SupportAgents.Api.Demo;

/// <summary>
/// Signs visitors in as demo customers. A host registers it only when it runs the demo shop; without it the routes
/// under <c>/demo</c> do not exist.
/// </summary>
public interface IDemoSignIn
{
    /// <summary>Customers that a visitor may be, the liveliest first.</summary>
    Task<IReadOnlyList<DemoCustomer>> Customers(CancellationToken cancellationToken = default);

    /// <summary>A token for one of them; null for anybody else.</summary>
    Task<string?> SignIn(string customerId, CancellationToken cancellationToken = default);
}

/// <summary>A customer of the demo shop.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="Name">First and last name.</param>
/// <param name="About">What makes them interesting: "3 orders, one on its way"; may be null.</param>
public sealed record DemoCustomer(string Id, string Name, string? About = null);
