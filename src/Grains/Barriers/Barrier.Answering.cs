using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>What the role that was asked says.</summary>
internal sealed partial record Barrier
{
    private bool IsWaitingForAnswer => State switch
    {
        BarrierState.Raised or BarrierState.Heard or BarrierState.Reopened => true,
        BarrierState.Answered => Answers[^1].Says.Kind is AnswerKind.DontKnowYet or AnswerKind.Cannot,
        BarrierState.Settled or BarrierState.Withdrawn => false,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// The role has heard it and says by when it will answer. That day stays. The area itself can bring in a day that
    /// was named before PeerNet was there.
    /// </summary>
    public Result<Barrier> Hear(
        HearBarrier hear, RoleStanding role, MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (Unasked(role, own, by) is { } unasked) return unasked;
        if (State == BarrierState.Heard && DueOn == hear.AnswerBy) return this;
        if (State is not (BarrierState.Raised or BarrierState.Reopened)) return BarrierRefusals.State;
        if (by.Role != CallerRole.Area && BarrierRules.Check(hear, London.DayOf(now)) is { } wrong) return wrong;
        return this with
        {
            State = BarrierState.Heard, DueOn = hear.AnswerBy, Missed = MissedBefore(London.DayOf(now)),
        };
    }

    /// <summary>
    /// The role answers. What it says stays; after a "no", "cannot" or "don't know yet", it can answer again.
    /// </summary>
    /// <param name="id">The ID of the answer.</param>
    /// <param name="says">The answer.</param>
    /// <param name="limit">The limit that it names; null if there is no such limit.</param>
    /// <param name="role">The role that was asked.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="by">The caller.</param>
    /// <param name="now">The time.</param>
    public Next<Barrier> Give(
        AnswerId id, AnswerBarrier says, LimitDetails? limit, RoleStanding role, MemberStanding own, Caller by,
        DateTimeOffset now)
    {
        if (Unasked(role, own, by) is { } unasked) return unasked;
        if (Find(id) is { } known) return known.Says == says ? this : BarrierRefusals.WordsStay;
        if (!IsWaitingForAnswer) return BarrierRefusals.State;
        if (BarrierRules.Check(says, London.DayOf(now)) is { } wrong) return wrong;
        if (says.LimitId is not null && limit is null) return BarrierRefusals.NeedsLimit;
        if (limit?.State == LimitState.Changed) return BarrierRefusals.LimitChanged;
        var answer = new Answer(id, says, now);
        var missed = says.Kind == AnswerKind.DontKnowYet ? MissedBefore(London.DayOf(now)) : null;
        var given = Noting(says, London.DayOf(now)) with
        {
            State = BarrierState.Answered, DueOn = says.By, Missed = missed, Answers = Answers.Add(answer),
        };
        if (says.LimitId is not { } cited) return given;
        return given.Send(new LimitCited(cited, Id, Group!.Value, IsForAllAreas: IsForAllAreas));
    }

    /// <summary>The role adds to its latest answer.</summary>
    public Result<Barrier> Add(
        AdditionId id, AddToAnswer adds, RoleStanding role, MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (Unasked(role, own, by) is { } unasked) return unasked;
        var known = Answers.SelectMany(answer => answer.Additions).FirstOrDefault(addition => addition.Id == id);
        if (known is not null) return known.Text == adds.Text ? this : BarrierRefusals.WordsStay;
        if (Answers.IsEmpty) return BarrierRefusals.State;
        if (BarrierRules.Check(adds) is { } wrong) return wrong;
        if (Answers[^1].Additions.Length >= BarrierFields.MaxAdditions) return RecordRefusals.Full;
        var more = Answers[^1].With(new AdditionDetails(id, adds.Text, now));
        return this with { Answers = Answers.SetItem(Answers.Length - 1, more) };
    }

    // A new day does not undo that an earlier one passed; an answer does.
    private DateOnly? MissedBefore(DateOnly today) => Missed ?? (DueOn < today ? DueOn : null);

    // An answer takes the place of the day that was named, and whether that day was kept is counted. It is the first
    // answer's: what is answered after a promise was not enough does not change it.
    private Barrier Noting(AnswerBarrier says, DateOnly today)
    {
        var isKnown = Answers.Any(answer => answer.Says.Kind != AnswerKind.DontKnowYet);
        if (isKnown || says.Kind == AnswerKind.DontKnowYet) return this;
        return this with { WasDueOn = Missed ?? DueOn, AnsweredOn = today };
    }

    private Answer? Find(AnswerId id) => Answers.FirstOrDefault(answer => answer.Id == id);

    private Refusal? Unasked(RoleStanding role, MemberStanding own, Caller by)
    {
        if (Raised is null) return BarrierRefusals.NotFound;
        return by.Role == CallerRole.Area ? null : new RoleSpeaker(role, own, by).WhyNot();
    }
}
