using System.Data;
using Dapper;
using Npgsql;
using SupportAgents.Grains.Stores;

namespace SupportAgents.Silo.Data.MyRecords;

/// <summary>
/// Runs a customer's query on PostgreSQL, in a role that sees the customer's views and nothing else. The transaction is
/// never committed.
/// </summary>
internal sealed class MyRecordsQuery(Database database) : IMyRecordsQuery
{
    private const int MaxRows = 200;
    private const int MaxCharacters = 100_000;

    public bool IsAvailable => database.Dialect == Dialect.Postgres;

    public async Task<MyRecordsResult> Query(string customerId, string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await Run(customerId, sql, cancellationToken);
        }
        catch (PostgresException failure) when (Explain(failure) is { } reason)
        {
            return new MyRecordsResult { Error = reason };
        }
        catch (Exception failure) when (DriverFailures.IsDriverFailure(failure))
        {
            throw DriverFailures.Translate(failure);
        }
    }

    private async Task<MyRecordsResult> Run(string customerId, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO query_scopes (transaction_id, customer_id) VALUES (pg_current_xact_id(), @customerId)",
            new { customerId }, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            SELECT set_config('statement_timeout', '2000', true), set_config('search_path', 'my', true),
                set_config('transaction_read_only', 'on', true), set_config('role', 'support_my_records', true)
            """, transaction: transaction, cancellationToken: cancellationToken));

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        // Inside a subquery PostgreSQL itself refuses everything that writes.
        command.CommandText = $"SELECT row_to_json(found)::text FROM (\n{sql}\n) AS found LIMIT {MaxRows + 1}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        var characters = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = reader.GetString(0);
            characters += row.Length;
            if (rows.Count == MaxRows || characters > MaxCharacters)
                return new MyRecordsResult { Rows = rows, IsCut = true };
            rows.Add(row);
        }
        return new MyRecordsResult { Rows = rows };
    }

    /// <summary>What the customer's side may know: mistakes in the query and its limits. Anything else is our failure.</summary>
    private static string? Explain(PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => "it took longer than 2 seconds",
        PostgresErrorCodes.InsufficientPrivilege => "it reads something that is not the customer's",
        ['4', '2', ..] or ['2', '2', ..] or ['2', '1', ..] or ['2', '5', ..] or ['0', 'A', ..] => failure.MessageText,
        ['5', '4', ..] => "it is too complex",
        _ => null,
    };
}
