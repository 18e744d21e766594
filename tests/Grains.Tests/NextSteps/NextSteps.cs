using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>
/// A next step that <see cref="TheGroup"/> writes down and takes on, for <see cref="Neighbours"/> and itself.
/// </summary>
internal static class NextSteps
{
    public static readonly NextStepId TheStep = new(new("01990000-0000-7000-8000-0000000000d1"));
    public static readonly GroupId Neighbours = new(new("01990000-0000-7000-8000-0000000000d2"));
    public static readonly GroupId Bystanders = new(new("01990000-0000-7000-8000-0000000000d3"));
    public static readonly MemberStanding Leads = Leading(TheGroup);
    public static readonly MemberStanding LeadsNeighbours = Leading(Neighbours);
    public static readonly DateOnly Today = London.DayOf(Now);

    public static readonly WriteNextStep AText = new()
    {
        Text = "Ask for a bus stop at the hall",
        Layer = Layer.System,
        DueOn = Today.AddDays(200),
        Cost = StepCost.Time,
        GroupId = TheGroup,
        For = [Neighbours, TheGroup],
    };

    public static NewsId News(int number) => new(new($"01990000-0000-7000-8000-{0xd100 + number:x12}"));

    public static MemberStanding Leading(params GroupId[] groups) =>
        Known with { Groups = [.. groups], Leads = [.. groups] };

    public static MemberStanding In(GroupId group) => Known with { Groups = [group] };

    public static Result<NextStep> Written(
        this NextStep step, WriteNextStep says, MemberStanding? own = null, params GroupId[] gathered)
    {
        var isNew = step.Says is null;
        var ifMatch = isNew ? IfMatch.None : IfMatch.Any;
        var groups = new Nameable([TheGroup, Neighbours], [.. gathered]);
        return step.Write(TheStep, says, groups, ifMatch, isNew ? 0 : 1, own ?? In(TheGroup), Now);
    }

    /// <summary>The same for one that names a role.</summary>
    public static Result<NextStep> WrittenFor(this NextStep step, WriteNextStep says, RoleStanding role) =>
        step.Write(TheStep, says, new([TheGroup, Neighbours], []), IfMatch.Any, 1, In(TheGroup), Now, role);

    public static NextStep AWish(WriteNextStep? says = null) => new NextStep().Written(says ?? AText).Yes();

    public static NextStep AnOpenStep(WriteNextStep? says = null, int day = 0) =>
        AWish(says).TakeOn(TheGroup, Leads, Now.AddDays(day)).Yes();

    public static NextStep ADoneStep() => AnOpenStep().SayDone(Leads, Now).Yes();

    public static NextStep Told(this NextStep step, int number, int day, GroupId? group = null)
    {
        var teller = group ?? Neighbours;
        return step.Tell(News(number), new(teller, $"News {number}"), In(teller), Now.AddDays(day)).Yes();
    }
}
