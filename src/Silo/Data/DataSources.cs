using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SupportAgents.Silo.Data;

/// <summary>Makes the data source that <see cref="StorageOptions"/> describe.</summary>
public static class DataSources
{
    /// <summary>The driver's connection string, with our defaults where it says nothing.</summary>
    public static string ConnectionString(StorageOptions options) => options.Dialect switch
    {
        Dialect.Postgres => Postgres(options).ConnectionString,
        _ => Sqlite(options).ConnectionString,
    };

    /// <summary>A data source; the caller disposes of it.</summary>
    public static DbDataSource Create(StorageOptions options)
    {
        if (options.Dialect == Dialect.Postgres)
            return NpgsqlDataSource.Create(Postgres(options));
        Directory.CreateDirectory(Path.GetDirectoryName(options.SqliteFile)!);
        return SqliteFactory.Instance.CreateDataSource(Sqlite(options).ConnectionString);
    }

    private static NpgsqlConnectionStringBuilder Postgres(StorageOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        if (!builder.ContainsKey("Maximum Pool Size"))
            builder.MaxPoolSize = options.MaxPoolSize;
        if (!builder.ContainsKey("Max Auto Prepare"))
            builder.MaxAutoPrepare = options.MaxAutoPrepare;
        return builder;
    }

    private static SqliteConnectionStringBuilder Sqlite(StorageOptions options) => new()
    {
        DataSource = options.SqliteFile,
        ForeignKeys = true,
        DefaultTimeout = options.BusyTimeoutSeconds,
    };
}
