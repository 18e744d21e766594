using PeerNet.Contracts.Connections;

namespace PeerNet.Grains.Connections;

/// <summary>
/// What this group and one in another area last told each other. They are connected while both say yes.
/// </summary>
/// <param name="With">The other group.</param>
/// <param name="Ours">Our last answer, or null.</param>
/// <param name="OursNumber">The number of the letter that carried it.</param>
/// <param name="Theirs">Their last answer, or null.</param>
/// <param name="TheirsNumber">The number of the letter that carried it; an earlier one changes nothing.</param>
/// <param name="AwaitsUs">Whether it came after our last answer, so that it is waiting for ours.</param>
/// <param name="Since">When this state began.</param>
internal sealed record Agreement(
    GroupAddress With, bool? Ours, int OursNumber, bool? Theirs, int TheirsNumber, bool AwaitsUs, DateTimeOffset Since)
{
    private const int DaysToAnswer = 90;

    /// <summary>Whether both say yes.</summary>
    public bool IsConnected => Ours == true && Theirs == true;

    /// <summary>Whether it has not ended.</summary>
    public bool IsLive => State != ConnectionState.Ended;

    /// <summary>
    /// Whether a proposal, theirs or ours, has waited so long for an answer that it no longer counts.
    /// </summary>
    public bool HasLapsed(DateTimeOffset now) =>
        State is ConnectionState.Proposed or ConnectionState.Asked && Since < now.AddDays(-DaysToAnswer);

    /// <summary>
    /// The state. A yes from before our no is not a new proposal: they withdraw it when they receive our no.
    /// </summary>
    public ConnectionState State => (Ours, Theirs) switch
    {
        (true, true) => ConnectionState.Connected,
        (true, _) => ConnectionState.Proposed,
        (null, true) => ConnectionState.Asked,
        (false, true) when AwaitsUs => ConnectionState.Asked,
        _ => ConnectionState.Ended,
    };

    /// <summary>An agreement in which neither group has answered yet.</summary>
    public static Agreement None(GroupAddress with) => new(with, null, 0, null, 0, false, default);
}
