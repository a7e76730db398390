namespace SupportAgents.Silo.Data;

/// <summary>The databases that the stores speak to.</summary>
public enum Dialect
{
    /// <summary>An embedded file; one process writes at a time.</summary>
    Sqlite,

    /// <summary>A server that all silos share.</summary>
    Postgres,
}
