using CsCheck;
using SupportAgents.Grains.Specialists.Orders.MyRecords;

namespace SupportAgents.Grains.Tests.Specialists.Orders.MyRecords;

public sealed class MyRecordsSqlTests
{
    [Theory]
    [InlineData("SELECT * FROM my_orders")]
    [InlineData("select id, status from my_orders where status = 'pending' order by placed_at desc limit 5")]
    [InlineData("SELECT sum(amount) AS \"Total paid\" FROM my_payments WHERE kind = 'payment'")]
    [InlineData("SELECT name, count(*) FROM my_order_items GROUP BY name HAVING count(*) > 1")]
    [InlineData("WITH spent AS (SELECT order_id, sum(price) AS total FROM my_order_items GROUP BY order_id) SELECT max(total) FROM spent")]
    [InlineData("SELECT o.id FROM my_orders o WHERE EXISTS (SELECT 1 FROM my_order_items i WHERE i.order_id = o.id AND i.options->>'color' = 'red')")]
    [InlineData("SELECT extract(year from placed_at) AS y, round(avg(price), 2) FROM my_orders JOIN my_order_items ON order_id = id GROUP BY 1")]
    [InlineData("SELECT CASE WHEN (price > 10) THEN 'dear' ELSE 'O''Brien' END FROM my_order_items WHERE name IN ('Kettle') AND price BETWEEN 1 AND 2.50")]
    [InlineData("SELECT name, row_number() OVER (ORDER BY price DESC) FROM my_order_items")]
    [InlineData("SELECT cast(price as numeric(10, 2)), price::text FROM my_order_items WHERE name LIKE '%insert; delete--%'")]
    public void Check_lets_plain_selects_pass(string sql) => Assert.Null(MyRecordsSql.Check(sql));

    [Theory]
    [InlineData("")]
    [InlineData("DELETE FROM my_orders")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1;")]
    [InlineData("WITH x AS (DELETE FROM orders RETURNING *) SELECT * FROM x")]
    [InlineData("SELECT * INTO t FROM my_orders")]
    [InlineData("SELECT * FROM my_orders FOR UPDATE")]
    [InlineData("SELECT * FROM my_orders -- comment")]
    [InlineData("SELECT /* comment */ 1")]
    [InlineData("SELECT $$text$$")]
    [InlineData("SELECT $1")]
    [InlineData("SELECT E'\\x41'")]
    [InlineData("SELECT U&'\\0041'")]
    [InlineData("SELECT '\\'")]
    [InlineData("SELECT pg_sleep(10)")]
    [InlineData("SELECT \"pg_sleep\"(10)")]
    [InlineData("SELECT PG_SLEEP (10)")]
    [InlineData("SELECT set_config('role', 'none', true)")]
    [InlineData("SELECT query_to_xml('select 1', true, true, '')")]
    [InlineData("SELECT current_setting('app.customer_id')")]
    [InlineData("SELECT lo_import('/etc/passwd')")]
    [InlineData("SELECT dblink('x', 'y')")]
    [InlineData("SELECT repeat('x', 1000000000)")]
    [InlineData("SELECT count(*) FROM generate_series(1, 1000000000)")]
    [InlineData("WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT * FROM r")]
    [InlineData("SELECT * FROM pg_catalog.pg_class")]
    [InlineData("SELECT * FROM \"pg_user\"")]
    [InlineData("SELECT * FROM information_schema.tables")]
    [InlineData("SELECT * FROM public.orders")]
    [InlineData("SELECT 'orders'::regclass")]
    [InlineData("SELECT current_user")]
    [InlineData("SELECT my.current_customer()")]
    [InlineData("SELECT 1) AS x, (SELECT 2")]
    [InlineData("SELECT (1")]
    [InlineData("TABLE my_orders")]
    [InlineData("EXPLAIN SELECT 1")]
    [InlineData("SELECT 'never closed")]
    [InlineData("SELECT \"never closed")]
    [InlineData("SELECT @x")]
    [InlineData("SELECT 1 \0")]
    public void Check_refuses_everything_else(string sql) => Assert.NotNull(MyRecordsSql.Check(sql));

    [Fact]
    public void Check_never_lets_a_semicolon_pass_outside_text() =>
        Gen.String[Gen.Char["select \"'();-*/$\\E1"], 0, 40].Sample(text =>
        {
            var sql = $"SELECT {text} ; DELETE FROM my_orders";
            if (MyRecordsSql.Check(sql) is null)
                Assert.Contains("'", text, StringComparison.Ordinal);
        });

    [Fact]
    public void Check_refuses_what_is_too_long() =>
        Assert.Equal("query_too_long", MyRecordsSql.Check("SELECT " + new string('1', 4_000))!.Code);
}
