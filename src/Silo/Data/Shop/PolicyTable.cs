using SupportAgents.Shop;

namespace SupportAgents.Silo.Data.Shop;

/// <summary>The shop's rules as rows: every state they ever had, the newest in force.</summary>
internal static class PolicyTable
{
    /// <summary>The JSON of the rules in force, verbatim; null when none were loaded.</summary>
    public static Task<string?> CurrentJson(DbSession session) =>
        session.First<string>("SELECT body FROM policies ORDER BY number DESC LIMIT 1");

    /// <summary>The rules in force.</summary>
    public static async Task<ShopPolicies> Current(DbSession session) =>
        await CurrentJson(session) is { } json ? StoredText.FromJson<ShopPolicies>(json) : ShopPolicies.None;

    /// <summary>Puts rules in force; nothing happens when they are in force already.</summary>
    public static async Task Save(DbSession session, string json, DateTimeOffset now)
    {
        if (json == await CurrentJson(session))
            return;
        await session.Execute(
            "INSERT INTO policies (number, body, loaded_at) SELECT COALESCE(MAX(number), 0) + 1, @json, @now FROM policies", new { json, now });
        await Versions.Raise(session, Versions.Policies);
    }
}
