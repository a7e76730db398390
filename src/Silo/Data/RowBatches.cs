using System.Reflection;
using Npgsql;

namespace SupportAgents.Silo.Data;

/// <summary>Sends many rows to PostgreSQL in few round trips.</summary>
internal static class RowBatches
{
    private const int RowsPerTrip = 500;

    /// <summary>Runs the statement once for each row, with the row's public properties as parameters.</summary>
    public static async Task Execute<T>(NpgsqlConnection connection, string sql, IEnumerable<T> rows, CancellationToken cancellationToken) where T : notnull
    {
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => sql.Contains('@' + property.Name, StringComparison.Ordinal)).ToArray();
        foreach (var chunk in rows.Chunk(RowsPerTrip))
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var row in chunk)
            {
                var command = new NpgsqlBatchCommand(sql);
                foreach (var property in properties)
                    command.Parameters.AddWithValue(property.Name, ToParameter(property.GetValue(row)));
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static object ToParameter(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        _ => value,
    };
}
