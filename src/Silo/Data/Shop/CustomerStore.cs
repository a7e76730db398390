using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Accounts in the database.</summary>
internal sealed class CustomerStore(Database database) : ICustomerStore
{
    public Task<Customer?> Find(string customerId, CancellationToken cancellationToken) =>
        database.Read(customerId, session => CustomerTable.Find(session, customerId), cancellationToken);

    public Task<bool> SavePreferences(string customerId, JsonText preferences, CancellationToken cancellationToken) =>
        database.Write(customerId, async session =>
            await session.Execute("UPDATE customers SET preferences = @Json WHERE id = @customerId", new { customerId, preferences.Json }) > 0, cancellationToken);
}
