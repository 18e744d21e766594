namespace PeerNet.Grains.Gatherings;

/// <summary>
/// Keys of what is on paper, which are never in the database. Each is 32 random bytes under a name: the gathering's own
/// ID for what is printed, a question's ID for what slips have answered.
/// </summary>
internal interface IPaperKeys
{
    /// <summary>Whether there is a place to keep them.</summary>
    bool AreKept { get; }

    /// <summary>The gatherings that have keys: something was printed for them, and they are not over.</summary>
    IEnumerable<Guid> Gatherings { get; }

    /// <summary>A key of a gathering; null if there is none.</summary>
    Task<byte[]?> Find(Guid gathering, Guid name);

    /// <summary>The same; if there is none, it is made.</summary>
    Task<byte[]?> FindOrMake(Guid gathering, Guid name);

    /// <summary>Destroys every key of a gathering but these.</summary>
    void DestroyAllBut(Guid gathering, IReadOnlySet<Guid> names);
}
