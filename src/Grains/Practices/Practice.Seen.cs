using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Practices;

namespace PeerNet.Grains.Practices;

/// <summary>Who sees what of it.</summary>
internal sealed partial record Practice
{
    private const int TheOccasion = 1;

    /// <summary>
    /// The practice as a caller sees it. Until every group has agreed, and once it is withdrawn, it is not there for
    /// people of other groups.
    /// </summary>
    public Result<PracticeDetails> SeenBy(Caller by, MemberStanding own)
    {
        if (!IsSeenBy(by, own)) return PracticeRefusals.NotFound;
        return new PracticeDetails
        {
            Id = Id,
            State = State,
            Told = Told,
            ToldAt = ToldAt,
            ShownAt = ShownAt,
            Agreed = Agreed,
            Thanks = FewOrMore.Of(Thanks.Length, Thanks.Length),
            ThanksOfMine = [.. Thanks.Where(own.Groups.Contains)],
            Yours = ActsOf(by, own),
        };
    }

    private PracticeActs ActsOf(Caller by, MemberStanding own) => new()
    {
        AgreeFor = State == PracticeState.Told ? [.. own.Leads.Intersect(Groups).Except(Agreed)] : [],
        ThankFor = State == PracticeState.Shown ? [.. own.Groups.Except(Groups).Except(Thanks)] : [],
        CanWithdraw = State != PracticeState.Withdrawn && MayWithdraw(own, by),
    };

    // A coordinator finds what they have withdrawn, so that withdrawing it again is safe; but nothing that was never
    // shown.
    private bool IsSeenBy(Caller by, MemberStanding own)
    {
        if (State == PracticeState.Shown || Groups.Any(own.Groups.Contains)) return true;
        return State == PracticeState.Withdrawn && ShownAt is not null && by.Coordinates;
    }

    private bool MayWithdraw(MemberStanding own, Caller by) =>
        Groups.Any(own.Leads.Contains) || (by.Coordinates && State != PracticeState.Told);

    private LeadsTold Waits(GroupId group, bool isOver = false)
    {
        var about = new NoticeAbout(NoticeKind.PracticeToAgree) { GroupId = group, PracticeId = Id };
        return new(group, about, TheOccasion, isOver);
    }
}
