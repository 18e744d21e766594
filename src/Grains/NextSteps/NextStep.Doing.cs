using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Barriers;

namespace PeerNet.Grains.NextSteps;

/// <summary>Taking a step on, doing it, and saying whether it was kept.</summary>
internal sealed partial record NextStep
{
    /// <summary>A lead takes it on for their group, as they have read it: from then on it stays as it is.</summary>
    public Result<NextStep> TakeOn(
        GroupId group, MemberStanding own, DateTimeOffset now, IfMatch ifMatch = default, int edition = 0,
        Refusal? notShared = null)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (!own.Leads.Contains(group)) return NextStepRefusals.LeadsOnly;
        if (Owner == group) return this;
        if (State != NextStepState.Wish) return NextStepRefusals.State;
        if (Says.OwnerId is { } asked && asked != group) return NextStepRefusals.AskedOfAnother;
        if (WaitsForRole) return NextStepRefusals.AskedOfAnother;
        if (!IsForAnotherThan(group)) return NextStepRefusals.NeedsAnotherVoice;
        if (notShared is not null) return notShared;
        if (ifMatch.CheckIfGiven(edition) is { } stale) return stale;
        var entry = new NextStepEntry(NextStepEntryKind.TakenOn, group, now);
        return With(entry) with { State = NextStepState.Open, Owner = group };
    }

    /// <summary>Somebody of its owner, or of a group that it is for, says what has moved.</summary>
    public Result<NextStep> Tell(NewsId news, TellNews tell, MemberStanding own, DateTimeOffset now)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (!own.Groups.Contains(tell.GroupId) || !IsParty(tell.GroupId)) return NextStepRefusals.GroupsOnly;
        return Tell(new(NextStepEntryKind.News, tell.GroupId, now) { NewsId = news, Text = tell.Text });
    }

    /// <summary>A lead of its owner says that it is done, or the role that owns it, which is not yet kept.</summary>
    public Result<NextStep> SayDone(MemberStanding own, DateTimeOffset now, RoleSpeaker? speaker = null)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (!HasOwner) return NextStepRefusals.State;
        if (WhyNotOwner(own, speaker) is { } notTheirs) return notTheirs;
        if (State is NextStepState.Done or NextStepState.Kept) return this;
        if (State != NextStepState.Open) return NextStepRefusals.State;
        return With(OfOwner(NextStepEntryKind.Done, now)) with { State = NextStepState.Done };
    }

    /// <summary>
    /// A lead of a group that it was for says that it was kept, unless they lead its owner or answer for it.
    /// </summary>
    public Result<NextStep> Keep(GroupId group, MemberStanding own, DateTimeOffset now, RoleSpeaker? speaker = null)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (IsOfRole && speaker is { IsHolder: true }) return NextStepRefusals.OwnVoice;
        if (!own.Leads.Contains(group)) return NextStepRefusals.LeadsOnly;
        if (Owner is { } owner && own.Leads.Contains(owner)) return NextStepRefusals.OwnVoice;
        if (!Says.For.Contains(group)) return NextStepRefusals.GroupsOnly;
        if (State == NextStepState.Kept) return this;
        if (State != NextStepState.Done) return NextStepRefusals.State;
        return With(new(NextStepEntryKind.Kept, group, now)) with { State = NextStepState.Kept };
    }

    /// <summary>
    /// Its owner gives it up: a lead of the group, or the role; a lead of the group that wrote a wish down; or a
    /// coordinator.
    /// </summary>
    public Result<NextStep> Drop(
        DropNextStep drop, MemberStanding own, Caller by, DateTimeOffset now, RoleSpeaker? speaker = null)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        var isTheirs = IsTheirs(own, speaker);
        if (!by.Coordinates && !isTheirs) return AccessRefusals.LeadsOnly;
        if (!NextStepFields.Reason.Allows(drop.Reason))
            return NextStepRefusals.Invalid("reason", NextStepFields.Reason.Detail);
        if (State == NextStepState.Dropped && Entries[^1].Text == drop.Reason) return this;
        if (IsOver) return NextStepRefusals.State;
        var dropped = NextStepEntryKind.Dropped;
        var entry = isTheirs ? OfOwner(dropped, now) : new NextStepEntry(dropped, null, now);
        return With(entry with { Text = drop.Reason }) with { State = NextStepState.Dropped };
    }

    // There has to be room left for how it ends.
    private Result<NextStep> Tell(NextStepEntry news)
    {
        if (!NextStepFields.News.Allows(news.Text))
            return NextStepRefusals.Invalid("text", NextStepFields.News.Detail);
        if (Entries.FirstOrDefault(entry => entry.NewsId == news.NewsId) is { } told)
            return told.GroupId == news.GroupId && told.Text == news.Text ? this : NextStepRefusals.NewsDiffers;
        if (!IsUnderWay) return NextStepRefusals.State;
        if (Entries.Count(entry => entry.NewsId is not null) >= NextStepFields.MaxNews) return RecordRefusals.Full;
        return With(news);
    }

    private NextStepActs ActsOf(Caller by, MemberStanding own, RoleSpeaker speaker)
    {
        var ownsIt = IsOwner(own, speaker);
        var hasVoice = State == NextStepState.Done && !ownsIt && !(IsOfRole && speaker.IsHolder);
        var isForMe = IsFor(speaker);
        return new NextStepActs
        {
            CanTakeOn = isForMe && IsAskedOfRole,
            CanDecline = isForMe && WaitsForRole,
            CanTell = isForMe && IsOfRole && IsUnderWay,
            TakeOnFor = [.. own.Leads.Where(CanBeTakenOnBy)],
            TellFor = [.. own.Groups.Where(group => IsUnderWay && IsParty(group))],
            KeepFor = [.. own.Leads.Where(group => hasVoice && IsParty(group))],
            CanChange = State == NextStepState.Wish && own.Groups.Contains(Says!.GroupId),
            CanSayDone = State == NextStepState.Open && ownsIt,
            CanTakeOut = by.Coordinates,
            LikeFor = [.. own.Groups.Where(CanBeLikedBy)],
            CanDrop = !IsOver && (by.Coordinates || IsTheirs(own, speaker)),
            CanNarrow = IsForAllAreas && MayNarrow(own),
        };
    }

    private bool CanBeTakenOnBy(GroupId group)
    {
        if (State != NextStepState.Wish || WaitsForRole) return false;
        return (Says!.OwnerId ?? group) == group && IsForAnotherThan(group);
    }

    private bool IsOwner(MemberStanding own, RoleSpeaker? speaker) =>
        IsOfRole ? IsFor(speaker) : Owner is { } owner && own.Leads.Contains(owner);

    // A wish is that of the group that wrote it down.
    private bool IsTheirs(MemberStanding own, RoleSpeaker? speaker) =>
        HasOwner ? IsOwner(own, speaker) : own.Leads.Contains(Says!.GroupId);

    private Refusal? WhyNotOwner(MemberStanding own, RoleSpeaker? speaker)
    {
        if (IsOwner(own, speaker)) return null;
        return IsOfRole ? speaker?.WhyNot() ?? RoleRefusals.HolderOnly : NextStepRefusals.LeadsOnly;
    }

    private NextStepEntry OfOwner(NextStepEntryKind kind, DateTimeOffset now) =>
        IsOfRole ? OfTheRole(kind, now) : new(kind, Owner ?? Says!.GroupId, now);
}
