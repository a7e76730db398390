using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Tests.Specialists.Recommendations.Ranking;

/// <summary>What holds for every ranking, on random shops, customers and requests.</summary>
public sealed class ProductRankerTests
{
    private const int Products = 120;
    private static readonly string[] _colours = ["red", "green", "blue", "black"];
    private static readonly string[] _categories = ["Lamps", "Chairs", "Rugs"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Only_what_can_be_bought_fits_and_is_wanted_is_ranked(int seed)
    {
        var (ranker, request) = Random(seed);
        Assert.All(ranker.Rank(request), found =>
        {
            Assert.DoesNotContain(found.Product.Id, request.Excluded);
            Assert.DoesNotContain(found.Product.Id, request.Anchors);
            Assert.True(request.Among?.Contains(found.Product.Id) ?? true);
            Assert.DoesNotContain(request.Preferences.Avoid, avoided => avoided == found.Product.Category);
            Assert.Contains(found.Product.Variants, variant => variant.Available
                && variant.Price <= (request.Filter.MaxPrice ?? variant.Price)
                && (request.Filter.Options is null || variant.Options["color"] == request.Filter.Options["color"])
                && !request.Preferences.Avoid.Contains(variant.Options["color"]));
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Short_list_is_the_beginning_of_the_whole_one(int seed)
    {
        var (ranker, request) = Random(seed);
        // Other goals take off for sameness among the places of the list itself.
        request = request with { Goal = RankingGoal.SimilarTo };
        var whole = ranker.Rank(request with { Limit = Products }).Select(found => found.Score).ToList();
        var top = ranker.Rank(request with { Limit = 7 }).Select(found => found.Score).ToList();
        Assert.Equal(whole.Take(7), top);
        Assert.Equal(whole.OrderDescending(), whole);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_is_the_sum_of_its_evidence(int seed)
    {
        var (ranker, request) = Random(seed);
        Assert.All(ranker.Rank(request), found => Assert.Equal(found.Evidence.Sum(evidence => evidence.Points), found.Score, 4));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_fitting_product_has_a_place_when_there_are_enough(int seed)
    {
        var (ranker, request) = Random(seed);
        request = request with { Goal = RankingGoal.ForYou, Anchors = [], Excluded = new HashSet<string>(), Preferences = StatedPreferences.None, Among = null };
        var fitting = Shop(seed).Count(product => product.Variants.Any(variant => variant.Available && request.Filter.Fits(variant, new WordKeys())));
        Assert.Equal(fitting, ranker.Rank(request with { Limit = Products }).Count);
    }

    private static (ProductRanker Ranker, RankingRequest Request) Random(int seed)
    {
        var random = new Random(seed);
        var shop = Shop(seed);
        string Any() => shop[random.Next(shop.Length)].Id;
        var index = new PurchaseIndex();
        for (var order = 0; order < 150; order++)
            index.Apply(new PurchasedOrder { OrderId = $"o{order}", CustomerId = $"k{random.Next(40)}", Status = OrderStatus.Delivered, ProductIds = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any())] });
        var ratings = shop.Where(_ => random.Next(2) == 0).ToDictionary(product => product.Id, product => new ProductRatings(product.Id, [.. Enumerable.Range(0, 5).Select(_ => random.Next(9))]));
        string[] bought = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Any())];
        return (new ProductRanker(new CatalogFeatures(shop), index, ratings), new RankingRequest
        {
            Goal = Enum.GetValues<RankingGoal>()[random.Next(4)],
            CustomerId = $"k{random.Next(40)}",
            Anchors = random.Next(2) == 0 ? [Any()] : [],
            Bought = [.. bought.Select(id => new Seed(id, random.NextDouble()))],
            Excluded = bought.Append(Any()).ToHashSet(),
            Interest = Enumerable.Range(0, random.Next(5)).Select(_ => Any()).Distinct().ToDictionary(id => id, _ => random.NextDouble() * 3),
            Preferences = StatedPreferences.None with
            {
                Likes = [.. _colours.Where(_ => random.Next(3) == 0).Select(colour => new StatedPreference("color", colour))],
                Avoid = [.. _colours.Concat(_categories).Where(_ => random.Next(7) == 0)],
            },
            Filter = new VariantFilter
            {
                MaxPrice = random.Next(2) == 0 ? new Money(random.Next(1_000, 9_000)) : null,
                Options = random.Next(3) == 0 ? new Dictionary<string, string> { ["color"] = _colours[random.Next(4)] } : null,
            },
            Among = random.Next(3) == 0 ? Enumerable.Range(0, 50).Select(_ => Any()).ToHashSet() : null,
            Limit = random.Next(1, 12),
        });
    }

    private static Product[] Shop(int seed)
    {
        var random = new Random(-seed);
        return [.. Enumerable.Range(0, Products).Select(number => new Product
        {
            Id = $"p{number}",
            Name = $"Article {number}",
            Category = _categories[random.Next(_categories.Length)],
            Description = $"word{random.Next(20)} word{random.Next(20)}",
            Variants = [.. Enumerable.Range(0, random.Next(0, 4)).Select(variant => new Variant
            {
                Id = $"p{number}-{variant}",
                Options = new Dictionary<string, string> { ["color"] = _colours[random.Next(4)] },
                Price = new Money(random.Next(500, 10_000)),
                Available = random.Next(4) > 0,
            })],
        })];
    }
}
