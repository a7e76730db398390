using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Import;

namespace SupportAgents.Silo.Tests.Data.Import;

[Collection(StorageTests.Name)]
public sealed class ShopImporterTests(StorageFixture fixture)
{
    private const string Customer = """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c"}""";
    private const string Product = """{"id":"p1","name":"P","variants":[{"id":"v1","options":{},"price":1.5,"available":true}]}""";
    private const string Order = """{"id":"o1","customerId":"c1","status":"pending","items":[{"variantId":"v1","productId":"p1","name":"P","options":{},"price":1.5}]}""";

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "customers.jsonl", "{", "customers.jsonl:1: " },
        { "customers.jsonl", "\n\n[]", "customers.jsonl:3: wrong type: an object or a list is expected" },
        { "customers.jsonl", "null", "customers.jsonl:1: null is not a record" },
        { "customers.jsonl", Customer + " " + Customer, "customers.jsonl:1: " },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","vip":true}""", "customers.jsonl:1: $.vip: unknown member 'vip'" },
        { "customers.jsonl", """{"Id":"c1","firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: $.Id: unknown member 'Id'" },
        { "customers.jsonl", """{"id":"c1","id":"c2","firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: $.id: member 'id' is there twice" },
        { "customers.jsonl", """{"firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: missing member 'id'" },
        { "customers.jsonl", """{"id":7,"firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: $.id: wrong type: text is expected" },
        { "customers.jsonl", """{"id":null,"firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: $.id: null is not allowed here" },
        { "customers.jsonl", """{"id":"","firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: customer id is empty" },
        { "customers.jsonl", """{"id":"c\u0000","firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: the text holds a NUL" },
        { "customers.jsonl", """{"id":"c\ud800","firstName":"A","lastName":"B","email":"a@b.c"}""", "customers.jsonl:1: " },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","preferences":[1]}""", "customers.jsonl:1: $.preferences: a JSON object is expected" },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","joinedAt":"yesterday"}""", "customers.jsonl:1: $.joinedAt: \"yesterday\" is not an ISO 8601 date" },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","joinedAt":"2026-02-30"}""", "customers.jsonl:1: $.joinedAt: " },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","paymentMethods":[{"id":"x","kind":"cheque"}]}""", "customers.jsonl:1: $.paymentMethods[0].kind: unknown kind" },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","paymentMethods":[{"id":"x","kind":"gift_card","balance":1.005}]}""", "customers.jsonl:1: $.paymentMethods[0].balance: 1.005 is not an amount with at most two decimal places" },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","paymentMethods":[{"id":"x","kind":"gift_card","balance":"1"}]}""", "customers.jsonl:1: $.paymentMethods[0].balance: an amount of money must be a number" },
        { "customers.jsonl", """{"id":"c1","firstName":"A","lastName":"B","email":"a@b.c","paymentMethods":[null]}""", "customers.jsonl:1: paymentMethods holds a null" },
        { "customers.jsonl", Customer + "\n" + Customer, "customers.jsonl:2: duplicate customer id 'c1', first in customers.jsonl:1" },
        { "customers.jsonl", Customer + "\n" + """{"id":"c2","firstName":"A","lastName":"B","email":"A@B.c"}""", "customers.jsonl:2: duplicate e-mail 'a@b.c'" },
        { "customers.jsonl", """{"id":"c2","firstName":"A","lastName":"B","email":"ADA@example.ORG"}""", "customers.jsonl:1: duplicate e-mail 'ADA@example.ORG': another customer has it" },
        { "products.jsonl", """{"id":"p1","name":"P","variants":[{"id":"v1","options":{},"price":1.5,"available":"yes"}]}""", "products.jsonl:1: $.variants[0].available: wrong type: true or false is expected" },
        { "products.jsonl", """{"id":"p1","name":"P","variants":[{"id":"v1","options":{"a":1},"price":1.5,"available":true}]}""", "products.jsonl:1: $.variants[0].options.a: wrong type" },
        { "products.jsonl", """{"id":"p1","name":"P","variants":[{"id":"v1","options":{"a":null},"price":1.5,"available":true}]}""", "products.jsonl:1: options of variant 'v1' hold a null" },
        { "products.jsonl", """{"id":"p1","name":"P","variants":[{"id":"v1","options":{},"price":-1,"available":true}]}""", "products.jsonl:1: price or stock of variant 'v1' is negative" },
        { "products.jsonl", """{"id":"p1","name":"P","variants":[{"id":"v1","options":{},"price":1,"available":true,"stock":1.5}]}""", "products.jsonl:1: $.variants[0].stock: wrong type: a whole number is expected" },
        { "products.jsonl", Product + "\n" + Product.Replace("p1", "p2", StringComparison.Ordinal), "products.jsonl:2: duplicate variant id 'v1', first in products.jsonl:1" },
        { "products.jsonl", """{"id":"p1","name":"P","variants":[{"id":"kettle-red","options":{},"price":1,"available":true}]}""", "products.jsonl:1: duplicate variant id 'kettle-red': product 'kettle' has it" },
        { "orders.jsonl", Order.Replace("pending", "Pending", StringComparison.Ordinal), "orders.jsonl:1: $.status: unknown status" },
        { "orders.jsonl", Order.Replace("pending", "lost", StringComparison.Ordinal), "orders.jsonl:1: $.status: unknown status" },
        { "orders.jsonl", Order.Replace("\"pending\"", "1", StringComparison.Ordinal), "orders.jsonl:1: $.status: unknown status" },
        { "orders.jsonl", Order, "orders.jsonl:1: unknown customer 'c1'" },
        { "orders.jsonl", Order.Replace("c1", "ada", StringComparison.Ordinal), "orders.jsonl:1: unknown product 'p1'" },
        { "orders.jsonl", Order.Replace("c1", "ada", StringComparison.Ordinal).Replace("p1", "kettle", StringComparison.Ordinal), "orders.jsonl:1: unknown variant 'v1'" },
        { "orders.jsonl", """{"id":"o1","customerId":"ada","status":"delivered","items":[],"return":{"variantIds":["v9"],"paymentMethodId":"x"}}""", "orders.jsonl:1: unknown variant 'v9'" },
        { "orders.jsonl", """{"id":"o1","customerId":"ada","status":"delivered","items":[],"payments":[{"kind":"payment","amount":-1,"paymentMethodId":"x"}]}""", "orders.jsonl:1: payments hold a null or a negative amount" },
        { "orders.jsonl", """{"id":"o1","customerId":"ada","status":"delivered","items":[],"payments":[{"kind":"gift","amount":1,"paymentMethodId":"x"}]}""", "orders.jsonl:1: $.payments[0].kind: unknown kind" },
        { "orders.jsonl", """{"id":"o1","customerId":"ada","status":"delivered","items":[],"fulfillments":[{"trackingIds":[null],"variantIds":[]}]}""", "orders.jsonl:1: fulfillments hold a null" },
        { "feedback.jsonl", """{"productId":"p9","text":"good"}""", "feedback.jsonl:1: unknown product 'p9'" },
        { "feedback.jsonl", """{"productId":"kettle","customerId":"c9","text":"good"}""", "feedback.jsonl:1: unknown customer 'c9'" },
        { "feedback.jsonl", """{"productId":"kettle","text":"good","rating":6}""", "feedback.jsonl:1: rating must be from 1 to 5" },
        { "browsing.jsonl", """{"customerId":"ada","productId":"kettle"}""", "browsing.jsonl:1: missing member 'at'" },
        { "browsing.jsonl", """{"customerId":"ada","productId":"p9","at":"2026-01-01"}""", "browsing.jsonl:1: unknown product 'p9'" },
        { "policies.json", "{\n \"returnWindowDays\": \"30\" }", "policies.json:2: $.returnWindowDays: wrong type: a whole number is expected" },
        { "policies.json", "{\"refundRoutes\":[\"cash\"]}", "policies.json:1: unknown refund route 'cash'" },
        { "policies.json", "[]", "policies.json:1: wrong type" },
        { "knowledge/a.md", "# no front matter", "knowledge/a.md:1: front matter is missing" },
        { "knowledge/a.md", "---\nid: a\n", "knowledge/a.md:1: front matter is not closed" },
        { "knowledge/a.md", "---\ntitle: A\nkind: faq\n---\n", "knowledge/a.md:1: front matter has no id" },
        { "knowledge/a.md", "---\nid: a\nkind: faq\n---\n", "knowledge/a.md:1: front matter has no title" },
        { "knowledge/a.md", "---\nid: a\ntitle: A\n---\n", "knowledge/a.md:1: front matter has no kind" },
        { "knowledge/a.md", "---\nid: a\ntitle: A\nkind: novel\n---\n", "knowledge/a.md:1: unknown kind 'novel'" },
        { "knowledge/a.md", "---\nid: a\ntitle: A\nkind: faq\nauthor: me\n---\n", "knowledge/a.md:5: Property 'author' not found" },
        { "knowledge/a.md", "---\nid: [\n---\n", "knowledge/a.md:" },
        { "knowledge/x/a.md", "---\nid: a\ntitle: A\nkind: faq\nproductId: p9\n---\n", "knowledge/x/a.md:1: unknown product 'p9'" },
    };

    [SkippableTheory, MemberData(nameof(Refusals))]
    public async Task Bad_line_is_refused_with_file_line_and_reason(string file, string content, string expected)
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        await storage.Load();
        using var folder = new ImportFolder();
        folder.Write(file, content);

        var result = await storage.Get<ShopImporter>().Import(folder.Path, default);

        Assert.False(result.Succeeded);
        Assert.Contains(result.Errors, error => error.StartsWith(expected, StringComparison.Ordinal));
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task One_bad_line_keeps_everything_else_out(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        using var folder = new ImportFolder();
        folder.Write("customers.jsonl", Customer);
        folder.Write("products.jsonl", Product);
        folder.Write("orders.jsonl", Order + "\n" + Order.Replace("o1", "o2", StringComparison.Ordinal).Replace("\"v1\"", "\"v2\"", StringComparison.Ordinal));

        var result = await storage.Get<ShopImporter>().Import(folder.Path, default);

        Assert.Equal(["orders.jsonl:2: unknown variant 'v2'"], result.Errors);
        Assert.Null(await storage.Get<ICustomerStore>().Find("c1", default));
        Assert.Empty(await storage.Get<ICatalogStore>().List(default));
    }

    [Fact]
    public async Task Wrong_encoding_is_refused()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        using var folder = new ImportFolder();
        folder.Write("customers.jsonl", [.. "{}\n"u8, 0xE4, 0xF6, (byte)'\n']);
        folder.Write("knowledge/a.md", [0xFF, 0xFE, 0x41, 0x00]);

        var result = await storage.Get<ShopImporter>().Import(folder.Path, default);

        Assert.Contains("customers.jsonl:2: not UTF-8 text", result.Errors);
        Assert.Contains("knowledge/a.md:1: not UTF-8 text", result.Errors);
    }

    [Fact]
    public async Task Errors_stop_at_twenty()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        using var folder = new ImportFolder();
        folder.Write("orders.jsonl", string.Concat(Enumerable.Repeat("{}\n", 50)));

        Assert.Equal(20, (await storage.Get<ShopImporter>().Import(folder.Path, default)).Errors.Count);
    }

    [Fact]
    public async Task Folder_with_nothing_in_it_or_not_there_is_refused()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        using var folder = new ImportFolder();

        Assert.False((await storage.Get<ShopImporter>().Import(folder.Path, default)).Succeeded);
        Assert.False((await storage.Get<ShopImporter>().Import(folder.Path + "-not-there", default)).Succeeded);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Record_with_an_id_that_exists_is_replaced(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        using var folder = new ImportFolder();
        folder.Write("customers.jsonl", Customer);
        folder.Write("products.jsonl", Product);
        folder.Write("orders.jsonl", Order);
        folder.Write("feedback.jsonl", """{"productId":"p1","text":"good"}""" + "\n" + """{"productId":"p1","text":"good"}""");
        folder.Write("policies.json", """{"version":"1","house":{"x":1}}""");
        var importer = storage.Get<ShopImporter>();
        Assert.True((await importer.Import(folder.Path, default)).Succeeded);
        folder.Write("customers.jsonl", Customer.Replace("a@b.c", "A@b.c", StringComparison.Ordinal));
        folder.Write("orders.jsonl", Order.Replace("pending", "shipped", StringComparison.Ordinal));

        var result = await importer.Import(folder.Path, default);

        Assert.Equal((1, 1, 1, 1, 2, 1), (result.Counts.Customers, result.Counts.Products, result.Counts.Variants, result.Counts.Orders, result.Counts.Feedback, result.Counts.Policies));
        var order = await storage.Get<IOrderStore>().Find("c1", "o1", default);
        Assert.Equal((OrderStatus.Shipped, 2L, 1), (order!.Status, order.Version, order.Items.Count));
        Assert.Equal("A@b.c", (await storage.Get<ICustomerStore>().Find("c1", default))!.Email);
        Assert.Equal(2, (await storage.Get<IActivityStore>().Feedback("p1", default)).Count);
        Assert.Equal("1", (await storage.Get<IPolicyStore>().Current(default)).Version);
    }

    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Date_without_offset_is_UTC(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load();
        using var folder = new ImportFolder();
        folder.Write("browsing.jsonl", """
            {"customerId":"ada","productId":"kettle","at":"2026-01-02"}
            {"customerId":"ada","productId":"kettle","at":"2026-01-02T03:04:05"}
            {"customerId":"ada","productId":"kettle","at":"2026-01-02T03:04:05.123456+02:00"}
            """);

        Assert.Empty((await storage.Get<ShopImporter>().Import(folder.Path, default)).Errors);

        Assert.Equal(
            ["2026-01-02T03:04:05.0000000+00:00", "2026-01-02T01:04:05.1234560+00:00", "2026-01-02T00:00:00.0000000+00:00"],
            (await storage.Get<IActivityStore>().Browsing("ada", 10, default)).Select(seen => seen.At.ToString("o")));
        Assert.Single(await storage.Get<IActivityStore>().Browsing("ada", 1, default));
        Assert.Empty(await storage.Get<IActivityStore>().Browsing("ben", 10, default));
    }
}
