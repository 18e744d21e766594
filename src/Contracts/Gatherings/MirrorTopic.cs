using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>What a mirror question asks. Keepers choose one, and do not write their own.</summary>
[GenerateSerializer, Alias("peernet.mirror-topic")]
public enum MirrorTopic
{
    /// <summary>Whether what people said could change the decision.</summary>
    CouldChange,
    /// <summary>Whether people knew beforehand what could not change.</summary>
    KnewLimits,
    /// <summary>Whether people were there from the start.</summary>
    FromTheStart,
    /// <summary>Whether there was what people needed to take part.</summary>
    CouldTakePart,
    /// <summary>Whether the notes used people's own words.</summary>
    OwnWords,
    /// <summary>Whether people heard what happened next.</summary>
    HeardBack,
    /// <summary>Whether somebody with lived experience held a role that mattered.</summary>
    HeldRole,
    /// <summary>Which rung of a ladder it was, most of the time.</summary>
    Rung,
}

/// <summary>The hat that somebody wears today, as they say themselves.</summary>
[GenerateSerializer, Alias("peernet.hat")]
public enum Hat
{
    /// <summary>They have been there themselves.</summary>
    LivedExperience,
    /// <summary>They are here for their work.</summary>
    Role,
    /// <summary>Both: they belong to neither side.</summary>
    Both,
}

/// <summary>The words of a mirror question.</summary>
/// <param name="Text">What the room is asked.</param>
/// <param name="LivedExperience">The same as those say it who have been there themselves.</param>
/// <param name="Role">The same as those say it who are here for their work.</param>
public sealed record MirrorText(string Text, string LivedExperience, string Role);

/// <summary>The eight mirror questions, and the steps from which people choose.</summary>
public static class MirrorTexts
{
    /// <summary>The steps of all questions but that about a rung.</summary>
    public static ImmutableArray<string> HowOften { get; } = ["never", "rarely", "sometimes", "often", "always"];

    /// <summary>The words of each question.</summary>
    public static MirrorText Of(MirrorTopic topic) => topic switch
    {
        MirrorTopic.CouldChange => new(
            "Could what people said change the decision?",
            "What we said could change the decision.",
            "What people said could change the decision."),
        MirrorTopic.KnewLimits => new(
            "Did people know beforehand what could not change?",
            "We knew beforehand what could not change.",
            "People knew beforehand what could not change."),
        MirrorTopic.FromTheStart => new(
            "Were people there from the start?",
            "We were there from the start.",
            "People were there from the start."),
        MirrorTopic.CouldTakePart => new(
            "Was there what people needed to take part: access, time, travel and pay?",
            "What we needed to take part was there: access, time, travel and pay.",
            "What people needed to take part was there: access, time, travel and pay."),
        MirrorTopic.OwnWords => new(
            "Did the notes use people’s own words?", "The notes used our words.", "The notes used people’s words."),
        MirrorTopic.HeardBack => new(
            "Did people hear what happened next?",
            "We heard what happened next.",
            "People heard what happened next."),
        MirrorTopic.HeldRole => new(
            "Did somebody with lived experience hold a role that mattered?",
            "One of us held a role that mattered.",
            "Somebody with lived experience held a role that mattered."),
        MirrorTopic.Rung => new(
            "Which step of this ladder were we on, most of the time?",
            "This is where we were, most of the time.",
            "This is where people were with us, most of the time."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The steps from which people choose, from the lowest up.</summary>
    public static ImmutableArray<string> StepsOf(AskQuestion asks) =>
        asks.Mirror == MirrorTopic.Rung ? asks.Options : HowOften;
}
