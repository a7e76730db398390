using System.Text.RegularExpressions;
using SupportAgents.Grains.Specialists.Recommendations.Ranking;
using SupportAgents.Grains.Specialists.Recommendations.Search;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Feedback;

/// <summary>
/// Finds what reviews speak of and whether they like it, without a model: each sentence is cut at "but", its praise or
/// criticism comes from its own words, else from the review's stars, and what it names is counted once a review.
/// </summary>
public static partial class FeedbackSummarizer
{
    private const int MostAspects = 5;
    private const int LongestQuote = 200;

    /// <summary>What one of several reviews mentions is no opinion of people.</summary>
    private const int LeastReviews = 2;

    /// <summary>The summary; feedback comes newest first.</summary>
    public static FeedbackSummary Summarize(Product product, IReadOnlyList<ProductFeedback> feedback)
    {
        var own = Words.Of($"{product.Name} {product.Brand}").ToHashSet(StringComparer.Ordinal);
        var mentions = feedback.SelectMany((review, number) => Mentions(review, number, own)).ToList();
        var stars = Enumerable.Range(1, 5).Select(star => feedback.Count(review => review.Rating == star)).ToArray();
        var (mean, rated) = RatingBound.Mean(stars);
        return new FeedbackSummary
        {
            ProductId = product.Id,
            Name = product.Name,
            Count = feedback.Count,
            Rated = rated,
            Average = mean is { } value ? Math.Round(value, 2) : null,
            ConfidentRating = rated > 0 ? Math.Round(RatingBound.Of(stars), 2) : null,
            Stars = stars,
            Likes = Aspects([.. mentions.Where(mention => mention.Polarity > 0)], feedback.Count),
            Dislikes = Aspects([.. mentions.Where(mention => mention.Polarity < 0)], feedback.Count),
            Newest = [.. feedback.Take(3).Select(review => new Quote(Cut(review.Text), review.Rating, review.At))],
        };
    }

    private static IEnumerable<Mention> Mentions(ProductFeedback review, int number, HashSet<string> own)
    {
        foreach (var clause in Clauses().Split(review.Text).Select(clause => clause.Trim()).Where(clause => clause.Length > 0).Take(60))
        {
            var words = Words.Raw(clause).ToArray();
            var polarity = OpinionWords.Polarity(words);
            if (polarity == 0)
                polarity = review.Rating switch { >= 4 => 1, <= 2 => -1, _ => 0 };
            for (var i = 0; i < words.Length; i++)
            {
                if (!Names(words[i], own))
                    continue;
                yield return new Mention(Words.Stem(words[i]), words[i], number, polarity, clause);
                if (i + 1 < words.Length && Names(words[i + 1], own))
                    yield return new Mention($"{words[i]} {Words.Stem(words[i + 1])}", $"{words[i]} {words[i + 1]}", number, polarity, clause);
            }
        }
    }

    private static bool Names(string word, HashSet<string> own) => OpinionWords.CanName(word) && !own.Contains(Words.Stem(word));

    private static IReadOnlyList<Aspect> Aspects(List<Mention> mentions, int reviews)
    {
        var least = Math.Min(reviews, LeastReviews);
        var counted = mentions.GroupBy(mention => mention.Key)
            .Select(group => (group.Key, group.First().Words, Count: group.DistinctBy(mention => mention.Review).Count(), group.First().Clause))
            .Where(aspect => aspect.Count >= least).ToList();
        // "battery life" says more than "battery" and "life", when it is what most of them say.
        var pairs = counted.Where(aspect => aspect.Words.Contains(' ')).ToList();
        var covered = pairs.SelectMany(pair => counted.Where(aspect => !aspect.Words.Contains(' ') && pair.Key.Split(' ').Any(word => Words.Stem(word) == aspect.Key)
            && pair.Count >= 0.6 * aspect.Count)).Select(aspect => aspect.Key).ToHashSet(StringComparer.Ordinal);
        return [.. counted.Where(aspect => aspect.Words.Contains(' ') ? aspect.Count >= 2 : !covered.Contains(aspect.Key))
            .OrderByDescending(aspect => aspect.Count).ThenBy(aspect => aspect.Key, StringComparer.Ordinal).Take(MostAspects)
            .Select(aspect => new Aspect(aspect.Words, aspect.Count, Cut(aspect.Clause)))];
    }

    private static string Cut(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote].TrimEnd()}…";

    /// <summary>Ends of sentences, and words after which an opinion turns.</summary>
    [GeneratedRegex(@"(?<=[.!?])\s+|[\r\n;]+|,?\s+(?=(?:but|however|although|though|except)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Clauses();

    private sealed record Mention(string Key, string Words, int Review, int Polarity, string Clause);
}
