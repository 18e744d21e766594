using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Barriers;

/// <summary>How pages speak about barriers, in English; keys of the translations.</summary>
internal static class BarrierWords
{
    public static string About(BarrierAbout about) => about switch
    {
        BarrierAbout.Access => "Getting in and taking part",
        BarrierAbout.Transport => "Getting there",
        BarrierAbout.Money => "Money",
        BarrierAbout.Trust => "Trust",
        BarrierAbout.Law => "What the law says",
        BarrierAbout.Language => "Words that are hard to understand",
        BarrierAbout.Time => "Time",
        BarrierAbout.Other => "Something else",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Answer(AnswerKind kind) => kind switch
    {
        AnswerKind.Can => "Yes, I can",
        AnswerKind.Partly => "I can do some of it",
        AnswerKind.Cannot => "No, I cannot",
        AnswerKind.DontKnowYet => "I don’t know yet",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Said(Helped said) => said switch
    {
        Helped.Yes => "Yes, it helped",
        Helped.Partly => "It helped a little",
        Helped.No => "No, it did not help",
        Helped.TooSoon => "It is too soon to say",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How it stands, in a sentence.</summary>
    public static Sentence State(BarrierDetails barrier)
    {
        var says = barrier.Answers.IsEmpty ? null : barrier.Answers[^1].Says;
        return State(barrier.State, barrier.DueOn, barrier.Missed, barrier.DaysOver, says?.Kind);
    }

    /// <summary>The same of one in another area.</summary>
    public static Sentence State(BarrierCard card, int? daysOver) =>
        State(card.State, card.DueOn, card.Missed, daysOver, card.Answer?.Kind);

    /// <summary>The parts of an answer that say anything, with their headings.</summary>
    public static IEnumerable<(string Heading, string Text)> Parts(string? can, string? stops, string? unknown)
    {
        if (TextRule.IsVisible(can)) yield return ("What I can do", can);
        if (TextRule.IsVisible(stops)) yield return ("What stops me", stops);
        if (TextRule.IsVisible(unknown)) yield return ("What I don’t know", unknown);
    }

    /// <summary>When the first answer was due, and when it came; null until then, and if nobody named a day.</summary>
    public static Sentence? FirstAnswer(BarrierDetails barrier)
    {
        return barrier is { WasDueOn: { } due, AnsweredOn: { } on }
            ? new("It was due by {0}, and came on {1}.", due, on)
            : null;
    }

    /// <summary>How many were answered by their date, of those whose date has come or whose answer has.</summary>
    public static Sentence ByDate(AnswerCounts counts)
    {
        var due = counts.ByDate + counts.Late + counts.Over;
        return due == 0
            ? new("No answer to a barrier that was raised this year was due yet.")
            : new("{0} of {1} barriers raised this year were answered by their date.", counts.ByDate, due);
    }

    /// <summary>The other counts, each in words that fit any number.</summary>
    public static IEnumerable<Sentence> Counts(AnswerCounts counts)
    {
        yield return new("Answered after their date: {0}", counts.Late);
        yield return new("Over their date, and not answered: {0}", counts.Over);
        yield return new("Date still to come: {0}", counts.Ahead);
        yield return new("Nobody named a date: {0}", counts.WithoutDay);
        yield return new(
            "It helped, says the group that raised it: {0} of {1} answered", counts.Helped, counts.Answered);
    }

    /// <summary>How long it is over; <c>{0}</c> is the number of days.</summary>
    public static string Over(int days) => days == 1 ? "1 day over its date" : "{0} days over its date";

    /// <summary>How many groups it stands in the way of, too.</summary>
    public static Sentence UsToo(FewOrMore groups)
    {
        if (!groups.IsAny) return new("No other group has said “us too”.");
        return groups.Number is { } number
            ? new("{0} groups say “us too”.", number)
            : new("A few groups say “us too”.");
    }

    /// <summary>What became of the wish that anybody reads it; null if nobody has to agree.</summary>
    public static string? Sharing(BarrierSharing sharing) => sharing switch
    {
        BarrierSharing.None => null,
        BarrierSharing.WaitsForLead =>
            "Somebody in the group would like anyone to be able to read it, on the web. It waits for a lead to agree.",
        BarrierSharing.Declined => "A lead of the group has said that it stays in this area.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What could not be done, for people instead of programs.</summary>
    public static FormErrors Of(Refusal refusal, string control)
    {
        if (refusal.Field is not null) return FormErrors.Of(refusal, control);
        if (refusal.Code == BarrierRefusals.Differs.Code)
            return [new(control, "You have raised one with this form. Press the button again to raise this too.")];
        if (refusal.Code == BarrierRefusals.WordsStay.Code)
            return [new(control, "What was said stays as it is. Press the button again to say this too.")];
        if (refusal.Code == BarrierRefusals.ReadersStay.Code)
            return [new(control, "A lead of your group has said who can read it, and that stays.")];
        if (refusal.Code == LimitRefusals.WordsStay.Code)
            return [new(control, "Your group has said something about this already, and it stays as it is.")];
        return refusal.Code == RecordRefusals.Full.Code
            ? [new(control, "There is no room for more here.")]
            : FormErrors.Of(refusal, control);
    }

    private static Sentence State(
        BarrierState state, DateOnly? dueOn, DateOnly? missedOn, int? daysOver, AnswerKind? kind)
    {
        return (state, dueOn) switch
        {
            (BarrierState.Heard or BarrierState.Answered, { } due) when missedOn is { } missed =>
                new("An answer was due by {0}. They now say {1}.", missed, due),
            (BarrierState.Heard, { } due) when daysOver is not null => new("Heard. An answer was due by {0}.", due),
            (BarrierState.Heard, { } due) => new("Heard. An answer comes by {0}.", due),
            (BarrierState.Answered, { } due) => Promised(kind, due, isOver: daysOver is not null),
            (BarrierState.Answered, null) => new("Answered."),
            (BarrierState.Settled, _) => new("Settled: the group says that the answer helped."),
            (BarrierState.Reopened, _) => new("Open again: the answer did not help everybody."),
            (BarrierState.Withdrawn, _) => new("Withdrawn. Its words are gone."),
            (BarrierState.Raised, _) => new("Raised. Nobody has answered yet."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Sentence Promised(AnswerKind? kind, DateOnly due, bool isOver) => (kind, isOver) switch
    {
        (AnswerKind.DontKnowYet, false) => new("Not known yet. An answer comes by {0}.", due),
        (AnswerKind.DontKnowYet, true) => new("Not known yet. An answer was due by {0}.", due),
        (_, false) => new("Answered. It will be done by {0}.", due),
        (_, true) => new("Answered. It was due to be done by {0}.", due),
    };
}
