using System.Text.Json;
using SupportAgents.Grains.Specialists.Orders.MyRecords;
using SupportAgents.Grains.Stores;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.MyRecords;

/// <summary>The customer's queries on PostgreSQL. The attacks go past the check on purpose: the database must hold by itself.</summary>
[Collection(StorageTests.Name)]
public sealed class MyRecordsQueryTests(StorageFixture fixture)
{
    private static readonly string[] s_views =
        ["my_profile", "my_payment_methods", "my_orders", "my_order_items", "my_payments", "my_shipments", "my_browsing"];

    [SkippableFact]
    public async Task Views_hold_the_customers_rows_and_no_others()
    {
        await using var storage = await TwoCustomers();
        foreach (var view in s_views)
        {
            var ada = await Query(storage, $"SELECT * FROM {view}");
            var ben = await Query(storage, $"SELECT * FROM {view}", "ben");
            Assert.True(ada.Error is null && ada.Rows.Count > 0, $"{view}: {ada.Error}");
            Assert.NotEmpty(ben.Rows);
            Assert.DoesNotContain(ada.Rows, row => row.Contains("#2", StringComparison.Ordinal) || row.Contains("ben", StringComparison.Ordinal));
            Assert.Empty((await Query(storage, $"SELECT * FROM {view}", "nobody")).Rows);
            Assert.Contains(view, MyRecordsSql.Views, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Money_and_options_read_as_a_customer_would_expect()
    {
        await using var storage = await TwoCustomers();

        var found = await Query(storage, "SELECT name, price FROM my_order_items WHERE options->>'color' = 'blue'");

        using var row = JsonDocument.Parse(Assert.Single(found.Rows));
        Assert.Equal(49.99m, row.RootElement.GetProperty("price").GetDecimal());
    }

    [SkippableTheory]
    [InlineData("SELECT * FROM public.orders")]
    [InlineData("SELECT * FROM public.query_scopes")]
    [InlineData("SELECT * FROM public.ledger")]
    [InlineData("SELECT 1) x; DELETE FROM public.orders; SELECT (1")]
    [InlineData("WITH gone AS (DELETE FROM public.orders RETURNING *) SELECT * FROM gone")]
    [InlineData("SELECT * FROM my_orders FOR UPDATE")]
    [InlineData("INSERT INTO public.query_scopes SELECT pg_current_xact_id(), 'ben'")]
    [InlineData("SELECT pg_sleep(30)")]
    [InlineData("SELECT count(*) FROM generate_series(1, 100000000000)")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("SELECT lo_import('/etc/passwd')")]
    [InlineData("SELECT query_to_xml('SELECT * FROM public.orders', true, true, '')")]
    [InlineData("SELECT set_config('transaction_read_only', 'off', true)")]
    [InlineData("SELECT pg_catalog.pg_terminate_backend(1), 1/0")]
    public async Task Attack_that_passed_the_check_fails_in_the_database(string sql)
    {
        await using var storage = await TwoCustomers();

        Assert.NotNull((await Query(storage, sql)).Error);
        Assert.Equal(2, await storage.Get<Database>().Read(session => session.First<long>("SELECT COUNT(*) FROM orders"), default));
    }

    [SkippableTheory]
    [InlineData("SELECT set_config('app.customer_id', 'ben', true), o.id FROM my_orders o")]
    [InlineData("SELECT o.id FROM my_orders o, (SELECT set_config('app.customer_id', 'ben', true)) s")]
    [InlineData("SELECT id FROM my_orders WHERE id = '#2' OR '1' = '1'")]
    [InlineData("SELECT id FROM my_orders UNION SELECT customer_id FROM my.my_orders_of_all")]
    [InlineData("SELECT my.current_customer() AS id FROM my_orders")]
    public async Task Scope_cannot_be_talked_out_of_its_customer(string sql)
    {
        await using var storage = await TwoCustomers();

        Assert.DoesNotContain((await Query(storage, sql)).Rows, row => row.Contains("#2", StringComparison.Ordinal) || row.Contains("ben\"}", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Rows_are_limited_and_nothing_is_kept()
    {
        await using var storage = await TwoCustomers();

        var found = await Query(storage, "SELECT a.name FROM my_order_items a, my_order_items b, my_order_items c, my_order_items d, my_order_items e");

        Assert.Equal((200, true), (found.Rows.Count, found.IsCut));
        Assert.Equal(0, await storage.Get<Database>().Read(session => session.First<long>("SELECT COUNT(*) FROM query_scopes"), default));
    }

    [SkippableFact]
    public async Task Sqlite_does_not_offer_it()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);

        Assert.Empty(new QueryMyRecordsTool(storage.Get<IMyRecordsQuery>()).Tools);
    }

    private async Task<StorageUnderTest> TwoCustomers()
    {
        var storage = await fixture.Create(Dialect.Postgres);
        await storage.LoadTwoCustomers();
        return storage;
    }

    private static Task<MyRecordsResult> Query(StorageUnderTest storage, string sql, string customerId = "ada") =>
        storage.Get<IMyRecordsQuery>().Query(customerId, sql, default);
}
