using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Accounts in the database.</summary>
internal sealed class CustomerStore(Database database) : ICustomerStore
{
    public Task<Customer?> Find(string customerId, CancellationToken cancellationToken) =>
        database.Read(customerId, session => CustomerTable.Find(session, customerId), cancellationToken);

    public async Task<Customer?> FindByEmail(string email, CancellationToken cancellationToken)
    {
        var id = await database.Read(session => session.First<string>(
            "SELECT id FROM customers WHERE email_key = @key", new { key = CustomerRow.KeyOf(email) }), cancellationToken);
        return id is null ? null : await Find(id, cancellationToken);
    }

    public Task<bool> SavePreferences(string customerId, JsonText preferences, CancellationToken cancellationToken) =>
        database.Write(customerId, async session =>
            await session.Execute("UPDATE customers SET preferences = @Json WHERE id = @customerId", new { customerId, preferences.Json }) > 0, cancellationToken);
}
