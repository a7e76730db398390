using System.Text;
using SupportAgents.Silo.Data;

namespace SupportAgents.Silo.Tests.Data.Erasure;

/// <summary>Every value of every table of a live database, whoever made the table.</summary>
internal static class DatabaseDump
{
    /// <summary>The tables' names, in lower case.</summary>
    public static Task<IReadOnlyList<string>> Tables(Database database) => database.Read<IReadOnlyList<string>>(async session => [.. (await session.List<string>(
        session.Dialect == Dialect.Postgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")).Select(name => name.ToLowerInvariant())], default);

    /// <summary>Each row as <c>table|value|value</c>, in lower case.</summary>
    public static async Task<IReadOnlyList<string>> Rows(Database database)
    {
        var tables = await Tables(database);
        return await database.Read<IReadOnlyList<string>>(async session =>
        {
            var rows = new List<string>();
            foreach (var table in tables)
            {
                await using var command = session.Connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table}";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                    rows.Add($"{table}|{string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))))}".ToLowerInvariant());
            }
            return rows;
        }, default);
    }

    private static string Text(object value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}";
}
