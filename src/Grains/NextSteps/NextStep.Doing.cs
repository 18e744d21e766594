using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>Taking a step on, doing it, and saying whether it was kept.</summary>
internal sealed partial record NextStep
{
    /// <summary>A lead takes it on for their group, as they have read it: from then on it stays as it is.</summary>
    public Result<NextStep> TakeOn(
        GroupId group, MemberStanding own, DateTimeOffset now, IfMatch ifMatch = default, int edition = 0)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (!own.Leads.Contains(group)) return NextStepRefusals.LeadsOnly;
        if (Owner == group) return this;
        if (State != NextStepState.Wish) return NextStepRefusals.State;
        if (Says.OwnerId is { } asked && asked != group) return NextStepRefusals.AskedOfAnother;
        if (!IsForAnotherThan(group)) return NextStepRefusals.NeedsAnotherVoice;
        if (ifMatch.CheckIfGiven(edition) is { } stale) return stale;
        var entry = new NextStepEntry(NextStepEntryKind.TakenOn, group, now);
        return With(entry) with { State = NextStepState.Open, Owner = group };
    }

    /// <summary>Somebody of its owner, or of a group that it is for, says what has moved.</summary>
    public Result<NextStep> Tell(NewsId news, TellNews tell, MemberStanding own, DateTimeOffset now)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (!own.Groups.Contains(tell.GroupId) || !IsParty(tell.GroupId)) return NextStepRefusals.GroupsOnly;
        if (!NextStepFields.News.Allows(tell.Text))
            return NextStepRefusals.Invalid("text", NextStepFields.News.Detail);
        if (Entries.FirstOrDefault(entry => entry.NewsId == news) is { } told)
            return told.GroupId == tell.GroupId && told.Text == tell.Text ? this : NextStepRefusals.NewsDiffers;
        if (!IsUnderWay) return NextStepRefusals.State;
        // There has to be room left for how it ends.
        if (Entries.Count(entry => entry.NewsId is not null) >= NextStepFields.MaxNews) return RecordRefusals.Full;
        return With(new(NextStepEntryKind.News, tell.GroupId, now) { NewsId = news, Text = tell.Text });
    }

    /// <summary>A lead of its owner says that it is done, which is not yet kept.</summary>
    public Result<NextStep> SayDone(MemberStanding own, DateTimeOffset now)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (Owner is not { } owner) return NextStepRefusals.State;
        if (!own.Leads.Contains(owner)) return NextStepRefusals.LeadsOnly;
        if (State is NextStepState.Done or NextStepState.Kept) return this;
        if (State != NextStepState.Open) return NextStepRefusals.State;
        return With(new(NextStepEntryKind.Done, owner, now)) with { State = NextStepState.Done };
    }

    /// <summary>A lead of a group that it was for says that it was kept, unless they lead its owner.</summary>
    public Result<NextStep> Keep(GroupId group, MemberStanding own, DateTimeOffset now)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (!own.Leads.Contains(group)) return NextStepRefusals.LeadsOnly;
        if (Owner is { } owner && own.Leads.Contains(owner)) return NextStepRefusals.OwnVoice;
        if (!Says.For.Contains(group)) return NextStepRefusals.GroupsOnly;
        if (State == NextStepState.Kept) return this;
        if (State != NextStepState.Done) return NextStepRefusals.State;
        return With(new(NextStepEntryKind.Kept, group, now)) with { State = NextStepState.Kept };
    }

    /// <summary>A lead of its owner, of the group that wrote a wish down, or a coordinator gives it up.</summary>
    public Result<NextStep> Drop(DropNextStep drop, MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        var holder = Owner ?? Says.GroupId;
        if (!by.Coordinates && !own.Leads.Contains(holder)) return AccessRefusals.LeadsOnly;
        if (!NextStepFields.Reason.Allows(drop.Reason))
            return NextStepRefusals.Invalid("reason", NextStepFields.Reason.Detail);
        if (State == NextStepState.Dropped && Entries[^1].Text == drop.Reason) return this;
        if (IsOver) return NextStepRefusals.State;
        var entry = new NextStepEntry(NextStepEntryKind.Dropped, own.Leads.Contains(holder) ? holder : null, now);
        return With(entry with { Text = drop.Reason }) with { State = NextStepState.Dropped };
    }

    private NextStepActs ActsOf(Caller by, MemberStanding own)
    {
        var ownsIt = Owner is { } owner && own.Leads.Contains(owner);
        return new NextStepActs
        {
            TakeOnFor = [.. own.Leads.Where(CanBeTakenOnBy)],
            TellFor = [.. own.Groups.Where(group => IsUnderWay && IsParty(group))],
            KeepFor = [.. own.Leads.Where(group => State == NextStepState.Done && !ownsIt && IsParty(group))],
            CanChange = State == NextStepState.Wish && own.Groups.Contains(Says!.GroupId),
            CanSayDone = State == NextStepState.Open && ownsIt,
            CanTakeOut = by.Coordinates,
            CanNarrow = IsForAllAreas && MayNarrow(own),
            CanDrop = !IsOver && (by.Coordinates || own.Leads.Contains(Owner ?? Says!.GroupId)),
        };
    }

    private bool CanBeTakenOnBy(GroupId group) =>
        State == NextStepState.Wish && (Says!.OwnerId ?? group) == group && IsForAnotherThan(group);
}
