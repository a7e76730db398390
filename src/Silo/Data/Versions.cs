namespace SupportAgents.Silo.Data;

/// <summary>Numbers that grow with every change of something that silos keep in memory.</summary>
internal static class Versions
{
    public const string Catalogue = "catalogue";
    public const string Policies = "policies";
    public const string Knowledge = "knowledge";
    public const string Ratings = "ratings";

    /// <summary>The number as it is now.</summary>
    public static Task<long> Read(DbSession session, string name) =>
        session.First<long>("SELECT value FROM versions WHERE name = @name", new { name });

    /// <summary>Raises the number; done in the transaction of the change.</summary>
    public static Task Raise(DbSession session, string name) =>
        session.Execute("UPDATE versions SET value = value + 1 WHERE name = @name", new { name });
}
