using System.Data.Common;
using Dapper;
using Npgsql;

namespace SupportAgents.Silo.Data;

/// <summary>One open connection with its transaction, for the length of one operation.</summary>
public sealed class DbSession(DbConnection connection, DbTransaction? transaction, Dialect dialect, CancellationToken cancellationToken)
{
    /// <summary>Which SQL it understands.</summary>
    public Dialect Dialect => dialect;

    /// <summary>The open connection.</summary>
    public DbConnection Connection => connection;

    /// <summary>Put at the end of a SELECT to keep its rows from changing until the transaction ends; SQLite's writer is alone anyway.</summary>
    public string ForUpdate => dialect == Dialect.Postgres ? " FOR UPDATE" : "";

    /// <summary>The database's own clock in SQL, which all writers share, in the form that its columns keep.</summary>
    public string Now => dialect == Dialect.Postgres ? "clock_timestamp()" : "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')";

    /// <summary>The rows of a query.</summary>
    public async Task<IReadOnlyList<T>> List<T>(string sql, object? arguments = null) =>
        (await connection.QueryAsync<T>(Command(sql, arguments))).AsList();

    /// <summary>The first row, or the type's default.</summary>
    public Task<T?> First<T>(string sql, object? arguments = null) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, arguments));

    /// <summary>The results of several queries in one round trip.</summary>
    public Task<SqlMapper.GridReader> Several(string sql, object? arguments = null) =>
        connection.QueryMultipleAsync(Command(sql, arguments));

    /// <summary>Runs a statement once for each element; over a network many of them share a round trip.</summary>
    public async Task ExecuteAll<T>(string sql, IEnumerable<T> rows) where T : notnull
    {
        if (connection is NpgsqlConnection postgres)
            await RowBatches.Execute(postgres, sql, rows, cancellationToken);
        else
            await Execute(sql, rows);
    }

    /// <summary>Deletes the rows whose column holds one of the values.</summary>
    public Task<int> DeleteAll(string table, string column, IEnumerable<string> values) => dialect == Dialect.Postgres
        ? Execute($"DELETE FROM {table} WHERE {column} = ANY(@values)", new { values = values.ToArray() })
        : Execute($"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(@values))", new { values = StoredText.ToJson(values) });

    /// <summary>Runs a statement; returns the number of rows changed.</summary>
    public Task<int> Execute(string sql, object? arguments = null) => connection.ExecuteAsync(Command(sql, arguments));

    private CommandDefinition Command(string sql, object? arguments) =>
        new(sql, arguments, transaction, cancellationToken: cancellationToken);
}
