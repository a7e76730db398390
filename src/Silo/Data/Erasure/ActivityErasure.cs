using SupportAgents.Customers;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>What customers said about products, and what others noted of what was done for them.</summary>
internal static class ActivityErasure
{
    /// <summary>Deletes the reviews: their words are the customer's, and no law asks for them.</summary>
    public static async Task<ErasedStore> Reviews(DbSession session, ErasureSubject subject)
    {
        var deleted = await session.Execute("DELETE FROM feedback WHERE customer_id = @CustomerId", subject);
        if (deleted > 0)
            await Versions.Raise(session, Versions.Ratings);
        return new ErasedStore { Store = "reviews", Deleted = deleted };
    }

    /// <summary>Deletes what waits for, or was told to, the shop's systems about the customer outside a conversation.</summary>
    public static async Task<ErasedStore> Webhooks(DbSession session, ErasureSubject subject) => new()
    {
        Store = "webhooks",
        // An id is told apart from a longer one by its quotes.
        Deleted = await session.Execute("DELETE FROM webhook_outbox WHERE replace(body, @Quoted, '') <> body", new { Quoted = StoredText.ToJson(subject.CustomerId) }),
    };

    /// <summary>What staff did stays on record, without for whom.</summary>
    public static async Task<ErasedStore> Audit(DbSession session, ErasureSubject subject)
    {
        var anonymised = await session.Execute("UPDATE audit_log SET customer_id = @Alias WHERE customer_id = @CustomerId", subject);
        foreach (var id in new[] { subject.CustomerId, Uri.EscapeDataString(subject.CustomerId) }.Distinct(StringComparer.Ordinal))
        {
            // A whole segment of the path: an id may be the beginning of another one.
            anonymised += await session.Execute(
                "UPDATE audit_log SET path = rtrim(replace(path || '/', @Old, @New), '/') WHERE replace(path || '/', @Old, '') <> path || '/'",
                new { Old = $"/customers/{id}/", New = $"/customers/{subject.Alias}/" });
        }
        return new ErasedStore { Store = "audit", Anonymised = anonymised, Kept = anonymised > 0 ? "calls of staff: who did what and when, for accountability" : null };
    }
}
