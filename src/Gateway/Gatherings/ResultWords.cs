using Microsoft.Extensions.Localization;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What a room has said, as a person would tell it.</summary>
internal static class ResultWords
{
    public static Sentence Of(QuestionResult result) => result.Finding switch
    {
        Finding.NotAsked => new("There was no time for this question."),
        Finding.NoCount => new("No count came in."),
        Finding.NobodyVoted => new("Nobody wished to vote."),
        Finding.NoneChosen => new("Nobody chose any of them."),
        Finding.LikedByMost => Standing(
            result,
            "More than half could live with “{0}”.",
            "More than half could live with each of these, which stand side by side: {0}."),
        Finding.LikedMost => Standing(
            result,
            "None was liked by more than half. “{0}” was liked most.",
            "None was liked by more than half. These were liked most: {0}."),
        Finding.Placed => First(result),
        Finding.Mostly => Standing(result, "At least three quarters said “{0}”.", "At least three quarters said {0}."),
        Finding.Leaning => Standing(result, "More than half said “{0}”.", "More than half said {0}."),
        Finding.AllOver => new("People were all over the room: no answer had more than half of them."),
        Finding.TooFew => new("Too few people showed a thumb to sum it up."),
        Finding.AgreedUp => new("People agreed: thumbs up."),
        Finding.AgreedDown => new("People agreed: thumbs down."),
        Finding.Split => new("People were split between thumbs up and thumbs down."),
        Finding.InTheMiddle => new("Most thumbs were in the middle."),
        Finding.LeaningUp => new("More thumbs were up than down."),
        Finding.LeaningDown => new("More thumbs were down than up."),
        Finding.Even => new("As many thumbs were up as down."),
        Finding.Mirrored => MirrorWords.Apart(result.Mirror!),
        Finding.Over => new("This is over. Nothing was counted."),
        Finding.NotEnough => MirrorWords.NeedsMore(result.Mirror!),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What an option says: its own text or, without one, its box.</summary>
    public static string NameOf(this IStringLocalizer<Texts> t, OptionResult option) =>
        option.Text ?? t[GatheringWords.OfBox(option.Box)];

    /// <summary>What tables that are missing could still change, or null.</summary>
    public static string? Of(Outlook? outlook) => outlook switch
    {
        Outlook.Sure => "stands, whatever the missing tables say",
        Outlook.Open => "open until the missing tables come in",
        Outlook.Out => "does not stand, whatever the missing tables say",
        null => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How many tables are in, for a room.</summary>
    public static Sentence TablesIn(int tablesIn, int asked)
    {
        if (asked == 1) return new("{0} of 1 table is in.", tablesIn);
        return tablesIn == 1
            ? new("1 of {0} tables is in.", asked)
            : new("{0} of {1} tables are in.", tablesIn, asked);
    }

    /// <summary>How many tables came too late for the numbers, or null.</summary>
    public static Sentence? Late(QuestionResult result) => result.LateTables switch
    {
        0 => null,
        1 => new("1 table came in late. The words include it, but the numbers do not."),
        _ => new("{0} tables came in late. The words include them, but the numbers do not.", result.LateTables),
    };

    /// <summary>How many more people found that it depends than the first time, or null.</summary>
    public static Sentence? Moved(QuestionResult result) => result.Moved switch
    {
        null => null,
        0 => new("As many people as the first time said that it depends."),
        1 => new("1 more person than the first time said that it depends."),
        -1 => new("1 fewer person than the first time said that it depends."),
        > 0 => new("{0} more people than the first time said that it depends.", result.Moved),
        _ => new("{0} fewer people than the first time said that it depends.", -result.Moved.Value),
    };

    private static Sentence First(QuestionResult result)
    {
        var first = result.Options.Where(option => option.Place == 1).Select(Inside).ToList();
        return first.Count == 1
            ? new("“{0}” had the most voices.", first[0])
            : new("These had the most voices, and as many as each other: {0}.", Quoted(first));
    }

    private static Sentence Standing(QuestionResult result, string one, string several)
    {
        var standing = result.Options.Where(option => option.Stands).Select(Inside).ToList();
        return standing.Count == 1 ? new(one, standing[0]) : new(several, Quoted(standing));
    }

    private static Listing Quoted(IEnumerable<object> texts) => new(texts.Select(text => new Sentence("“{0}”", text)));

    /// <summary>What it says, for a sentence that has a full stop of its own.</summary>
    public static object Inside(OptionResult option) =>
        option.Text?.TrimEnd('.') ?? (object)new Sentence(GatheringWords.OfBox(option.Box));
}
