using PeerNet.Contracts.Connections;

namespace PeerNet.Grains.Connections;

/// <summary>
/// What this group and one of another area have said to each other. They are connected while the last word of both is
/// yes.
/// </summary>
/// <param name="With">The other group.</param>
/// <param name="Ours">Our last word; null: none.</param>
/// <param name="OursNumber">The number of the letter that said it.</param>
/// <param name="Theirs">Their last word; null: none.</param>
/// <param name="TheirsNumber">The number of the letter that said it; an earlier one changes nothing.</param>
/// <param name="AwaitsUs">Whether they said it after our last word, so that it waits for ours.</param>
/// <param name="Since">When its present state began.</param>
internal sealed record Agreement(
    GroupAddress With, bool? Ours, int OursNumber, bool? Theirs, int TheirsNumber, bool AwaitsUs, DateTimeOffset Since)
{
    /// <summary>Whether both say yes.</summary>
    public bool IsConnected => Ours == true && Theirs == true;

    /// <summary>Whether it has not ended.</summary>
    public bool IsLive => State != ConnectionState.Ended;

    /// <summary>
    /// Its state. A yes of theirs from before our no is not a new proposal: they take it back when they receive our no.
    /// </summary>
    public ConnectionState State => (Ours, Theirs) switch
    {
        (true, true) => ConnectionState.Connected,
        (true, _) => ConnectionState.Proposed,
        (null, true) => ConnectionState.Asked,
        (false, true) when AwaitsUs => ConnectionState.Asked,
        _ => ConnectionState.Ended,
    };

    /// <summary>Nothing said yet.</summary>
    public static Agreement None(GroupAddress with) => new(with, null, 0, null, 0, false, default);
}
