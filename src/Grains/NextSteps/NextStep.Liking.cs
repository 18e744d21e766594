using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>Other groups say that they like a wish, so that it can be seen that it needs an owner.</summary>
internal sealed partial record NextStep
{
    /// <summary>Somebody says for a group of theirs that it likes the wish; once is enough.</summary>
    public Result<NextStep> Like(GroupId group, MemberStanding own, DateTimeOffset now)
    {
        if (Says is null) return NextStepRefusals.NotFound;
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (!own.Groups.Contains(group)) return NextStepRefusals.OwnGroupsOnly;
        if (LikedBy.Contains(group)) return this;
        if (group == Says.GroupId) return NextStepRefusals.Own;
        if (State != NextStepState.Wish) return NextStepRefusals.State;
        return this with { LikedBy = LikedBy.Add(group), LikedAt = LikedAt ?? now };
    }

    private bool CanBeLikedBy(GroupId group) =>
        State == NextStepState.Wish && group != Says!.GroupId && !LikedBy.Contains(group);
}
