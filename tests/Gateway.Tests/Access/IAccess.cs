namespace PeerNet.Gateway.Tests.Access;

/// <summary>Who may do what with one noun. Every implementation in this assembly is part of the table.</summary>
internal interface IAccess
{
    /// <summary>
    /// One row for each endpoint and each sort of thing it can be about: method, address, those words, whom the
    /// endpoint admits (anyone, members or coordinators), and the status for each of <see cref="AccessTable.Callers"/>.
    /// </summary>
    static abstract string Rows { get; }

    /// <summary>What each row sends.</summary>
    static abstract Attempts Attempts { get; }
}

/// <summary>
/// The request of each row, by its method, address and words, on a scene that nobody has used. A request that a caller
/// may not make is good in every other respect.
/// </summary>
internal sealed class Attempts : Dictionary<string, Func<ApiClient, Scene, Person, Task<Answer>>>;
