using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PeerNet;

/// <summary>Tells an outage of a SQLite file from a statement of ours that is wrong.</summary>
internal static class SqliteOutage
{
    /// <summary>Whether SQLite refused a statement because of a bug: wrong SQL, or a row that is not allowed.</summary>
    public static bool IsBug(Exception fault) => fault is SqliteException sqlite && !IsOutage(sqlite.SqliteErrorCode);

    // The file is locked, full, read-only, damaged or out of reach.
    private static bool IsOutage(int code)
    {
        return code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL
            or raw.SQLITE_FULL or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN
            or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM;
    }
}
