using System.Numerics.Tensors;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>The evidence of one request that does not depend on the whole catalogue: found once, asked per product.</summary>
internal sealed class RankingParts
{
    /// <summary>The best likeness counts 1 when it is at least this; weaker evidence stays weak.</summary>
    private const double ClearLikeness = 0.02;

    /// <summary>What is more alike than this stands in for a thing; it does not go with it.</summary>
    private const double Substitute = 0.5;
    private readonly CatalogFeatures _features;
    private readonly RankingRequest _request;
    private readonly List<Seed> _seeds;
    private readonly Dictionary<int, BoughtAlong> _along = [];
    private readonly Dictionary<int, double> _interest = [];
    private readonly Dictionary<int, (int Met, string First)> _preferences = [];
    private readonly HashSet<int> _excluded = [];
    private readonly HashSet<string> _avoidedValues = new(StringComparer.Ordinal);
    private readonly double _clearest = ClearLikeness;

    public RankingParts(CatalogFeatures features, PurchaseIndex purchases, RankingRequest request)
    {
        (_features, _request) = (features, request);
        _seeds = request.Anchors.Count > 0 ? [.. request.Anchors.Select(id => new Seed(id, 1))]
            : request.Goal == RankingGoal.ForAnyone ? [] : Seeds(request);
        foreach (var (id, along) in CoPurchase.Score(purchases, _seeds, request.CustomerId))
        {
            if (features.NumberOf(id) is { } number)
                _along[number] = along;
        }
        if (_along.Count > 0)
            _clearest = Math.Max(ClearLikeness, _along.Values.Max(along => along.Strength));
        foreach (var (id, interest) in request.Interest)
        {
            if (features.NumberOf(id) is { } number)
                _interest[number] = 1 - Math.Exp(-interest);
        }
        foreach (var id in request.Excluded.Concat(request.Anchors))
        {
            if (features.NumberOf(id) is { } number)
                _excluded.Add(number);
        }
        ReadPreferences();
    }

    /// <summary>The numbers of the products that something speaks for besides being liked by all or alike.</summary>
    public IEnumerable<int> WithEvidence => _along.Keys.Concat(_interest.Keys.Where(number => !_along.ContainsKey(number)))
        .Concat(_preferences.Keys.Where(number => !_along.ContainsKey(number) && !_interest.ContainsKey(number)));

    /// <summary>True for those.</summary>
    public bool HasEvidence(int number) => _along.ContainsKey(number) || _interest.ContainsKey(number) || _preferences.ContainsKey(number);

    /// <summary>True for a product that may be recommended. It is asked last, of what would get a place.</summary>
    public bool IsCandidate(int number) => !_excluded.Contains(number) && CanBeBought(number) && !IsSubstitute(number);

    /// <summary>Fills the taste profile, a vector of length 1 at most; false when nothing is known.</summary>
    public bool FillProfile(Span<float> profile)
    {
        profile.Clear();
        var known = false;
        var interest = _request.Anchors.Count > 0 || _request.Goal == RankingGoal.ForAnyone ? [] : _request.Interest.Select(pair => new Seed(pair.Key, Math.Min(1, pair.Value)));
        foreach (var seed in _seeds.Concat(interest))
        {
            if (_features.NumberOf(seed.ProductId) is not { } number)
                continue;
            _features.AddTo(profile, number, seed.Weight);
            known = true;
        }
        var length = TensorPrimitives.Norm<float>(profile);
        if (length > 0)
            TensorPrimitives.Divide(profile, length, profile);
        return known;
    }

    public double BoughtAlong(int number) => _along.TryGetValue(number, out var along) ? along.Strength / _clearest : 0;

    public BoughtAlong? BoughtAlongWith(int number) => _along.TryGetValue(number, out var along) ? along : null;

    public double Interest(int number) => _interest.GetValueOrDefault(number);

    public double Preference(int number) => _preferences.TryGetValue(number, out var met) ? 1 - Math.Pow(0.4, met.Met) : 0;

    public string? PreferenceMet(int number) => _preferences.TryGetValue(number, out var met) ? met.First : null;

    /// <summary>The seed that a product is most like, when it is clearly like one.</summary>
    public string? MostAlike(int number)
    {
        var best = _seeds.Select(seed => (seed.ProductId, Likeness: _features.NumberOf(seed.ProductId) is { } own ? _features.Likeness(own, number) : 0))
            .DefaultIfEmpty().MaxBy(pair => pair.Likeness);
        return best.Likeness > 0.25 ? best.ProductId : null;
    }

    private static List<Seed> Seeds(RankingRequest request) =>
        [.. request.Bought.GroupBy(seed => seed.ProductId, StringComparer.Ordinal)
            .Select(group => new Seed(group.Key, group.Max(seed => seed.Weight))).OrderByDescending(seed => seed.Weight)];

    private void ReadPreferences()
    {
        foreach (var phrase in _request.Preferences.Avoid)
        {
            _excluded.UnionWith(_features.Matching(phrase, anywhere: false));
            _avoidedValues.Add(Words.Key(phrase));
        }
        foreach (var liked in _request.Preferences.Likes)
        {
            foreach (var number in _features.Matching(liked.Value, anywhere: true))
                _preferences[number] = _preferences.TryGetValue(number, out var met) ? met with { Met = met.Met + 1 } : (1, liked.Value);
        }
    }

    private bool IsSubstitute(int number) => _request.Goal == RankingGoal.GoesWith
        && _request.Anchors.Any(id => _features.NumberOf(id) is { } anchor && _features.Likeness(anchor, number) > Substitute);

    private bool CanBeBought(int number)
    {
        foreach (var variant in _features.Products[number].Variants)
        {
            if (variant.Available && _request.Filter.Fits(variant) && !IsAvoided(variant))
                return true;
        }
        return false;
    }

    private bool IsAvoided(Variant variant) => _avoidedValues.Count > 0 && variant.Options.Values.Any(own => _avoidedValues.Contains(Words.Key(own)));
}
