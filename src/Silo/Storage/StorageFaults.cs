using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace PeerNet.Silo.Storage;

/// <summary>Explains in one sentence why a database cannot be used.</summary>
public static class StorageFaults
{
    /// <summary>Where it says how to restore a database. Copying the backup is not enough.</summary>
    internal const string HowToRestore = "See ‘Database is restored from a backup’ in the runbook.";

    /// <summary>
    /// Why nothing can be stored, or null if the fault may pass by itself or has nothing to do with storage.
    /// </summary>
    internal static string? WhyUnavailable(Exception fault) => fault switch
    {
        DatabaseRefusedException refused => refused.Message,
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => "The disk is full. Make room on it.",
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY } =>
            "The database file is read-only. Let the silo's user write to it and to its folder.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } =>
            $"The database file is damaged. Restore it from a backup. {HowToRestore}",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } =>
            "The database file cannot be read or written. Check the disk.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } =>
            "The database file cannot be opened. Check that it exists and that the silo's user may open it.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "The database server's disk is full. Make room on it.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            "The database is read-only. Connect the silo to the primary server.",
        PostgresException
        {
            SqlState: PostgresErrorCodes.IoError or PostgresErrorCodes.DataCorrupted
                or PostgresErrorCodes.IndexCorrupted
        } => $"The database is damaged. Restore it from a backup. {HowToRestore}",
        _ => fault.InnerException is { } inner ? WhyUnavailable(inner) : null,
    };

    /// <summary>
    /// Why a silo could not start, in one sentence, or null if that is a bug and needs its stack trace.
    /// </summary>
    public static string? WhyNotStarted(Exception fault) => fault switch
    {
        _ when WhyUnavailable(fault) is { } reason => reason,
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } =>
            "Another program is using the database file. Stop it first.",
        PostgresException refused => $"PostgreSQL refused: {refused.MessageText}.",
        NpgsqlException unreachable => $"PostgreSQL cannot be used: {unreachable.Message}.",
        Microsoft.Extensions.Options.OptionsValidationException settings => settings.Message,
        UnauthorizedAccessException denied => denied.Message,
        IOException unusable => unusable.Message,
        _ => fault.InnerException is { } inner ? WhyNotStarted(inner) : null,
    };

    /// <summary>
    /// The database's refusal of a statement that is wrong, whoever wrapped it; null if there is none or the database
    /// is down, locked, full or read-only.
    /// </summary>
    internal static DbException? BugIn(Exception fault) => fault switch
    {
        SqliteException sqlite => SqliteOutage.IsBug(sqlite) ? sqlite : null,
        PostgresException postgres => IsOutage(postgres) ? null : postgres,
        _ => fault.InnerException is { } inner ? BugIn(inner) : null,
    };

    /// <summary>Whether the database itself cannot be used at present, whatever is asked of it.</summary>
    internal static bool IsOutage(Exception fault) =>
        fault is DbException or TimeoutException or IOException && BugIn(fault) is null;

    /// <summary>The database's own code for a fault.</summary>
    internal static string CodeOf(DbException fault)
    {
        return fault is SqliteException sqlite
            ? $"SQLite {sqlite.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture)}"
            : $"SQLSTATE {fault.SqlState}";
    }

    // By class: connection, authorization, unknown database, conflict, resources, locks, operator, system.
    private static bool IsOutage(PostgresException fault)
    {
        return fault.IsTransient
            || fault.SqlState[..2] is "08" or "28" or "3D" or "40" or "53" or "55" or "57" or "58"
            || WhyUnavailable(fault) is not null;
    }
}

/// <summary>A database that a silo must not use; the message says what to do.</summary>
public sealed class DatabaseRefusedException(string message) : InvalidOperationException(message);
