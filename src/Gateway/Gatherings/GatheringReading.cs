using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.LinkedRooms;

namespace PeerNet.Gateway.Gatherings;

/// <summary>Reads gatherings for their pages.</summary>
internal static class GatheringReading
{
    /// <summary>Returns a gathering with what came of its questions and, for keepers, which tables are in.</summary>
    public static async Task<Result<GatheringModel>> ReadGathering(
        this Home home, GatheringId id, TimeProvider clock, Caller by)
    {
        if ((await home.Gathering(id).Get(by)).Refused(out var refusal, out var gathering)) return refusal;
        var page = new GatheringModel(
            gathering,
            await Task.WhenAll(gathering.Keepers.Select(keeper => home.ReadGroup(keeper, by))),
            clock.GetUtcNow())
        {
            Linked = await home.ReadLinked(id, by),
            Lenses = await home.ReadLenses(gathering.Plan.Lenses, by),
            Owners = await home.ReadNames(gathering.Unfinished.Select(step => step.OwnerId).OfType<GroupId>(), by),
            WriteUp = gathering.State == GatheringState.Closed ? await home.ReadWriteUp(id, by) : null,
        };
        var asked = gathering.Questions.Where(one => one.WasOpened);
        var counted = await Task.WhenAll(asked.Select(question => home.ReadCounted(page, question, by)));
        return page with { Counted = counted.ToDictionary(one => one.Id) };
    }

    /// <summary>Returns the same with the steps that come from it, for its own page.</summary>
    public static async Task<Result<GatheringModel>> ReadWithSteps(
        this Home home, GatheringId id, TimeProvider clock, Caller by)
    {
        if ((await home.ReadGathering(id, clock, by)).Refused(out var refusal, out var page)) return refusal;
        if (!page.HasBegun) return page;
        var steps = await home.NextSteps.ListOf(id);
        return page with
        {
            Steps = steps,
            StepOwners = await home.ReadNames(steps.Select(step => step.OwnerId).OfType<GroupId>(), by),
        };
    }

    /// <summary>What groups to which somebody belongs hold together from today on.</summary>
    public static Task<ImmutableArray<GatheringLine>> ReadToCome(
        this Home home, IEnumerable<HomeGroup> groups, TimeProvider clock)
    {
        var own = groups.Where(group => group.Part >= Part.Member).Select(group => group.Id);
        return home.Gatherings.ListToCome([.. own], London.DayOf(clock.GetUtcNow()));
    }

    /// <summary>The same, for its keepers only (code <c>gathering.keepers-only</c>).</summary>
    public static Task<Result<GatheringModel>> ReadKept(
        this Home home, GatheringId id, TimeProvider clock, Caller by) =>
        home.ReadFor(page => page.IsKeeper, id, clock, by);

    /// <summary>The same, for those only who can do something with it (code <c>gathering.keepers-only</c>).</summary>
    public static async Task<Result<GatheringModel>> ReadFor(
        this Home home, Func<GatheringModel, bool> can, GatheringId id, TimeProvider clock, Caller by)
    {
        if ((await home.ReadGathering(id, clock, by)).Refused(out var refusal, out var page)) return refusal;
        return can(page) ? page : GatheringRefusals.KeepersOnly;
    }

    private static async Task<IReadOnlyList<LensDetails>> ReadLenses(
        this Home home, ImmutableArray<LensId> lenses, Caller by) =>
        [.. (await Task.WhenAll(lenses.Select(lens => home.Lens(lens).Get(by)))).Values()];

    private static async Task<KeptGroup> ReadGroup(this Home home, KeeperDetails keeper, Caller by)
    {
        return (await home.Group(keeper.GroupId).Get(by)).Refused(out _, out var group)
            ? new(keeper, null, false, false)
            : new(keeper, group.Name, group.IsOwn(), group.IsLed());
    }

    private static async Task<CountedQuestion> ReadCounted(
        this Home home, GatheringModel page, QuestionDetails question, Caller by)
    {
        var results = home.Results(page.Gathering.Id);
        // What has changed since the gathering was read is shown the next time.
        var result = question.State == QuestionState.Closed
            ? (await results.GetResult(question.Id, by)).OrNull()
            : null;
        var tables = page.IsKeeper
            ? (await home.Questions(page.Gathering.Id).ListTallies(question.Id, by)).OrNull()
            : null;
        var released = page.WriteUp is null
            ? null
            : (await results.GetReleased(question.Id, by)).OrNull();
        return new(question.Id, result, tables, released);
    }
}
