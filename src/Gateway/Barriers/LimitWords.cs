using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Barriers;

/// <summary>How pages speak about limits, in English; keys of the translations.</summary>
internal static class LimitWords
{
    public static string Kind(LimitKind kind) => kind switch
    {
        LimitKind.Law => "A law",
        LimitKind.Policy => "An organisation’s own policy",
        LimitKind.Contract => "A contract",
        LimitKind.Money => "Money",
        LimitKind.Habit => "A habit",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string State(LimitState state) => state switch
    {
        LimitState.Claimed => "Nobody has checked this yet.",
        LimitState.Checked => "Checked.",
        LimitState.Disputed => "Somebody doubts this.",
        LimitState.Changed => "This has changed and is no longer in the way.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How many barriers rest on it.</summary>
    public static Sentence Cited(FewOrMore barriers)
    {
        if (!barriers.IsAny) return new("No answer rests on this.");
        return barriers.Number is { } number
            ? new("{0} barriers rest on this.", number)
            : new("A few barriers rest on this.");
    }
}
