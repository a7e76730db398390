using Microsoft.Extensions.Logging.Abstractions;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;
using SupportAgents.Silo.Data;
using SupportAgents.Silo.Data.Shop;
using SupportAgents.Silo.Recommendations;
using SupportAgents.Silo.Tests.Data;

namespace SupportAgents.Silo.Tests.Recommendations;

[Collection(StorageTests.Name)]
public sealed class RankingRefresherTests(StorageFixture fixture)
{
    [SkippableTheory, InlineData(Dialect.Sqlite), InlineData(Dialect.Postgres)]
    public async Task Ranking_takes_in_orders_and_ratings_as_they_arrive(Dialect dialect)
    {
        await using var storage = await fixture.Create(dialect);
        await storage.Load();
        Product[] catalogue = [Samples.Kettle, Named("cup"), Named("tray")];
        var (state, features) = (new RankingState(), new CatalogFeatures(catalogue));
        using var refresher = new RankingRefresher(storage.Get<IPurchaseFeed>(), state, TimeProvider.System, NullLogger<RankingRefresher>.Instance);
        await refresher.Refresh(default);
        var before = await state.Ranker(features, default);
        Assert.DoesNotContain(Rank(before)[0].Evidence, one => one.Kind == EvidenceKind.CoPurchase);

        await storage.Load([.. Enumerable.Range(1, 6).Select(number => Samples.Order($"#{number}") with { CustomerId = "ben", Items = [Unit("kettle"), Unit("tray")] })]);
        await storage.Get<Database>().Write(null, async session =>
        {
            await ActivityTable.Save(session, [new() { ProductId = "tray", Rating = 5, Text = "…" }], []);
            return true;
        }, default);
        await refresher.Refresh(default);
        var after = await state.Ranker(features, default);

        Assert.NotSame(before, after);
        Assert.Equal("tray", Rank(after)[0].Product.Id);
        Assert.Contains(Rank(after)[0].Evidence, one => one is { Kind: EvidenceKind.CoPurchase, ProductId: "kettle" });
        Assert.Equal([0, 0, 0, 0, 1], state.Stars("tray"));

        await refresher.Refresh(default);
        Assert.Same(after, await state.Ranker(features, default));
    }

    private static IReadOnlyList<RankedProduct> Rank(ProductRanker ranker) =>
        ranker.Rank(new RankingRequest { CustomerId = "ada", Bought = [new Seed("kettle", 1)], Excluded = new HashSet<string> { "kettle" } });

    private static Product Named(string id) => new()
    {
        Id = id,
        Name = id,
        Variants = [new() { Id = $"{id}-1", Options = new Dictionary<string, string>(), Price = new Money(900), Available = true }],
    };

    private static OrderItem Unit(string product) => new() { VariantId = $"{product}-1", ProductId = product, Name = product, Options = new Dictionary<string, string>(), Price = new Money(900) };
}
