using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportAgents.Failures;

namespace SupportAgents.Silo.Data;

/// <summary>
/// The way to the database. It turns driver exceptions into <see cref="SupportException"/>, tries again what failed in
/// a passing way before anything was committed, and puts SQLite's writers in a queue, since they would only collide.
/// Work may therefore run more than once; it must do nothing but talk to its session.
/// </summary>
public sealed partial class Database : IAsyncDisposable
{
    private readonly StorageOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Database> _log;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Opens nothing yet.</summary>
    public Database(IOptions<StorageOptions> options, TimeProvider time, ILogger<Database> log)
    {
        DapperMappings.Register();
        (_options, _time, _log) = (options.Value, time, log);
        DataSource = DataSources.Create(_options);
    }

    /// <summary>Which database it is.</summary>
    public Dialect Dialect => _options.Dialect;

    /// <summary>The pool behind it.</summary>
    public DbDataSource DataSource { get; }

    /// <summary>Runs a read of one statement.</summary>
    public Task<T> Read<T>(Func<DbSession, Task<T>> work, CancellationToken cancellationToken) =>
        Attempt(async _ =>
        {
            await using var connection = await Open(cancellationToken);
            return await Run(work, new DbSession(connection, null, Dialect, cancellationToken));
        }, cancellationToken);

    /// <summary>Runs reads that all see one state of the database; limited to one customer's rows unless that is null.</summary>
    public Task<T> Read<T>(string? customerId, Func<DbSession, Task<T>> work, CancellationToken cancellationToken) =>
        Attempt(async _ =>
        {
            await using var connection = await Open(cancellationToken);
            await using var transaction = await BeginRead(connection, cancellationToken);
            await SetScope(connection, transaction, customerId, cancellationToken);
            var result = await Run(work, new DbSession(connection, transaction, Dialect, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return result;
        }, cancellationToken);

    /// <summary>Runs work in one transaction, which is committed when it returns; limited to one customer's rows unless that is null.</summary>
    public Task<T> Write<T>(string? customerId, Func<DbSession, Task<T>> work, CancellationToken cancellationToken) =>
        Attempt(async attempt =>
        {
            using var turn = await WaitForWriter(cancellationToken);
            await using var connection = await Open(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(
                Dialect == Dialect.Sqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, cancellationToken);
            await SetScope(connection, transaction, customerId, cancellationToken);
            var result = await Run(work, new DbSession(connection, transaction, Dialect, cancellationToken));
            attempt.IsCommitting = true;
            await transaction.CommitAsync(cancellationToken);
            return result;
        }, cancellationToken);

    /// <summary>Runs work that commits by itself in one round trip; it is never tried twice once it was sent.</summary>
    internal Task<T> Send<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        Attempt(async attempt =>
        {
            await using var connection = await Open(cancellationToken);
            attempt.IsCommitting = true;
            return await work(connection);
        }, cancellationToken);

    /// <summary>Closes the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        _writer.Dispose();
    }

    private async Task<T> Attempt<T>(Func<AttemptState, Task<T>> operation, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var state = new AttemptState();
            try
            {
                // SQLite's driver blocks: that must not stop a silo's own threads.
                return Dialect == Dialect.Sqlite
                    ? await Task.Run(() => operation(state), cancellationToken)
                    : await operation(state);
            }
            catch (Exception failure) when (DriverFailures.IsDriverFailure(failure))
            {
                if (state.IsCommitting || number >= _options.MaxAttempts || !DriverFailures.IsPassing(failure))
                {
                    LogFailure(failure);
                    throw DriverFailures.Translate(failure);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(25 << number), _time, cancellationToken);
            }
        }
    }

    private static async Task<T> Run<T>(Func<DbSession, Task<T>> work, DbSession session)
    {
        try
        {
            return await work(session);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException && session.Connection.State != ConnectionState.Open)
        {
            // A connection that breaks between two results shows as a closed reader.
            throw new ConnectionLostException(failure);
        }
    }

    private async Task<DbConnection> Open(CancellationToken cancellationToken)
    {
        var connection = await DataSource.OpenConnectionAsync(cancellationToken);
        if (Dialect == Dialect.Sqlite)
        {
            // NORMAL under WAL: what is committed survives the end of the process, and a power cut costs only the last commits.
            // What is deleted is overwritten: an erased customer is not to be read out of the file.
            await connection.ExecuteAsync($"PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA busy_timeout={_options.BusyTimeoutSeconds * 1000}");
        }

        return connection;
    }

    private static async Task<DbTransaction> BeginRead(DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection is not SqliteConnection sqlite)
            return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
#pragma warning disable CA1849 // SQLite's transactions have no other way to begin without taking the writer's lock.
        return sqlite.BeginTransaction(deferred: true);
#pragma warning restore CA1849
    }

    /// <summary>Leaves the owner's role, so that row-level security keeps every other customer's rows out of reach.</summary>
    private static Task SetScope(DbConnection connection, DbTransaction transaction, string? customerId, CancellationToken cancellationToken) =>
        customerId is null || connection is SqliteConnection
            ? Task.CompletedTask
            : connection.ExecuteAsync(new CommandDefinition(
                "SELECT set_config('app.customer_id', @customerId, true), set_config('role', 'support_customer', true)", new { customerId }, transaction, cancellationToken: cancellationToken));

    private async Task<Turn> WaitForWriter(CancellationToken cancellationToken)
    {
        if (Dialect != Dialect.Sqlite)
            return default;
        await _writer.WaitAsync(cancellationToken);
        return new Turn(_writer);
    }

    [LoggerMessage(LogLevel.Error, "The database failed")]
    private partial void LogFailure(Exception failure);

    private sealed class AttemptState
    {
        /// <summary>From here on it is not known whether a failure left something written.</summary>
        public bool IsCommitting { get; set; }
    }

    private readonly struct Turn(SemaphoreSlim? writer) : IDisposable
    {
        public void Dispose() => writer?.Release();
    }
}
