using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>Feedback and browsing, as rows.</summary>
internal static class ActivityTable
{
    /// <summary>Adds what is not there yet.</summary>
    public static async Task Save(DbSession session, IEnumerable<ProductFeedback> feedback, IEnumerable<BrowsingEvent> browsing)
    {
        var added = feedback.ToList();
        await session.ExecuteAll(
            """
            INSERT INTO feedback (id, product_id, customer_id, rating, text, at)
            VALUES (@Id, @ProductId, @CustomerId, @Rating, @Text, @At) ON CONFLICT (id) DO NOTHING
            """, WithIds(added).Select(pair => FeedbackRow.From(pair.Id, pair.Record)));
        if (added.Count > 0)
            await Versions.Raise(session, Versions.Ratings);
        await session.ExecuteAll(
            """
            INSERT INTO browsing (id, customer_id, product_id, at, seconds, action)
            VALUES (@Id, @CustomerId, @ProductId, @At, @Seconds, @Action) ON CONFLICT (id) DO NOTHING
            """, WithIds(browsing).Select(pair => BrowsingRow.From(pair.Id, pair.Record)));
    }

    /// <summary>All feedback, in an order that stays.</summary>
    public static async Task<IEnumerable<ProductFeedback>> AllFeedback(DbSession session) =>
        (await session.List<FeedbackRow>("SELECT * FROM feedback"))
        .OrderBy(row => row.ProductId, StringComparer.Ordinal).ThenBy(row => row.At).ThenBy(row => row.Id, StringComparer.Ordinal)
        .Select(row => row.ToFeedback());

    /// <summary>All browsing, in an order that stays.</summary>
    public static async Task<IEnumerable<BrowsingEvent>> AllBrowsing(DbSession session) =>
        (await session.List<BrowsingRow>("SELECT * FROM browsing"))
        .OrderBy(row => row.CustomerId, StringComparer.Ordinal).ThenBy(row => row.At).ThenBy(row => row.Id, StringComparer.Ordinal)
        .Select(row => row.ToEvent());

    /// <summary>Ids from the content and from how often it came before, so that two equal records stay two.</summary>
    private static IEnumerable<(string Id, T Record)> WithIds<T>(IEnumerable<T> records)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var content = StoredText.ToJson(record);
            var number = times[content] = times.GetValueOrDefault(content) + 1;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content + number.ToString(CultureInfo.InvariantCulture)));
            yield return (Base64Url.EncodeToString(hash.AsSpan(0, 16)), record);
        }
    }
}
