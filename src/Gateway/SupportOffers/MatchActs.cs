using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>
/// What the reader of a match can do with it now. The record decides; this only offers what it allows.
/// </summary>
/// <param name="Match">The match.</param>
/// <param name="IsMaker">Whether the reader is on the maker's side.</param>
public readonly record struct MatchActs(MatchDetails Match, bool IsMaker)
{
    /// <summary>Whether the other side waits for the reader's yes.</summary>
    public bool CanAgree => IsMaker && Match.State == MatchState.TakenUp;

    /// <summary>Whether the reader has said yes and can change the name or the contact they show.</summary>
    public bool CanChangeName => IsLive && !CanAgree;

    /// <summary>Whether they can say when and where, or change it.</summary>
    public bool CanArrange => Match.State is MatchState.Agreed or MatchState.Arranged;

    /// <summary>Whether they can say how it went, or change what they said.</summary>
    public bool CanReport => Match.State is MatchState.Arranged or MatchState.Done or MatchState.NotDone;

    /// <summary>
    /// Whether they can say that it took place. Once they have said that it did not, that stays.
    /// </summary>
    public bool CanBeDone => Match.State != MatchState.NotDone || Match.OtherOutcome is { Done: false };

    /// <summary>Whether the two have still something to do for it.</summary>
    public bool IsLive => Match.State is MatchState.TakenUp or MatchState.Agreed or MatchState.Arranged;
}
