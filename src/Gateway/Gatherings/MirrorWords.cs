using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The words of mirror questions, in English; keys of the translations.</summary>
internal static class MirrorWords
{
    /// <summary>What to talk about after the question about a rung.</summary>
    public const string OneLower = "What kept it one rung lower?";

    /// <summary>What a hat says of itself, as on its card.</summary>
    public static string Of(Hat hat) => hat switch
    {
        Hat.LivedExperience => "I have been there myself",
        Hat.Role => "I am here for my work",
        Hat.Both => "Both",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The people who wear it.</summary>
    public static string PeopleOf(Hat hat) => hat switch
    {
        Hat.LivedExperience => "People who have been there themselves",
        Hat.Role => "People who are here for their work",
        Hat.Both => "People who are both",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the question is about, for keepers.</summary>
    public static string Of(MirrorTopic topic) =>
        topic == MirrorTopic.Rung ? "Which step of a ladder were we on, most of the time?" : MirrorTexts.Of(topic).Text;

    /// <summary>How the side says it that wears this hat; nothing if it wears both.</summary>
    public static string? Said(MirrorTopic topic, Hat hat) => hat switch
    {
        Hat.LivedExperience => MirrorTexts.Of(topic).LivedExperience,
        Hat.Role => MirrorTexts.Of(topic).Role,
        Hat.Both => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How far apart the sides are, and who sees it higher.</summary>
    public static Sentence Apart(MirrorResult mirror) => (mirror.Apart, mirror.Higher) switch
    {
        (1, Hat.LivedExperience) => new("1 step apart: people who have been there themselves see it higher."),
        (1, _) => new("1 step apart: people who are here for their work see it higher."),
        (_, Hat.LivedExperience) =>
            new("{0} steps apart: people who have been there themselves see it higher.", mirror.Apart!),
        (_, Hat.Role) => new("{0} steps apart: people who are here for their work see it higher.", mirror.Apart!),
        _ => new("Both sides see it the same."),
    };

    /// <summary>Who else is needed before anything can be shown.</summary>
    public static Sentence NeedsMore(MirrorResult mirror)
    {
        if (mirror.NeedsMore.Length != 1)
            return new("Not enough yet. It takes more people of both sides, at more tables.");
        return mirror.NeedsMore[0] == Hat.Role
            ? new("Not enough yet. It takes more people who are here for their work, at more tables.")
            : new("Not enough yet. It takes more people who have been there themselves, at more tables.");
    }

    /// <summary>How many are both, or null if nobody is.</summary>
    public static Sentence? Both(MirrorResult mirror) => mirror.BothHats switch
    {
        null or 0 => null,
        1 => new("1 more person is both, and counts for neither side."),
        _ => new("{0} more people are both, and count for neither side.", mirror.BothHats),
    };
}
