using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>How pages name what an offer or a request says, in English; keys of the translations.</summary>
internal static class OfferWords
{
    /// <summary>The languages that people can choose, by their codes. Others are shown by their code.</summary>
    public static IReadOnlyList<(string Value, string Text)> Languages { get; } =
    [
        ("en", "English"), ("bsl", "British Sign Language"), ("ar", "Arabic"), ("bn", "Bengali"), ("es", "Spanish"),
        ("fa", "Farsi"), ("fr", "French"), ("it", "Italian"), ("pl", "Polish"), ("pt", "Portuguese"),
        ("ro", "Romanian"), ("tr", "Turkish"), ("uk", "Ukrainian"), ("zh", "Chinese"),
    ];

    /// <summary>What to do about a new offer that is saved already, with something else in it.</summary>
    public const string AlreadySaved = "You have saved this already. To change it, open it from the list of yours.";

    /// <summary>What to do if somebody else who leads the group was quicker.</summary>
    public const string ChangedMeanwhile =
        "It was changed after you opened this page. Check what you have typed, and save it again.";

    public static string Of(SupportKind kind) => kind switch
    {
        SupportKind.Listening => "Somebody to talk to",
        SupportKind.Company => "Somebody to go with to a first meeting",
        SupportKind.Lift => "A lift",
        SupportKind.FormFilling => "Help with a form",
        SupportKind.Skill => "A skill, such as cooking or using a phone",
        SupportKind.Things => "Things to keep or borrow",
        SupportKind.Room => "A room",
        SupportKind.Speaker => "Somebody to speak to a group",
        SupportKind.Visit => "A visit to a group",
        SupportKind.Other => "Something else",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The kind within a sentence, such as "Offered: a lift".</summary>
    public static string InSentence(SupportKind kind) => kind switch
    {
        SupportKind.Listening => "somebody to talk to",
        SupportKind.Company => "somebody to go with to a first meeting",
        SupportKind.Lift => "a lift",
        SupportKind.FormFilling => "help with a form",
        SupportKind.Skill => "a skill",
        SupportKind.Things => "things to keep or borrow",
        SupportKind.Room => "a room",
        SupportKind.Speaker => "somebody to speak to a group",
        SupportKind.Visit => "a visit to a group",
        SupportKind.Other => "something else",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(SupportUrgency urgency) => urgency switch
    {
        SupportUrgency.Today => "Today",
        SupportUrgency.ThisWeek => "This week",
        SupportUrgency.ThisMonth => "This month",
        SupportUrgency.AnyTime => "Any time",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(SupportFrequency often) => often switch
    {
        SupportFrequency.Once => "Once, for one person",
        SupportFrequency.Monthly => "A number of times each month",
        SupportFrequency.AsLongAsItLasts => "As long as it lasts",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(SupportAudience audience) => audience switch
    {
        SupportAudience.MyGroups => "People in my groups",
        SupportAudience.MyArea => "Everybody in my area",
        SupportAudience.AllAreas => "Everybody, in all areas",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(PartOfDay part) => part switch
    {
        PartOfDay.Morning => "morning",
        PartOfDay.Afternoon => "afternoon",
        PartOfDay.Evening => "evening",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Weekday day) => day switch
    {
        Weekday.Mon => "Monday",
        Weekday.Tue => "Tuesday",
        Weekday.Wed => "Wednesday",
        Weekday.Thu => "Thursday",
        Weekday.Fri => "Friday",
        Weekday.Sat => "Saturday",
        Weekday.Sun => "Sunday",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(ContactPart part) => part switch
    {
        ContactPart.Email => "My email address",
        ContactPart.Phone => "My phone number",
        ContactPart.Other => "Another way to reach me",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Why its maker's side sees that it cannot be taken up now; null if it can.</summary>
    public static string? WhyClosed(SupportOfferState state) => state switch
    {
        SupportOfferState.Open => null,
        SupportOfferState.UsedUp => "It is full: nobody else can say yes to it at the moment.",
        SupportOfferState.Paused => "It is paused. Nobody else can find it or say yes to it.",
        SupportOfferState.Hidden => "A coordinator has hidden it. Nobody else can find it or say yes to it.",
        SupportOfferState.Expired => "Its last day has passed. Nobody else can find it or say yes to it.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How far a match is, as the maker's side reads it.</summary>
    public static string ForMaker(MatchState state) => state switch
    {
        MatchState.TakenUp => "They have said yes and are waiting for your answer.",
        MatchState.Agreed => "You have both said yes. Next, arrange when and where.",
        MatchState.Arranged => "You have arranged to meet.",
        MatchState.Done => "It took place.",
        MatchState.NotDone => "It did not take place.",
        MatchState.Ended => "This has ended.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How far a match is, as the taker reads it.</summary>
    public static string ForTaker(MatchState state) => state switch
    {
        MatchState.TakenUp => "You have said yes. The other person has not answered yet.",
        _ => ForMaker(state),
    };

    /// <summary>Why another area has refused what the taker sent last; null if it has not.</summary>
    public static string? WhyRefused(string? code) => code switch
    {
        null => null,
        "support-offer.not-open" => "It is no longer open: somebody else may have been first.",
        "support-offer.month-full" => "There is no more room in that month. Enter a day in another month.",
        _ => "The other area could not accept what you sent last. Try something else.",
    };

    /// <summary>What to do about a refusal, for people; where a text is missing, the record's own will do.</summary>
    public static Sentence Of(Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        (_, "shownAs") => "Enter the name you want to be called, up to 60 characters.",
        (_, "outcode") => "Enter the first half of a postcode, such as BN2.",
        (_, "timesAMonth") => "Enter how many times a month, from 1 to 31.",
        (_, "expiresOn") => "Enter a last day from today up to a year ahead.",
        (_, "on") => "Enter a day from today up to a year ahead.",
        (_, "text") => "Enter up to 2,000 characters.",
        (_, "where") => "Enter up to 250 characters, on one line.",
        (_, "words") => "Enter up to 1,000 characters.",
        (_, "reason") => "Enter a reason, up to 500 characters.",
        ("support-offer.match-over", _) => FormErrors.SentBefore,
        ("support-offer.month-full", _) => "There is no more room in that month. Enter a day in another month.",
        _ => refusal.Says(),
    };
}
