namespace SupportAgents.Grains.Stores;

/// <summary>Reads a customer's own records by SQL, where the database can keep every other row out of reach.</summary>
public interface IMyRecordsQuery
{
    /// <summary>False where the database cannot do it; the tool is not offered then.</summary>
    bool IsAvailable { get; }

    /// <summary>
    /// Runs one SELECT, which was checked before, over the customer's views: read-only, for 2 seconds and 200 rows at
    /// most.
    /// </summary>
    Task<MyRecordsResult> Query(string customerId, string sql, CancellationToken cancellationToken);
}

/// <summary>What a query found, or why it could not run.</summary>
public sealed record MyRecordsResult
{
    /// <summary>Each row as a JSON object.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>True when there were more rows than are shown.</summary>
    public bool IsCut { get; init; }

    /// <summary>The database's complaint about the query, null when it ran.</summary>
    public string? Error { get; init; }
}
