using System.Collections.Frozen;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Grains.SupportOffers;

/// <summary>What can be done with a match in each state. The diagram in docs/states.md is compared with it.</summary>
internal static class MatchTable
{
    /// <summary>The next state, by state and act.</summary>
    public static FrozenDictionary<(MatchState From, MatchAct Act), MatchState> Arrows { get; } =
        new Dictionary<(MatchState, MatchAct), MatchState>
        {
            [(MatchState.TakenUp, MatchAct.Agree)] = MatchState.Agreed,
            [(MatchState.Agreed, MatchAct.Agree)] = MatchState.Agreed,
            [(MatchState.Arranged, MatchAct.Agree)] = MatchState.Arranged,
            [(MatchState.Agreed, MatchAct.Arrange)] = MatchState.Arranged,
            [(MatchState.Arranged, MatchAct.Arrange)] = MatchState.Arranged,
            [(MatchState.Arranged, MatchAct.Done)] = MatchState.Done,
            [(MatchState.Arranged, MatchAct.NotDone)] = MatchState.NotDone,
            [(MatchState.Done, MatchAct.Done)] = MatchState.Done,
            [(MatchState.Done, MatchAct.NotDone)] = MatchState.NotDone,
            [(MatchState.NotDone, MatchAct.NotDone)] = MatchState.NotDone,
            [(MatchState.TakenUp, MatchAct.End)] = MatchState.Ended,
            [(MatchState.TakenUp, MatchAct.Expire)] = MatchState.Ended,
            [(MatchState.Agreed, MatchAct.End)] = MatchState.Ended,
            [(MatchState.Arranged, MatchAct.End)] = MatchState.Ended,
            [(MatchState.Done, MatchAct.End)] = MatchState.Ended,
            [(MatchState.NotDone, MatchAct.End)] = MatchState.Ended,
        }.ToFrozenDictionary();

    /// <summary>The state after an act, or null if the state does not allow it.</summary>
    public static MatchState? After(MatchState state, MatchAct act) =>
        Arrows.TryGetValue((state, act), out var next) ? next : null;
}

/// <summary>What the two sides do with a match, and what becomes of it if they do nothing.</summary>
internal enum MatchAct
{
    Agree, Arrange, Done, NotDone, End, Expire,
}
