using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.NextSteps;

/// <summary>How pages speak about next steps, in English; keys of the translations.</summary>
internal static class StepWords
{
    public static string Of(StepCost cost) => cost switch
    {
        StepCost.None => "Nothing",
        StepCost.Time => "Time",
        StepCost.Money => "Money",
        StepCost.Unknown => "Nobody knows yet",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The heading of the part of a list that a step is in.</summary>
    public static string Heading(NextStepDetails step) => step.Momentum switch
    {
        Momentum.Stuck => "Stuck",
        Momentum.Moved => "Moving",
        Momentum.Kept => "Kept",
        null when step.NeedsOwner => "Liked, needs an owner",
        null => "Wishes that nobody has taken on",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What happened, with the group that said so (<c>{0}</c>).</summary>
    public static string Of(NextStepEntryKind kind) => kind switch
    {
        NextStepEntryKind.TakenOn => "{0} took it on",
        NextStepEntryKind.News => "{0} said what has moved",
        NextStepEntryKind.Done => "{0} said that it is done",
        NextStepEntryKind.Kept => "{0} said that it was kept",
        NextStepEntryKind.Dropped => "{0} gave it up",
        NextStepEntryKind.Declined => "{0} said no",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How a step stands, in a sentence.</summary>
    public static Sentence Standing(NextStepDetails step, DateOnly today)
    {
        if (step.State == NextStepState.Wish) return Waiting(step, today);
        if (step.State == NextStepState.Dropped) return new("It was given up.");
        if (step.State == NextStepState.Kept) return new("It was kept.");
        if (step.State == NextStepState.Open && step.Says.DueOn < today)
            return new("It is stuck: it was due on {0}.", step.Says.DueOn);
        var saidOn = London.DayOf(step.LastSaidAt!.Value);
        if (step.Momentum == Momentum.Stuck) return new("It is stuck: nobody has said anything since {0}.", saidOn);
        return step.State == NextStepState.Done
            ? new("It is done. A group that it was for can say whether it was kept.")
            : new("It is moving: something was said on {0}.", saidOn);
    }

    /// <summary>Which role is asked for a wish; null if none is.</summary>
    public static Sentence? Asked(NextStepDetails step)
    {
        if (step.RoleName is not { } name || step.State != NextStepState.Wish) return null;
        return step.HasDeclined
            ? new("{0} was asked and said no. Any group can take it on.", name)
            : new("{0} is asked to do it", name);
    }

    /// <summary>How many other groups like it; null if none does.</summary>
    public static Sentence? Likes(NextStepDetails step)
    {
        if (!step.Likes.IsAny) return null;
        return step.Likes.Number is { } number ? new("{0} groups like it.", number) : new("A few groups like it.");
    }

    /// <summary>How a step of another area stands, as its card says, in a sentence.</summary>
    public static Sentence Standing(NextStepCard card, DateOnly today)
    {
        if (card.State == NextStepState.Kept) return new("It was kept.");
        if (card.State == NextStepState.Done) return new("It is done.");
        return card.DueOn < today
            ? new("It is stuck: its day was {0}.", card.DueOn)
            : new("Something was last said about it on {0}.", card.LastSaidOn);
    }

    /// <summary>What is wrong with what was sent, for people instead of programs.</summary>
    public static string Of(Refusal refusal) => (refusal.Code, refusal.Field) switch
    {
        (_, "text" or "reason") => "Enter something, but not too much.",
        (_, "dueOn") => "Enter a day in the last year or the next two.",
        (_, "for") => "Choose another group.",
        (_, "ownerRoleId") => "Choose who to ask.",
        (_, "groupId") => "Choose the group that says so.",
        _ when refusal.Code == NextStepRefusals.NeedsAnotherVoice.Code => "Choose another group.",
        _ when refusal.Kind == RefusalKind.Stale => FormErrors.ChangedSince,
        _ when refusal.Code == NextStepRefusals.State.Code => FormErrors.ChangedSince,
        _ when refusal.Code == NextStepRefusals.NewsDiffers.Code =>
            "You have said something with this form already. Press the button again to say this too.",
        _ => refusal.Title,
    };

    private static Sentence Waiting(NextStepDetails step, DateOnly today)
    {
        if (!step.NeedsOwner) return new("Nobody has taken it on yet.");
        return step.LikedOn is { } since && since.AddDays(NextStepFields.DaysToOwner) <= today
            ? new("Liked since {0}, and it still needs an owner. Could your group take it on?", since)
            : new("Liked, needs an owner.");
    }
}
