using SupportAgents.Customers;
using SupportAgents.Grains.Reasoning;
using SupportAgents.Grains.Specialists.Personalization;
using SupportAgents.Grains.Specialists.Recommendations.Feedback;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations;

/// <summary>Gathers what is known about a customer, asks the ranking, picks a variant and words the reasons.</summary>
public sealed class Recommender(
    CatalogIndexCache indexes, RankingState state, ICustomerStore customers, IOrderStore orders, IActivityStore activity, IPolicyStore policies, TimeProvider time)
{
    private const int BrowsingRead = 200;

    /// <summary>Recommends for the customer, or for anyone when there is none. Anchors and prices are checked by the caller.</summary>
    public async Task<RecommendationList> Recommend(string? customerId, RecommendArguments arguments, CancellationToken cancellationToken)
    {
        var index = await indexes.Index(cancellationToken);
        var features = await indexes.Features(cancellationToken);
        var known = await Know(customerId, index, cancellationToken);
        var gift = arguments.Gift == true;
        var filter = Filter(arguments, index, gift ? StatedPreferences.None : known.Stated) with { AvailableOnly = true };
        string[] anchors = [.. new[] { arguments.SimilarTo, arguments.CheaperThan, arguments.GoesWith }.OfType<string>()];
        var request = new RankingRequest
        {
            Goal = arguments.GoesWith is not null ? RankingGoal.GoesWith : anchors.Length > 0 ? RankingGoal.SimilarTo
                : gift || known.IsUnknown ? RankingGoal.ForAnyone : RankingGoal.ForYou,
            CustomerId = customerId,
            Anchors = anchors,
            Bought = gift ? [] : known.Bought,
            Excluded = arguments.Exclude is { Length: > 0 } shown ? known.Excluded.Union(shown).ToHashSet(StringComparer.Ordinal) : known.Excluded,
            Interest = gift ? new Dictionary<string, double>() : known.Interest,
            Preferences = Wanted(gift ? StatedPreferences.None : known.Stated, arguments.Without),
            Filter = filter,
            Among = index.Matching(arguments.Query),
            Limit = arguments.Limit ?? 5,
        };
        var ranked = (await state.Ranker(features, cancellationToken)).Rank(request);
        var items = new List<Recommendation>();
        foreach (var found in ranked)
            items.Add(await Word(found, anchors, known, filter, index, cancellationToken));
        return new RecommendationList { Items = items, Notes = Notes(known, filter, arguments, gift) };
    }

    private async Task<Known> Know(string? customerId, CatalogIndex index, CancellationToken cancellationToken)
    {
        if (customerId is null)
            return new Known();
        var customer = await customers.Find(customerId, cancellationToken);
        var own = await orders.List(customerId, cancellationToken);
        var seen = await activity.Browsing(customerId, BrowsingRead, cancellationToken);
        var stated = StatedPreferences.Read(customer?.Preferences);
        return new Known
        {
            Stated = stated,
            Bought = Purchases.Seeds(own, time.GetUtcNow()),
            Names = own.SelectMany(order => order.Items).DistinctBy(item => item.ProductId).ToDictionary(item => item.ProductId, item => item.Name),
            Excluded = Purchases.NotToRecommend(own, await policies.Current(cancellationToken), index.Find),
            Interest = stated.LearnFromBehaviour ? BrowsingInterest.Of(seen, time.GetUtcNow()) : new Dictionary<string, double>(),
            Habits = PreferenceInference.Infer(stated, own, seen, index.Find, time.GetUtcNow()),
        };
    }

    private static StatedPreferences Wanted(StatedPreferences stated, string? without) =>
        string.IsNullOrWhiteSpace(without) ? stated : stated with { Avoid = [.. stated.Avoid, without] };

    private static VariantFilter Filter(RecommendArguments arguments, CatalogIndex index, StatedPreferences stated)
    {
        var filter = ArgumentChecks.Filter(arguments, arguments.Options);
        if (arguments.CheaperThan is { } id && index.Find(id) is { Variants.Count: > 0 } dear)
        {
            var below = new Money(dear.Variants.Min(variant => variant.Price).Cents - 1);
            filter = filter with { MaxPrice = filter.MaxPrice is { } max && max < below ? max : below };
        }
        return filter.MaxPrice is null && filter.MinPrice is null && stated.MaxPrice is { } limit ? filter with { MaxPrice = limit } : filter;
    }

    private async Task<Recommendation> Word(RankedProduct found, string[] anchors, Known known, VariantFilter filter, CatalogIndex index, CancellationToken cancellationToken)
    {
        var product = found.Product;
        var variant = Pick(product, filter, known);
        var (mean, reviews) = RatingBound.Mean(state.Stars(product.Id));
        var feedback = reviews > 0 ? FeedbackSummarizer.Summarize(product, await activity.Feedback(product.Id, cancellationToken)) : null;
        return new Recommendation
        {
            ProductId = product.Id,
            Name = product.Name,
            Brand = product.Brand,
            Category = product.Category,
            VariantId = variant.Id,
            Options = variant.Options,
            Price = variant.Price,
            Rating = mean is { } value ? Math.Round(value, 2) : (double?)product.Rating,
            Reviews = reviews,
            Reasons = ReasonWords.Of(found, anchors, id => index.Find(id)?.Name ?? known.Names.GetValueOrDefault(id) ?? id, feedback),
            Score = Math.Round(found.Score, 4),
        };
    }

    /// <summary>Of the variants that fit and are not avoided, the one with the most of what the customer likes, then the cheapest.</summary>
    private static Variant Pick(Product product, VariantFilter filter, Known known)
    {
        var avoided = known.Stated.Avoid.Select(Words.Key).ToHashSet(StringComparer.Ordinal);
        var liked = known.Stated.Likes.Select(like => Words.Key(like.Value)).ToHashSet(StringComparer.Ordinal);
        var habits = known.Habits.Select(habit => (Words.Key(habit.Name), Words.Key(habit.Value))).ToHashSet();
        return filter.Of(product).OrderBy(variant => variant.Options.Values.Any(value => avoided.Contains(Words.Key(value))))
            .ThenByDescending(variant => variant.Options.Sum(option => (liked.Contains(Words.Key(option.Value)) ? 2 : 0)
                + (habits.Contains((Words.Key(option.Key), Words.Key(option.Value))) ? 1 : 0)))
            .ThenBy(variant => variant.Price).First();
    }

    private static List<string> Notes(Known known, VariantFilter filter, RecommendArguments arguments, bool gift)
    {
        var notes = new List<string>();
        if (arguments.MaxPrice is null && arguments.CheaperThan is null && filter.MaxPrice is { } limit)
            notes.Add($"Kept to your own limit of {ReplyHelpers.Format(limit)} for one item.");
        if (!gift && known.Stated.Avoid.Count > 0)
            notes.Add($"Left out, as you asked: {ReplyHelpers.Join(known.Stated.Avoid)}.");
        if (!string.IsNullOrWhiteSpace(arguments.Without))
            notes.Add($"Left out this time: {arguments.Without}.");
        return notes;
    }

    private sealed record Known
    {
        public StatedPreferences Stated { get; init; } = StatedPreferences.None;
        public IReadOnlyList<Seed> Bought { get; init; } = [];
        public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
        public IReadOnlySet<string> Excluded { get; init; } = new HashSet<string>();
        public IReadOnlyDictionary<string, double> Interest { get; init; } = new Dictionary<string, double>();
        public IReadOnlyList<InferredPreference> Habits { get; init; } = [];
        public bool IsUnknown => Bought.Count == 0 && Interest.Count == 0 && Stated.Likes.Count == 0;
    }
}
