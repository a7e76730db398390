using Npgsql;
using SupportAgents.Failures;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Shop;
using SupportAgents.Silo.Tests.Data.Proposals;

namespace SupportAgents.Silo.Tests.Data.MyRecords;

/// <summary>In PostgreSQL a query that forgets its customer condition returns no foreign row.</summary>
[Collection(StorageTests.Name)]
public sealed class RowSecurityTests(StorageFixture fixture)
{
    private static readonly (string Table, string Owner)[] s_tables =
    [
        ("customers", "id"), ("customer_payment_methods", "customer_id"), ("orders", "customer_id"), ("proposals", "customer_id"),
        ("ledger", "customer_id"), ("browsing", "customer_id"), ("conversations", "customer_id"),
        ("order_items", "(SELECT customer_id FROM orders WHERE orders.id = order_id)"),
        ("shipments", "(SELECT customer_id FROM orders WHERE orders.id = order_id)"),
        ("payments", "(SELECT customer_id FROM orders WHERE orders.id = order_id)"),
        ("returns", "(SELECT customer_id FROM orders WHERE orders.id = order_id)"),
        ("exchanges", "(SELECT customer_id FROM orders WHERE orders.id = order_id)"),
        ("conversation_log", "(SELECT customer_id FROM conversations WHERE conversations.id = conversation_id)"),
    ];

    [SkippableFact]
    public async Task Query_that_forgets_its_condition_sees_its_own_customers_rows_only()
    {
        await using var storage = await TwoCustomers();
        var database = storage.Get<Database>();

        foreach (var (table, owner) in s_tables)
        {
            var all = await database.Read(session => session.List<string?>($"SELECT DISTINCT {owner} FROM {table}"), default);
            Assert.Equal((table, 2), (table, all.Count));
            foreach (var customer in new[] { "ada", "ben" })
                Assert.Equal([customer], await database.Read(customer, session => session.List<string?>($"SELECT DISTINCT {owner} FROM {table}"), default));
            Assert.Equal(0, await database.Read("nobody", session => session.First<long>($"SELECT COUNT(*) FROM {table}"), default));
        }
    }

    [SkippableFact]
    public async Task Write_that_forgets_its_condition_changes_its_own_customers_rows_only()
    {
        await using var storage = await TwoCustomers();
        var database = storage.Get<Database>();

        await database.Write("ada", session => session.Execute("UPDATE orders SET status = 'cancelled'"), default);
        await database.Write("ada", session => session.Execute("DELETE FROM payments"), default);

        Assert.Equal(["ada"], await database.Read(session => session.List<string>("SELECT customer_id FROM orders WHERE status = 'cancelled'"), default));
        Assert.Equal(["#2"], await database.Read(session => session.List<string>("SELECT DISTINCT order_id FROM payments"), default));
    }

    [SkippableTheory]
    [InlineData("INSERT INTO orders (id, customer_id, status, has_shipments, has_payments, version) VALUES ('#9', 'ben', 'pending', false, false, 1)")]
    [InlineData("UPDATE orders SET customer_id = 'ben'")]
    [InlineData("INSERT INTO payments (order_id, line_no, kind, amount_cents, payment_method_id) VALUES ('#2', 9, 'refund', 1, 'x')")]
    [InlineData("DELETE FROM orders")]
    [InlineData("DELETE FROM ledger")]
    [InlineData("UPDATE ledger SET amount_cents = 0")]
    [InlineData("UPDATE products SET name = 'x'")]
    [InlineData("CREATE TABLE mine (id text)")]
    public async Task Write_for_somebody_else_or_beyond_the_role_fails(string sql)
    {
        await using var storage = await TwoCustomers();

        await Assert.ThrowsAsync<SupportException>(() => storage.Get<Database>().Write("ada", session => session.Execute(sql), default));
    }

    [SkippableFact]
    public async Task Connection_is_the_owners_again_afterwards()
    {
        await using var storage = await TwoCustomers();
        var database = storage.Get<Database>();
        await database.Read("ada", session => session.First<long>("SELECT 1"), default);

        Assert.Equal(2, await database.Read(session => session.First<long>("SELECT COUNT(*) FROM customers"), default));
        await using var connection = (NpgsqlConnection)await database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT current_setting('role')", connection);
        Assert.Equal("none", await command.ExecuteScalarAsync());
    }

    private async Task<StorageUnderTest> TwoCustomers()
    {
        var storage = await fixture.Create(Dialect.Postgres);
        await storage.LoadTwoCustomers();
        return storage;
    }
}
