using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SupportAgents.Failures;

namespace SupportAgents.Silo.Data;

/// <summary>What a driver's exception means to us.</summary>
internal static class DriverFailures
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>True for what the drivers throw when the database, or the way to it, fails.</summary>
    public static bool IsDriverFailure(Exception exception) => exception is DbException or TimeoutException or System.Text.EncoderFallbackException;

    /// <summary>True when trying again may help, given that nothing was committed.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.AdminShutdown } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        ConnectionLostException => true,
        _ => false,
    };

    /// <summary>True when a row with that key exists already.</summary>
    public static bool IsDuplicate(DbException exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>The failure that callers see; the driver's own message stays in the log.</summary>
    public static SupportException Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: ['2', '2', ..] } or System.Text.EncoderFallbackException =>
            new SupportException(FailureKind.Invalid, "the text holds characters that cannot be stored"),
        _ => new SupportException(FailureKind.Unavailable, "the database cannot be reached or is busy; try again"),
    };
}

/// <summary>The connection broke in the middle of an operation.</summary>
internal sealed class ConnectionLostException(Exception inner) : DbException("the connection to the database was lost", inner);
