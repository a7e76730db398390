using System.Buffers;
using System.Collections;
using System.Numerics.Tensors;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>The evidence of one request that does not depend on the whole catalogue: found once, asked per product.</summary>
internal sealed class RankingParts : IDisposable
{
    /// <summary>The best likeness counts 1 when it is at least this; weaker evidence stays weak.</summary>
    private const double ClearLikeness = 0.02;

    /// <summary>What is more alike than this stands in for a thing; it does not go with it.</summary>
    private const double Substitute = 0.5;
    private readonly CatalogFeatures _features;
    private readonly RankingRequest _request;
    private readonly List<Seed> _seeds;
    private readonly int[] _purchased;
    private readonly BoughtAlong[] _along;
    private readonly Dictionary<int, double> _interest = [];
    private readonly List<(string Value, BitArray Products)> _liked = [];
    private readonly BitArray _excluded;
    private readonly WordKeys _keys = new();
    private readonly HashSet<string> _avoidedValues = new(StringComparer.Ordinal);
    private readonly double _clearest = ClearLikeness;

    /// <param name="features">The catalogue.</param>
    /// <param name="purchases">Who bought what.</param>
    /// <param name="purchased">For each product of the catalogue its number in <paramref name="purchases"/>, or −1.</param>
    /// <param name="request">What is asked for.</param>
    public RankingParts(CatalogFeatures features, PurchaseIndex purchases, int[] purchased, RankingRequest request)
    {
        (_features, _request, _purchased, _excluded) = (features, request, purchased, new BitArray(features.Products.Count));
        _seeds = request.Anchors.Count > 0 ? [.. request.Anchors.Select(id => new Seed(id, 1))]
            : request.Goal == RankingGoal.ForAnyone ? [] : Seeds(request);
        var products = purchases.ProductCount;
        _along = ArrayPool<BoughtAlong>.Shared.Rent(Math.Max(1, products));
        CoPurchase.Score(purchases, _seeds, request.CustomerId, _along.AsSpan(0, products));
        foreach (var number in purchased)
            _clearest = number < 0 ? _clearest : Math.Max(_clearest, _along[number].Strength);
        foreach (var (id, interest) in request.Interest)
        {
            if (features.NumberOf(id) is { } number)
                _interest[number] = 1 - Math.Exp(-interest);
        }
        foreach (var id in request.Excluded.Concat(request.Anchors))
        {
            if (features.NumberOf(id) is { } number)
                _excluded[number] = true;
        }
        ReadPreferences();
    }

    /// <summary>Adds to the products' scores what speaks for them, how alike they are left out.</summary>
    public void AddTo(Span<float> scores, RankingWeights weights)
    {
        for (var number = 0; number < _features.Products.Count && _seeds.Count > 0; number++)
            scores[number] += (float)(weights.CoPurchase * BoughtAlong(number));
        foreach (var (number, interest) in _interest)
            scores[number] += (float)(weights.Interest * interest);
        for (var number = 0; number < _features.Products.Count && _liked.Count > 0; number++)
            scores[number] += (float)(weights.Preference * Preference(number));
    }

    /// <summary>True for a product that may be recommended. It is asked last, of what would get a place.</summary>
    public bool IsCandidate(int number) => !_excluded[number] && CanBeBought(number) && !IsSubstitute(number);

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

    public double BoughtAlong(int number) => _purchased[number] is >= 0 and var own ? _along[own].Strength / _clearest : 0;

    /// <summary>The seed that it is bought along with most, and by how many; null when it is with none.</summary>
    public (string ProductId, int Customers)? BoughtAlongWith(int number) =>
        _purchased[number] is >= 0 and var own && _along[own] is { Customers: > 0 } along ? (_seeds[along.Seed].ProductId, along.Customers) : null;

    public double Interest(int number) => _interest.GetValueOrDefault(number);

    public double Preference(int number)
    {
        var left = 1.0;
        foreach (var (_, products) in _liked)
            left *= products[number] ? 0.4 : 1;
        return 1 - left;
    }

    public string? PreferenceMet(int number) => _liked.Find(liked => liked.Products[number]).Value;

    /// <summary>The seed that a product is most like, when it is clearly like one.</summary>
    public string? MostAlike(int number)
    {
        var best = _seeds.Select(seed => (seed.ProductId, Likeness: _features.NumberOf(seed.ProductId) is { } own ? _features.Likeness(own, number) : 0))
            .DefaultIfEmpty().MaxBy(pair => pair.Likeness);
        return best.Likeness > 0.25 ? best.ProductId : null;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<BoughtAlong>.Shared.Return(_along);

    private static List<Seed> Seeds(RankingRequest request) =>
        [.. request.Bought.GroupBy(seed => seed.ProductId, StringComparer.Ordinal)
            .Select(group => new Seed(group.Key, group.Max(seed => seed.Weight))).OrderByDescending(seed => seed.Weight)];

    private void ReadPreferences()
    {
        foreach (var phrase in _request.Preferences.Avoid)
        {
            _excluded.Or(_features.Matching(phrase, anywhere: false));
            _avoidedValues.Add(Words.Key(phrase));
        }
        _liked.AddRange(_request.Preferences.Likes.Select(liked => (liked.Value, _features.Matching(liked.Value, anywhere: true))));
    }

    private bool IsSubstitute(int number) => _request.Goal == RankingGoal.GoesWith
        && _request.Anchors.Any(id => _features.NumberOf(id) is { } anchor && _features.Likeness(anchor, number) > Substitute);

    private bool CanBeBought(int number)
    {
        foreach (var variant in _features.Products[number].Variants)
        {
            if (variant.Available && _request.Filter.Fits(variant, _keys) && !IsAvoided(variant))
                return true;
        }
        return false;
    }

    private bool IsAvoided(Variant variant)
    {
        if (_avoidedValues.Count == 0)
            return false;
        foreach (var own in variant.Options.Values)
        {
            if (_avoidedValues.Contains(_keys.Of(own)))
                return true;
        }
        return false;
    }
}
