using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

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
        _ => "Something else",
    };

    public static string Answer(AnswerKind kind) => kind switch
    {
        AnswerKind.Can => "Yes, I can",
        AnswerKind.Partly => "I can do some of it",
        AnswerKind.Cannot => "No, I cannot",
        _ => "I don’t know yet",
    };

    public static string Said(Helped said) => said switch
    {
        Helped.Yes => "Yes, it helped",
        Helped.Partly => "It helped a little",
        Helped.No => "No, it did not help",
        _ => "It is too soon to say",
    };

    /// <summary>How it stands, in a sentence.</summary>
    public static Sentence State(BarrierDetails barrier) => (barrier.State, barrier.DueOn) switch
    {
        (BarrierState.Heard, { } due) => new("Heard. An answer comes by {0}.", Spoken.Day(due)),
        (BarrierState.Answered, { } due) => Promised(barrier, due),
        (BarrierState.Answered, null) => new("Answered."),
        (BarrierState.Settled, _) => new("Settled: the group says that the answer helped."),
        (BarrierState.Reopened, _) => new("Open again: the answer did not help everybody."),
        (BarrierState.Withdrawn, _) => new("Withdrawn. Its words are gone."),
        _ => new("Raised. Nobody has answered yet."),
    };

    /// <summary>How long it is over; <c>{0}</c> is the number of days.</summary>
    public static string Over(int days) => days == 1 ? "1 day over" : "{0} days over";

    /// <summary>How many groups it stands in the way of, too.</summary>
    public static Sentence UsToo(FewOrMore groups)
    {
        if (!groups.IsAny) return new("No other group has said “us too”.");
        return groups.Number is { } number
            ? new("{0} groups say “us too”.", number)
            : new("A few groups say “us too”.");
    }

    private static Sentence Promised(BarrierDetails barrier, DateOnly due)
    {
        return barrier.Answers[^1].Says.Kind == AnswerKind.DontKnowYet
            ? new("Not known yet. An answer comes by {0}.", Spoken.Day(due))
            : new("Answered. It will be done by {0}.", Spoken.Day(due));
    }
}
