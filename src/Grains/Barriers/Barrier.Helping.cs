using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>What those whom it stands in the way of say about the answer.</summary>
internal sealed partial record Barrier
{
    /// <summary>
    /// Somebody says for a group of theirs whether the latest answer helped. The answer stands, whatever they say; a
    /// "no" to something that was promised reopens the barrier, and the raising group's "yes" settles it.
    /// </summary>
    public Result<Barrier> SayHelped(GroupId group, SayHelped says, MemberStanding own)
    {
        if (Raised is null) return BarrierRefusals.NotFound;
        if (Unfit(own, group) is { } unfit) return unfit;
        if (group != Group && !UsToo.Contains(group)) return BarrierRefusals.NotInTheWay;
        if (Answers.IsEmpty || Answers[^1].Id != says.AnswerId) return BarrierRefusals.AnswerNotFound;
        if (Answers[^1].Said(group) == says.Said) return this;
        if (State is BarrierState.Heard) return BarrierRefusals.State;
        var judged = Answers[^1].With(new GroupSays(group, says.Said));
        return this with { State = StateBy(judged), Answers = Answers.SetItem(Answers.Length - 1, judged) };
    }

    private BarrierState StateBy(Answer answer)
    {
        var isPromise = answer.Says.Kind is AnswerKind.Can or AnswerKind.Partly;
        if (isPromise && answer.Helped.Any(one => one.Said == Helped.No)) return BarrierState.Reopened;
        return answer.Said(Group!.Value) == Helped.Yes ? BarrierState.Settled : BarrierState.Answered;
    }
}
