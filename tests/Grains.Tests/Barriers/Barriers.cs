using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>
/// A barrier that somebody of <see cref="TheGroup"/> raises, put to a role that <see cref="Holder"/> answers for.
/// </summary>
internal static class Barriers
{
    public static readonly BarrierId TheBarrier = new(new("01990000-0000-7000-8000-0000000000d1"));
    public static readonly LimitId TheLimit = new(new("01990000-0000-7000-8000-0000000000d2"));
    public static readonly RoleId TheRole = new(new("01990000-0000-7000-8000-0000000000d3"));
    public static readonly MemberId Holder = Person(51);
    public static readonly Caller ByHolder = By(Holder);
    public static readonly RoleStanding Housing = new("Housing lead, City Council", Holder);
    public static readonly MemberStanding OfTheGroup = Of(TheGroup);
    public static readonly DateOnly Today = London.DayOf(Now);

    public static readonly RaiseBarrier WeWait = new()
    {
        GroupId = TheGroup,
        Text = "We wait nine weeks for a form that takes an hour.",
        About = BarrierAbout.Time,
        Layer = Layer.Organisation,
        RoleId = TheRole,
        IsUnrehearsed = true,
    };

    public static readonly RaiseBarrier ForAll = WeWait with { Readers = Readers.AllAreas };

    public static readonly AnswerBarrier Can =
        new() { Kind = AnswerKind.Can, By = Today.AddDays(30), WhatICan = "Two people will look at them on Mondays." };

    public static readonly AnswerBarrier Cannot =
        new() { Kind = AnswerKind.Cannot, LimitId = TheLimit, WhatStopsMe = "The Act does not let us." };

    public static readonly AnswerBarrier DontKnowYet =
        new() { Kind = AnswerKind.DontKnowYet, By = Today.AddDays(14), WhatIDontKnow = "What it would cost." };

    public static readonly ClaimLimit TheAct = new()
    {
        RoleId = TheRole,
        What = "We may not house people without a local link.",
        Kind = LimitKind.Law,
        Source = "Housing Act 1996",
        Section = "Part 6",
        WhoseRule = "Parliament",
        WouldHaveToChange = "The Act, or how we read it.",
    };

    public static GroupId SomeGroup(int number) => new(new($"01990000-0000-7000-8000-{0xd400 + number:x12}"));

    public static MemberStanding Of(params GroupId[] groups) => Known with { Groups = [.. groups] };

    public static MemberStanding Leading(GroupId group) => Of(group) with { Leads = [group] };

    public static AnswerId Answered(int number) => new(new($"01990000-0000-7000-8000-{0xd100 + number:x12}"));

    public static AdditionId Added(int number) => new(new($"01990000-0000-7000-8000-{0xd200 + number:x12}"));

    public static BarrierId Numbered(int number) => new(new($"01990000-0000-7000-8000-{0xd300 + number:x12}"));

    public static Next<Barrier> Raised(this Barrier barrier, RaiseBarrier raise, MemberStanding? own = null) =>
        barrier.Raise(TheBarrier, raise, Housing, true, own ?? OfTheGroup, Now);

    public static Barrier ABarrier() => new Barrier().Raised(WeWait).Yes();

    public static Result<Barrier> HeardBy(this Barrier barrier, DateOnly day, Caller? by = null, int days = 0) =>
        barrier.Hear(new(day), Housing, Known, by ?? ByHolder, Now.AddDays(days));

    public static Next<Barrier> Given(
        this Barrier barrier, AnswerBarrier says, int number = 1, Caller? by = null, LimitDetails? limit = null,
        int days = 0)
    {
        return barrier.Give(
            Answered(number), says, limit ?? ALimit().Seen().Yes(), Housing, Known, by ?? ByHolder, Now.AddDays(days));
    }

    public static Result<Barrier> More(this Barrier barrier, string text, int number = 1, Caller? by = null) =>
        barrier.Add(Added(number), new(text), Housing, Known, by ?? ByHolder, Now);

    public static Result<Barrier> Says(this Barrier barrier, GroupId group, Helped said, int answer = 1) =>
        barrier.SayHelped(group, new(Answered(answer), said), Of(group));

    /// <summary>The same, once that many other groups have said "us too".</summary>
    public static Barrier WithUsToo(this Barrier barrier, int groups)
    {
        return Enumerable.Range(1, groups).Select(SomeGroup)
            .Aggregate(barrier, (all, group) => all.SayUsToo(group, Of(group)).Yes());
    }

    public static BarrierDetails Seen(this Barrier barrier, int days = 0) =>
        barrier.SeenBy(BySam, Known, Housing, Now.AddDays(days)).Yes();

    public static Limit ALimit(ClaimLimit? says = null) =>
        new Limit().Claim(TheLimit, says ?? TheAct, Housing, Known, ByHolder, Now).Yes();

    /// <summary>The limit, once a barrier of that group rests on it.</summary>
    public static Next<Limit> CitedBy(this Limit limit, int barrier, GroupId group, bool isWithdrawn = false) =>
        limit.Receive(new LimitCited(TheLimit, Numbered(barrier), group, isWithdrawn), Abroad.East, 1, Now);
}
