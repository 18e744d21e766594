using Microsoft.Extensions.Localization;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.NextSteps;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The words of pages about gatherings, in English; keys of the translations.</summary>
internal static class GatheringWords
{
    /// <summary>When it is, such as "Tuesday 3 March 2026, 2pm to 4:30pm".</summary>
    public static string When(this IStringLocalizer<Texts> t, PlanGathering plan)
    {
        var ends = plan.StartsAt.AddMinutes(plan.Minutes);
        return t["{0}, {1} to {2}", t.Day(plan.HeldOn), t.Time(plan.StartsAt), t.Time(ends)];
    }

    public static string Of(GatheringState state) => state switch
    {
        GatheringState.Planned => "Planned",
        GatheringState.Open => "It has begun",
        GatheringState.Closed => "It is over",
        GatheringState.Cancelled => "Cancelled",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(KeeperState state) => state switch
    {
        KeeperState.Asked => "waiting for an answer",
        KeeperState.Keeping => "kept by a lead",
        KeeperState.Declined => "declined; another lead can still accept",
        KeeperState.Erased => "kept by somebody who has left PeerNet; another lead can take over",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(QuestionState state) => state switch
    {
        QuestionState.Draft => "Draft",
        QuestionState.Ready => "Ready",
        QuestionState.Open => "Open: the room answers",
        QuestionState.Counting => "Hands are down: tables count",
        QuestionState.Closed => "Closed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(TallyState state) => state switch
    {
        TallyState.Missing => "missing",
        TallyState.Counted => "in",
        TallyState.Differs => "counts differ",
        TallyState.Slips => "in, by slips",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Quiz => "Quiz: yes, no, maybe or it depends",
        QuestionKind.Thumbs => "Thumbs: up, middle or down",
        QuestionKind.Vote => "Vote: a hand for every one you could live with",
        QuestionKind.Voices => "Three voices: for three different ones",
        QuestionKind.Mirror => "Mirror: two sides say how they see the same thing",
        QuestionKind.WarmUp => "Warm-up: something to do together. Nothing is counted",
        QuestionKind.Words => "Words: tables write words. Nothing is counted",
        QuestionKind.Reflection => "Looking back: up to three sentences from each table. Nothing is counted",
        QuestionKind.QuestionsAndAnswers => "Questions and answers: say what gets in the way. Nothing is counted",
        QuestionKind.Joining => "Joining: tables make one sentence of two that say nearly the same. Nothing is counted",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What is said in the room.</summary>
    public static string SaidFor(QuestionKind kind) => kind switch
    {
        QuestionKind.Quiz => "Yes, no, maybe, it depends: and on what?",
        QuestionKind.Thumbs => "Up, middle or down, all at once.",
        QuestionKind.Vote => "Raise a hand for every one you could live with.",
        QuestionKind.Voices => "Give a voice to at most three different ones.",
        QuestionKind.Mirror => "Hold up the card that fits you today. Which step fits best, most of the time?",
        QuestionKind.WarmUp => "Do it at your table. Then a table can say in one line what it made.",
        QuestionKind.Words => "Write words at your table, one on each card. Read them to each other.",
        QuestionKind.Reflection => "Agree at your table on up to three sentences.",
        QuestionKind.QuestionsAndAnswers => "Ask what you like. Whatever gets in the way can be written down.",
        QuestionKind.Joining =>
            "Two tables whose sentences say nearly the same write one together. Each table agrees to it, and a keeper "
                + "writes it down. The sentences that it comes from stay.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What whoever answers with a slip is asked to do.</summary>
    public static string AskedOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Quiz or QuestionKind.Thumbs or QuestionKind.Mirror => "Choose one.",
        QuestionKind.Vote => "Tick every one you could live with. If there is none, tick none.",
        QuestionKind.Voices => "Tick up to three.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A box of the sheet; a letter stays as it is.</summary>
    public static string OfBox(string box) => box switch
    {
        "yes" => "Yes",
        "no" => "No",
        "maybe" => "Maybe",
        "itDepends" => "It depends",
        "up" => "Thumbs up",
        "middle" => "Thumbs in the middle",
        "down" => "Thumbs down",
        _ => box,
    };

    /// <summary>A box of the sheet of a question, by its place.</summary>
    public static Sentence BoxOf(AskQuestion asks, int place)
    {
        if (asks.Kind != QuestionKind.Mirror) return new(OfBox(SheetBoxes.Of(asks)[place]));
        var steps = MirrorTexts.StepsOf(asks);
        var hat = new Sentence(MirrorWords.Of((Hat)(place / steps.Length)));
        return new("{0}: {1}", hat, new Sentence(steps[place % steps.Length]));
    }

    /// <summary>How a next step stands, with who does it: a role, or a group that can be read.</summary>
    public static string Standing(
        this IStringLocalizer<Texts> t, NextStepDetails step, IReadOnlyDictionary<GroupId, string> names,
        DateOnly today)
    {
        var standing = t.Say(StepWords.Standing(step, today));
        if (step.IsOfRole) return t["{0}: {1}", step.RoleName!, standing];
        return step.OwnerId is { } owner && names.TryGetValue(owner, out var name)
            ? t["{0}: {1}", name, standing]
            : standing;
    }

    /// <summary>What a table is called, such as "Otter".</summary>
    public static string Of(Animal animal) => $"{animal}";

    /// <summary>What to do about a refusal, for people; where a text is missing, the record's own will do.</summary>
    public static Sentence Of(Refusal refusal) => refusal.Code switch
    {
        "gathering.needs-two-keepers" => "It needs keepers from two groups. Wait until a lead of another accepts.",
        "gathering.already-kept" => "Somebody keeps this gathering for the group already.",
        "gathering.state" => "Somebody else has opened, closed or cancelled the gathering since you opened this page.",
        "gathering.table-in-use" =>
            "Only a table at which nobody sits, and from which nothing came, can be taken away, and not while a "
                + "question is open. Save 0 people first.",
        "version.stale" => "Another keeper has changed it. This is what it says now.",
        "gathering.question-state" =>
            "Two keepers say that a question is ready. Then it is opened, while the gathering is on.",
        "gathering.question-fixed" =>
            "Two keepers have said that it is ready, so it stays as it is. Ask another question.",
        "gathering.field" when refusal.Detail == TakenOut.Words.Detail =>
            "Enter the words to take out, up to 40 characters.",
        "gathering.nothing-left" =>
            "There would be nothing left to read. If a text is a name alone, ask a coordinator.",
        _ => refusal.Says(),
    };

    /// <summary>The same at the control that it is about, or at another one.</summary>
    public static FormErrors At(this Refusal refusal, string otherwise) =>
        [new(refusal.Field ?? otherwise, Of(refusal))];
}
