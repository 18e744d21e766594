using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Barriers;

namespace PeerNet.Grains.NextSteps;

/// <summary>What a role says that is asked for a step. It never says of its own that it was kept.</summary>
internal sealed partial record NextStep
{
    private bool IsAskedOfRole => State == NextStepState.Wish && Says?.OwnerRoleId is not null;

    private bool WaitsForRole => IsAskedOfRole && !HasDeclined;

    /// <summary>The role takes it on, as whoever answers for it has read it: from then on it stays as it is.</summary>
    public Result<NextStep> TakeOnAsRole(
        RoleSpeaker speaker, DateTimeOffset now, IfMatch ifMatch = default, int edition = 0)
    {
        if (WhyUnasked(speaker) is { } unasked) return unasked;
        if (IsOfRole) return this;
        if (State != NextStepState.Wish) return NextStepRefusals.State;
        if (ifMatch.CheckIfGiven(edition) is { } stale) return stale;
        return With(OfTheRole(NextStepEntryKind.TakenOn, now)) with { State = NextStepState.Open, IsOfRole = true };
    }

    /// <summary>The role says no, and why. It can still take it on while nobody else has.</summary>
    public Result<NextStep> Decline(DeclineNextStep decline, RoleSpeaker speaker, DateTimeOffset now)
    {
        if (WhyUnasked(speaker) is { } unasked) return unasked;
        if (!NextStepFields.Reason.Allows(decline.Reason))
            return NextStepRefusals.Invalid("reason", NextStepFields.Reason.Detail);
        if (HasDeclined && Entries[^1].Text == decline.Reason) return this;
        if (HasDeclined || State != NextStepState.Wish) return NextStepRefusals.State;
        var entry = OfTheRole(NextStepEntryKind.Declined, now) with { Text = decline.Reason };
        return With(entry) with { HasDeclined = true };
    }

    /// <summary>The role that has taken it on says what has moved.</summary>
    public Result<NextStep> TellAsRole(NewsId news, TellRoleNews tell, RoleSpeaker speaker, DateTimeOffset now)
    {
        if (WhyUnasked(speaker) is { } unasked) return unasked;
        if (!IsOfRole) return NextStepRefusals.State;
        return Tell(OfTheRole(NextStepEntryKind.News, now) with { NewsId = news, Text = tell.Text });
    }

    private Refusal? WhyUnasked(RoleSpeaker speaker)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        return Says.OwnerRoleId is null ? RoleRefusals.HolderOnly : speaker.WhyNot();
    }

    private bool IsFor(RoleSpeaker? speaker) =>
        Says?.OwnerRoleId is not null && speaker is not null && speaker.WhyNot() is null;

    private NextStepEntry OfTheRole(NextStepEntryKind kind, DateTimeOffset now) =>
        new(kind, null, now) { RoleName = RoleName };
}
