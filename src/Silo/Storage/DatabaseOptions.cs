using System.ComponentModel.DataAnnotations;

namespace PeerNet.Silo.Storage;

/// <summary>Where an area keeps its records; no other area has a key to it.</summary>
public sealed class DatabaseOptions
{
    /// <summary>SQLite by default, which needs nothing installed and serves one silo on one machine; PostgreSQL for an area of several silos.</summary>
    [EnumDataType(typeof(DatabaseKind), ErrorMessage = "PeerNet:Database:Kind is sqlite or postgresql.")]
    public DatabaseKind Kind { get; set; } = DatabaseKind.Sqlite;

    /// <summary>How to reach it: <c>Data Source=east-sussex.db</c> or <c>Host=…;Database=…;Username=…</c>. What it says wins over PeerNet's own settings, such as five seconds until a write gives up.</summary>
    [Required(ErrorMessage = "PeerNet:Database:ConnectionString is missing, for example Data Source=east-sussex.db.")]
    public string ConnectionString { get; set; } = "";
}

/// <summary>The two databases PeerNet runs on.</summary>
public enum DatabaseKind
{
    /// <summary>One file beside one silo.</summary>
    Sqlite,

    /// <summary>A server for one to several silos.</summary>
    Postgresql,
}
