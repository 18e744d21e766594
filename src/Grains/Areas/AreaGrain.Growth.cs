using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Areas;

/// <summary>The area's figures, which are counted ahead.</summary>
internal sealed partial class AreaGrain
{
    public async Task<Result<GrowthDetails>> GetGrowth(GrowthQuery query, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (query.Group is { } group && !await IsDescribed(group)) return GroupRefusals.NotFound;
        var first = Periods.StartOf(query.From, query.By);
        // Before the figures: a group that is counted in between is then reported as late, never the reverse.
        var (on, behind) = await growth.Counted();
        var figures = await growth.Read(ScopeOf(query), query.By, Periods.YearBefore(first, query.By), query.To);
        var neighbours = figures.Values.SelectMany(one => one.Neighbours).Select(one => one.Area).Distinct()
            .OrderBy(area => area.Value, StringComparer.Ordinal).ToList();
        var items = Periods.Between(first, query.To, query.By)
            .Select(start => new GrowthPeriod(start, In(start), In(Periods.YearBefore(start, query.By))));
        return new GrowthDetails(query.By, first, query.To, on, behind, [.. items]);

        Figures In(DateOnly start) => figures.GetValueOrDefault(start, Figures.None).With(neighbours);
    }

    public async Task<Result<GroupTimeline>> GetTimeline(GroupId id, Caller by)
    {
        if (await rows.Group(id.Value) is not { } row) return GroupRefusals.NotFound;
        if (unreadable.Record<Group>("group", row, read => read.Standing) is not { } group)
            return GroupRefusals.NotFound;
        if (group.WhyTimelineIsHiddenFrom(by) is { } hidden) return hidden;
        var meetings = unreadable.Meetings(await rows.Meetings(id.Value, DateOnly.MinValue, DateOnly.MaxValue));
        var offers = unreadable.Offers(await growth.Offers(id.Value));
        return GroupLife.Of(group, meetings, offers, Periods.Today(clock)).Timeline();
    }

    private static string ScopeOf(GrowthQuery query)
    {
        if (query.Group is { } group) return $"{group}";
        return query.Kind is { } kind ? Words<MeetingFormat>.Of(kind) : GrowthScope.Area;
    }

    private async Task<bool> IsDescribed(GroupId id)
    {
        if (await rows.Group(id.Value) is not { } row) return false;
        return unreadable.Record<Group>("group", row, read => read.Standing)?.Description is not null;
    }
}
