using SupportAgents.EndToEnd.Tests.Hosting;
using SupportAgents.Shop;
using SupportAgents.Support.Retail;

namespace SupportAgents.EndToEnd.Tests.Dialogues;

/// <summary>
/// The program with its demo shop, for all talks. Before each talk its customer's records are put back as they were, so
/// that no talk sees what another did.
/// </summary>
public sealed class DialogueHost() : InProcessHost("--Support:Limits:CustomerBurst", "100000")
{
    /// <summary>The shop as it was loaded.</summary>
    public RetailShop Start { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Start = await this.Export();
    }

    /// <summary>A customer's orders as they were loaded.</summary>
    public IReadOnlyList<Order> OrdersOf(string customerId) => [.. Start.Orders.Values.Where(order => order.CustomerId == customerId)];

    /// <summary>Puts a customer's records back.</summary>
    public Task Restore(string customerId) => this.Restore([Start.Customers[customerId]], OrdersOf(customerId));
}
