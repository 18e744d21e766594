using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Panels;

/// <summary>How pages speak about panels, in English; keys of the translations.</summary>
internal static class PanelWords
{
    /// <summary>A candidate.</summary>
    public static string Of(Candidate candidate) => $"{candidate}";

    /// <summary>A candidate in an address.</summary>
    public static string InAddress(Candidate candidate) => Words<Candidate>.Of(candidate);

    /// <summary>Where it is.</summary>
    public static string Of(PanelState state) => state switch
    {
        PanelState.Draft => "The questions are not agreed yet.",
        PanelState.Agreed => "The questions are agreed.",
        PanelState.Gone => "It has been deleted.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the panel made of one answer.</summary>
    public static string Of(Finding finding) => finding switch
    {
        Finding.NobodyVoted => "Nobody voted.",
        Finding.TooFew => "Too few to sum up.",
        Finding.AgreedUp => "You agreed: thumbs up.",
        Finding.AgreedDown => "You agreed: thumbs down.",
        Finding.Split => "You were split between thumbs up and thumbs down.",
        Finding.InTheMiddle => "Most thumbs were in the middle.",
        Finding.LeaningUp => "More thumbs were up than down.",
        Finding.LeaningDown => "More thumbs were down than up.",
        Finding.Even => "As many thumbs were up as down.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How many sheets are in.</summary>
    public static Sentence SheetsIn(int sheets, int candidates)
    {
        if (candidates == 1) return new("{0} of 1 sheet is in.", sheets);
        return sheets == 1
            ? new("1 of {0} sheets is in.", candidates)
            : new("{0} of {1} sheets are in.", sheets, candidates);
    }

    /// <summary>What is wrong with what was sent, for people instead of programs.</summary>
    public static Sentence Of(Refusal refusal) => refusal.Field switch
    {
        "title" => "Enter what it is called, up to 120 characters on one line.",
        "heldOn" => "Enter a day from a month ago to a year ahead.",
        "questions" => "Enter 1 to 12 different questions, each on a line of its own, up to 250 characters.",
        "candidates" => "Enter how many people you will listen to, from 1 to 8.",
        "groups" => "Choose up to three other groups.",
        _ when refusal.Kind is RefusalKind.Stale or RefusalKind.VersionNeeded =>
            "Somebody else has changed it. Read it again: this is what it says now.",
        _ => refusal.Says(),
    };
}
