using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Orders in the database.</summary>
internal sealed class OrderStore(Database database) : IOrderStore
{
    public Task<IReadOnlyList<Order>> List(string customerId, CancellationToken cancellationToken) =>
        database.Read(customerId, session => OrderTable.Where(session, "customer_id = @customerId", new { customerId }), cancellationToken);

    public Task<Order?> Find(string customerId, string orderId, CancellationToken cancellationToken) =>
        database.Read(customerId, async session =>
            (await OrderTable.Where(session, "customer_id = @customerId AND id = @orderId", new { customerId, orderId })).SingleOrDefault(), cancellationToken);
}
