using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace PeerNet.Silo.Storage;

/// <summary>
/// An area's SQLite file: created for its owner alone, held by one silo at a time, and watched, because a deleted file
/// accepts writes until the last program closes it.
/// </summary>
internal sealed class SqliteFile(string path) : IDisposable
{
    private const int HasMovedControl = 20;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? held;
    private SqliteConnection? watched, log;

    /// <summary>Whether the file exists.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Creates an empty database that, except on Windows, only its owner can read, unless it exists.</summary>
    public void Create()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) CreateFolder(folder);
        OpenOrCreate(path, FileShare.ReadWrite).Dispose();
    }

    /// <summary>Keeps other silos away from the file for as long as this one runs.</summary>
    /// <exception cref="DatabaseRefusedException">Another silo has it.</exception>
    public void Hold()
    {
        try
        {
            held = OpenOrCreate($"{path}.lock", FileShare.None);
        }
        catch (IOException)
        {
            throw new DatabaseRefusedException(
                $"The database file {path} is in use by another silo. Stop that one first, or give this one a database "
                    + "of its own.");
        }
    }

    /// <summary>Remembers which file it is.</summary>
    public void Watch()
    {
        watched = Opened(path);
        // Reading opens the write-ahead log, which SQLite then keeps until this connection is closed.
        using var read = watched.CreateCommand();
        read.CommandText = "SELECT count(*) FROM sqlite_master";
        read.ExecuteScalar();
        if (File.Exists($"{path}-wal")) log = Opened($"{path}-wal");
    }

    /// <summary>
    /// Whether the file, or the write-ahead log beside it, has been deleted or replaced since it was opened.
    /// </summary>
    public bool HasMoved => IsMoved(watched) || IsMoved(log);

    public void Dispose()
    {
        log?.Dispose();
        watched?.Dispose();
        held?.Dispose();
    }

    private static SqliteConnection Opened(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    // Asks about the open file alone; nothing is read, so it may as well be a log.
    private static bool IsMoved(SqliteConnection? connection)
    {
        if (connection?.Handle is not { } handle) return false;
        var moved = 0;
        return Control(handle.DangerousGetHandle(), 0, HasMovedControl, ref moved) == 0 && moved != 0;
    }

    private static FileStream OpenOrCreate(string file, FileShare share)
    {
        var options =
            new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new(file, options);
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Control(nint connection, nint database, int operation, ref int result);
}
