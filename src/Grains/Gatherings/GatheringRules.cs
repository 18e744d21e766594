using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Gatherings;

/// <summary>Validates plans and questions. Refusals never contain the text itself.</summary>
internal static class GatheringRules
{
    /// <summary>
    /// Returns a refusal of the first invalid field of a plan, or null. A day that it has already stays valid when it
    /// is over.
    /// </summary>
    public static Refusal? Check(PlanGathering plan, DateOnly? knownDay, DateOnly today)
    {
        return Text("title", plan.Title, GatheringFields.Title)
        ?? Unless(
            plan.HeldOn == knownDay || IsAhead(plan.HeldOn, today),
            "heldOn", $"Use today or a day up to {GatheringFields.MaxDays} days ahead.")
        ?? Unless(London.Exists(plan.HeldOn, plan.StartsAt), "startsAt", "The clocks skip that time on that day.")
        ?? Unless(
            plan.Minutes is >= MeetingFields.MinMinutes and <= MeetingFields.MaxMinutes,
            "minutes", MeetingFields.MinutesDetail)
        ?? Text("place", plan.Place, GatheringFields.Place)
        ?? Unless(GroupFields.AreNeeds(plan.Needs), "needs", GroupFields.NeedsDetail)
        ?? Unless(
            plan.Groups.AreDifferent() && plan.Groups.Length <= GatheringFields.MaxGroups,
            "groups", $"Use up to {GatheringFields.MaxGroups} groups, each only once.")
        ?? Unless(
            plan.Lenses.AreDifferent() && plan.Lenses.Length <= GatheringFields.MaxLenses,
            "lenses", $"Use up to {GatheringFields.MaxLenses} lenses, each only once.");
    }

    /// <summary>The same for a question. Plainer words that it has already stay valid.</summary>
    public static Refusal? Check(AskQuestion asks, AskQuestion? known)
    {
        var hasOptions = asks.Kind is QuestionKind.Vote or QuestionKind.Voices || asks.Mirror == MirrorTopic.Rung;
        return Text("text", asks.Text, GatheringFields.Text)
        ?? Text("easyText", asks.EasyText, GatheringFields.EasyText)
        ?? Unless(
            IsTheSame(asks.EasyText, known?.EasyText)
                || EasyWords.LongestSentence(asks.EasyText ?? "") <= EasyWords.MaxWords,
            "easyText", EasyWords.Detail)
        ?? Unless(GatheringFields.IsClip(asks.Clip), "clip", GatheringFields.ClipDetail)
        ?? Unless(
            !hasOptions || AreOptions(asks), "options", GatheringFields.OptionsDetail)
        ?? Unless(
            hasOptions || asks.Options is { IsDefaultOrEmpty: true },
            "options", "This kind of question has no options of its own. Leave them out.")
        ?? Unless(AreSentences(asks), "sentences", GatheringFields.SentencesDetail)
        ?? MirrorRules.Check(asks);
    }

    /// <summary>
    /// The same for a question between areas. It may be longer, and options alike, since a name was taken out: each
    /// option has a letter.
    /// </summary>
    public static Refusal? CheckHeard(AskQuestion asks)
    {
        var hasOptions = asks.Kind is QuestionKind.Vote or QuestionKind.Voices;
        return Text("text", asks.Text, GatheringFields.HeardText)
        ?? Text("easyText", asks.EasyText, GatheringFields.HeardEasyText)
        ?? Unless(GatheringFields.IsClip(asks.Clip), "clip", GatheringFields.ClipDetail)
        ?? Unless(
            hasOptions ? GatheringFields.AreHeard(asks.Options) : asks.Options is { IsDefaultOrEmpty: true },
            "options", GatheringFields.OptionsDetail);
    }

    /// <summary>The same for how many people come.</summary>
    public static Refusal? Check(PeopleComing coming)
    {
        return People("people", coming.People)
            ?? Unless(GroupFields.AreNeeds(coming.Needs), "needs", GroupFields.NeedsDetail);
    }

    /// <summary>The same for a table.</summary>
    public static Refusal? Check(LayTable lay) => People("present", lay.Present);

    /// <summary>The same for a reason.</summary>
    public static Refusal? Check(CancelGathering cancel) => Text("reason", cancel.Reason, GatheringFields.Reason);

    // A form may bring what it was given with other ends of lines.
    private static bool IsTheSame(string? text, string? known) =>
        text?.ReplaceLineEndings("\n").Trim() == known?.ReplaceLineEndings("\n").Trim();

    private static bool AreOptions(AskQuestion asks)
    {
        return asks.Sentences.IsDefaultOrEmpty
            ? GatheringFields.AreOptions(asks.Options)
            : GatheringFields.AreSentences(asks.Options);
    }

    private static bool AreSentences(AskQuestion asks)
    {
        if (asks.Sentences.IsDefault) return false;
        if (asks.Sentences.IsEmpty) return true;
        return asks.Kind == QuestionKind.Vote && asks.Sentences.Length == asks.Options.Length
            && asks.Sentences.AreDifferent();
    }

    private static bool IsAhead(DateOnly day, DateOnly today) =>
        day >= today && day <= today.AddDays(GatheringFields.MaxDays);

    private static Refusal? People(string field, int count)
    {
        return Unless(
            count is >= 0 and <= GatheringFields.MaxPresent, field, $"Use 0 to {GatheringFields.MaxPresent}.");
    }

    private static Refusal? Text(string field, string? text, TextRule rule) =>
        Unless(rule.Allows(text), field, rule.Detail);

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : GatheringRefusals.Invalid(field, detail);
}
