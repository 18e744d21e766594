using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>What everybody in the area sees of it.</summary>
internal sealed partial record Barrier
{
    /// <summary>The barrier as a caller sees it.</summary>
    public Result<BarrierDetails> SeenBy(Caller by, MemberStanding own, RoleStanding role, DateTimeOffset now)
    {
        if (Group is null) return BarrierRefusals.NotFound;
        var isForMe = new RoleSpeaker(role, own, by).WhyNot() is null;
        return new BarrierDetails
        {
            Id = Id,
            State = State,
            Raised = Raised,
            RoleName = RoleName,
            RaisedAt = RaisedAt,
            DueOn = DueOn,
            Missed = Missed,
            WasDueOn = WasDueOn,
            AnsweredOn = AnsweredOn,
            DaysOver = Overdue.Days(State, Missed, DueOn, London.DayOf(now)),
            Answers = [.. Answers.Select(answer => answer.Seen(Group.Value))],
            UsToo = FewOrMore.Of(UsToo.Length, UsToo.Length),
            UsTooOfMine = [.. UsToo.Where(group => own.Groups.Contains(group))],
            IsForMe = isForMe,
            CanAnswer = isForMe && IsWaitingForAnswer,
            CanWithdraw = MayWithdraw(own, by),
            Sharing = isForMe || own.Groups.Contains(Group.Value) ? Sharing : BarrierSharing.None,
            CanChooseReaders = Sharing == BarrierSharing.WaitsForLead && own.Leads.Contains(Group.Value),
        };
    }
}
