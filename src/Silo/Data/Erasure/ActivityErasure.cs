using SupportAgents.Customers;

namespace SupportAgents.Silo.Data.Erasure;

/// <summary>What customers said about products.</summary>
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
}
