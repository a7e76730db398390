using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Export;
using SupportAgents.Silo.Data.Format;
using SupportAgents.Silo.Data.Import;
using SupportAgents.Failures;
using SupportAgents.Silo.Tests.Data.Import;
using SupportAgents.Support;
using Xunit.Abstractions;

namespace SupportAgents.Silo.Tests.Data.Export;

[Collection(StorageTests.Name)]
public sealed class RoundTripTests(StorageFixture fixture, ITestOutputHelper output)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Own_records_of_every_kind_come_back_field_by_field(Dialect dialect)
    {
        using var source = new ImportFolder();
        source.Write("customers.jsonl", """
            {"id":"c1","firstName":"Zoë","lastName":"O'Neil","email":"Z@x.org","phone":"","address":{"line1":"1","line2":"","city":"K","state":"","country":"DE","postalCode":"01234"},"paymentMethods":[{"id":"z","kind":"gift_card","balance":0},{"id":"a","kind":"credit_card","brand":"visa","lastFour":"0001"},{"id":"p","kind":"paypal"}],"preferences":{ "b" : [1.10, {"x":null}], "a":"<&>\n" },"loyaltyTier":"gold","joinedAt":"2025-05-06T07:08:09.5Z"}
            {"id":"c2","firstName":"","lastName":"","email":"e2","paymentMethods":[],"preferences":{}}
            {"id":"c3","firstName":"C","lastName":"D","email":"e3"}
            """);
        source.Write("products.jsonl", """
            {"id":"p2","name":"Second","variants":[]}
            {"id":"p1","name":"First","brand":"B","category":"C","description":"line\nbreak \u2603","warrantyMonths":0,"rating":4.5,"variants":[{"id":"v2","options":{"size":"M","color":"red"},"price":0.1,"available":false,"stock":0},{"id":"v1","options":{},"price":1234567.89,"available":true}]}
            """);
        source.Write("orders.jsonl", """
            {"id":"#2","customerId":"c1","status":"exchange_requested","placedAt":"2026-01-01T00:00:00Z","deliveredAt":"2026-01-05T10:00:00.123456Z","address":{"line1":"2","city":"K","state":"S","country":"DE","postalCode":"1"},"items":[{"variantId":"v2","productId":"p1","name":"First","options":{"size":"M","color":"red"},"price":0.1},{"variantId":"v1","productId":"p1","name":"First","options":{},"price":5},{"variantId":"v2","productId":"p1","name":"First","options":{},"price":0.2}],"fulfillments":[{"trackingIds":["b","a"],"variantIds":["v1"],"carrier":"Post","estimatedDelivery":"2026-01-04T00:00:00Z"},{"trackingIds":[],"variantIds":[]}],"payments":[{"kind":"payment","amount":5.3,"paymentMethodId":"z"},{"kind":"refund","amount":0.05,"paymentMethodId":"a"}],"exchange":{"variantIds":["v2"],"newVariantIds":["v1"],"paymentMethodId":"z","priceDifference":-0.4}}
            {"id":"#1","customerId":"c2","status":"return_requested","items":[],"fulfillments":[],"payments":[],"return":{"variantIds":["v2","v1"],"paymentMethodId":"x"}}
            {"id":"#3","customerId":"c2","status":"cancelled","items":[],"cancelReason":"no longer needed"}
            """);
        source.Write("feedback.jsonl", """
            {"productId":"p1","customerId":"c1","rating":5,"text":"wow","at":"2026-01-01T00:00:00Z"}
            {"productId":"p1","text":"twice"}
            {"productId":"p1","text":"twice"}
            """);
        source.Write("browsing.jsonl", """{"customerId":"c1","productId":"p2","at":"2026-01-01T00:00:00Z","seconds":0,"action":"view"}""");
        source.Write("policies.json", "{\n  \"version\": \"7\", \"returnWindowDays\": 30, \"own\": {\"a\": [1]} }\n");
        source.Write("knowledge/deep/a.md", "---\nid: a/b:c\ntitle: \"Yes: #1 'quoted'\"\nkind: guide\ncategory: \"true\"\n---\n\r\n# Head\r\n---\nbody \0 \uE000 ü without end");
        source.Write("knowledge/b.md", "---\r\nid: '007'\r\ntitle: null text\r\nkind: faq\r\nproductId: p1\r\n---\r\n");

        await RoundTrip(dialect, source.Path);
    }

    [SkippableTheory]
    [InlineData(Dialect.Sqlite, "retail"), InlineData(Dialect.Postgres, "retail")]
    [InlineData(Dialect.Sqlite, "eshop-support"), InlineData(Dialect.Postgres, "eshop-support")]
    public async Task Shared_data_come_back_field_by_field(Dialect dialect, string name)
    {
        await RoundTrip(dialect, SharedData.Require(name, "import"));
    }

    [Fact]
    public async Task Export_into_a_folder_that_holds_something_is_refused()
    {
        await using var storage = await fixture.Create(Dialect.Sqlite);
        using var target = new ImportFolder();
        target.Write("note", "mine");

        var failure = await Assert.ThrowsAsync<SupportException>(() => storage.Get<ShopExporter>().Export(target.Path, default));

        Assert.Equal(FailureKind.Invalid, failure.Kind);
        Assert.Equal(["note"], Directory.GetFileSystemEntries(target.Path).Select(Path.GetFileName));
    }

    private async Task RoundTrip(Dialect dialect, string source)
    {
        await using var storage = await fixture.Create(dialect);
        using var scratch = new ImportFolder();
        var watch = Stopwatch.StartNew();
        var imported = await storage.Get<ShopImporter>().Import(source, default);
        Assert.Empty(imported.Errors);
        output.WriteLine($"{dialect}: imported {imported.Counts} in {watch.ElapsedMilliseconds} ms");

        Assert.Equal(imported.Counts, await storage.Get<ShopExporter>().Export(scratch.Sub("out"), default));

        AssertSameShop(source, scratch.Sub("out"));
        await using var second = await fixture.Create(dialect);
        Assert.Empty((await second.Get<ShopImporter>().Import(scratch.Sub("out"), default)).Errors);
        await second.Get<ShopExporter>().Export(scratch.Sub("again"), default);
        foreach (var path in Directory.GetFiles(scratch.Sub("out"), "*", SearchOption.AllDirectories))
            Assert.Equal(await File.ReadAllTextAsync(path), await File.ReadAllTextAsync(path.Replace(scratch.Sub("out"), scratch.Sub("again"), StringComparison.Ordinal)));
    }

    private static void AssertSameShop(string expected, string actual)
    {
        foreach (var path in Directory.GetFiles(expected, "*.jsonl"))
        {
            var lines = Records(path);
            var others = Records(Path.Combine(actual, Path.GetFileName(path)));
            Assert.Equal(lines.Count, others.Count);
            foreach (var (line, other) in lines.Zip(others))
                Assert.True(JsonNode.DeepEquals(line, other), $"{line}\n{other}");
        }

        if (File.Exists(Path.Combine(expected, "policies.json")))
            Assert.Equal(File.ReadAllText(Path.Combine(expected, "policies.json")), File.ReadAllText(Path.Combine(actual, "policies.json")));
        if (Directory.Exists(Path.Combine(expected, "knowledge")))
            Assert.Equal(Documents(expected), Documents(actual));
    }

    private static List<JsonNode> Records(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!)
            .OrderBy(record => record["id"]?.GetValue<string>() ?? record.ToJsonString(), StringComparer.Ordinal)];

    private static List<string> Documents(string folder) =>
        [.. Directory.GetFiles(Path.Combine(folder, "knowledge"), "*.md", SearchOption.AllDirectories)
            .Select(path => JsonSerializer.Serialize(FrontMatter.Read(File.ReadAllText(path)))).Order(StringComparer.Ordinal)];
}
