using System.ComponentModel.DataAnnotations;

namespace PeerNet.Silo.Storage;

/// <summary>The database that stores an area's records. No other area has access to it.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// SQLite needs nothing installed and serves a single silo; PostgreSQL serves any number of silos. Default: SQLite.
    /// </summary>
    [EnumDataType(typeof(DatabaseKind), ErrorMessage = "PeerNet:Database:Kind must be sqlite or postgresql.")]
    public DatabaseKind Kind { get; set; } = DatabaseKind.Sqlite;

    /// <summary>
    /// The connection string: <c>Data Source=east-sussex.db</c> or <c>Host=…;Database=…;Username=…</c>. Its
    /// values override PeerNet's own, such as the write timeout of five seconds. Required.
    /// </summary>
    [Required(ErrorMessage = "PeerNet:Database:ConnectionString is required, for example Data Source=east-sussex.db.")]
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Whether a silo that starts may create the database if it is missing or empty; the argument <c>--create</c> sets
    /// it. Leave it off once the area exists: a lost database must not be replaced by an empty one. Default: false.
    /// </summary>
    public bool Create { get; set; }
}

/// <summary>The databases PeerNet supports.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite: one file, one silo.</summary>
    Sqlite,

    /// <summary>PostgreSQL: a server for one or more silos.</summary>
    Postgresql,
}
