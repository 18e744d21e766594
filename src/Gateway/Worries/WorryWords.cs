using PeerNet.Contracts;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Worries;

/// <summary>How pages speak about worries, in English; keys of the translations.</summary>
internal static class WorryWords
{
    /// <summary>The states in the order in which coordinators look at them.</summary>
    public static IReadOnlyList<WorryState> States { get; } =
        [WorryState.Waiting, WorryState.ActedOn, WorryState.Answered];

    public static string Heading(WorrySubject about) => about switch
    {
        WorrySubject.Group => "About a group",
        WorrySubject.Person => "About a person",
        WorrySubject.Offer => "About an offer or a request",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The question at the top of the form.</summary>
    public static string Asking(WorrySubject about) => about switch
    {
        WorrySubject.Group => "I am worried about this group",
        WorrySubject.Person => "I am worried about this person",
        WorrySubject.Offer => "I am worried about this offer",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Tab(WorryState state) => state switch
    {
        WorryState.Waiting => "Waiting",
        WorryState.ActedOn => "Being dealt with",
        WorryState.Answered => "Answered",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Empty(WorryState state) => state switch
    {
        WorryState.Waiting => "No worries are waiting.",
        WorryState.ActedOn => "No worries are being dealt with.",
        WorryState.Answered => "No worries have been answered yet.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A state with its day (<c>{0}</c>).</summary>
    public static string Since(WorryState state) => state switch
    {
        WorryState.Waiting => "Waiting since {0}",
        WorryState.ActedOn => "A coordinator has been dealing with it since {0}",
        WorryState.Answered => "Answered on {0}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What is wrong with a text, for people instead of programs.</summary>
    public static string Of(Refusal refusal)
    {
        if (refusal.Code == WorryRefusals.Answered.Code) return "Somebody has answered this worry already.";
        if (refusal.Code == WorryRefusals.Differs.Code) return FormErrors.SentBefore;
        return refusal.Field is "text" or "answer" ? "Enter something, up to 4,000 characters." : refusal.Title;
    }
}
