using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportAgents.Failures;

namespace SupportAgents.Silo.Data;

/// <summary>Brings the database's schema up to date. Any number of processes may do so at once: one works, the others wait.</summary>
public sealed class Migrator(IOptions<StorageOptions> options, TimeProvider time)
{
    private const long AdvisoryLock = 0x53_75_70_70_6F_72_74;
    private const string OurScripts = "SupportAgents.Silo.Data.Schema.0";
    private const string PostgresScripts = "SupportAgents.Silo.Data.Schema.Postgres.";
    private const string OrleansScripts = "SupportAgents.Silo.Data.Schema.Orleans.";

    private readonly StorageOptions _options = options.Value;

    /// <summary>Applies the scripts that are missing.</summary>
    /// <exception cref="SupportException">The database cannot be reached (<see cref="FailureKind.Unavailable"/>).</exception>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        try
        {
            if (_options.Dialect == Dialect.Postgres)
                await MigratePostgres(cancellationToken);
            else
                await MigrateSqlite(cancellationToken);
        }
        catch (Exception failure) when (DriverFailures.IsDriverFailure(failure))
        {
            throw new SupportException(FailureKind.Unavailable, $"the database's schema cannot be brought up to date: {failure.Message}");
        }
    }

    private async Task MigratePostgres(CancellationToken cancellationToken)
    {
        var connectionString = DataSources.ConnectionString(_options);
        await using var holder = new NpgsqlConnection(connectionString);
        await holder.OpenAsync(cancellationToken);

        // Held by the session, so it goes with the connection, however this ends. Waiting for the others may take long.
        await holder.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@key)", new { key = AdvisoryLock }, commandTimeout: 300, cancellationToken: cancellationToken));
        try
        {
            Run(DeployChanges.To.PostgresqlDatabase(connectionString).JournalToPostgresqlTable("public", "schema_versions"), OurScripts,
                new() { ["timestamp"] = "timestamptz", ["decimal"] = "numeric" });
            foreach (var scripts in new[] { PostgresScripts, OrleansScripts })
                Run(DeployChanges.To.PostgresqlDatabase(connectionString).JournalToPostgresqlTable("public", "schema_versions"), scripts, []);
        }
        finally
        {
            await holder.ExecuteAsync("SELECT pg_advisory_unlock(@key)", new { key = AdvisoryLock });
        }
    }

    private async Task MigrateSqlite(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_options.SqliteFile)!);
        await using var holder = await LockFile(_options.SqliteFile + ".lock", cancellationToken);
        await using var source = DataSources.Create(_options);
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
            await connection.ExecuteAsync("PRAGMA journal_mode=WAL");
        Run(DeployChanges.To.SqliteDatabase(DataSources.ConnectionString(_options)).JournalToSqliteTable("schema_versions"), OurScripts,
            new() { ["timestamp"] = "text", ["decimal"] = "text" });
    }

    private async Task<FileStream> LockFile(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            }
        }
    }

    private static void Run(UpgradeEngineBuilder builder, string prefix, Dictionary<string, string> variables)
    {
        builder = builder
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere();
        builder = variables.Count > 0 ? builder.WithVariables(variables) : builder.WithVariablesDisabled();
        var result = builder.Build().PerformUpgrade();
        if (!result.Successful)
            throw new SupportException(FailureKind.Unavailable, $"the database's schema cannot be brought up to date: {result.ErrorScript?.Name} {result.Error.Message}");
    }
}
