using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Growth;

/// <summary>
/// What the area's neighbours have released, as it first arrived. A month never changes here either; only notes are
/// added.
/// </summary>
internal sealed record KeptReleases
{
    /// <summary>The neighbours that have released something, by name.</summary>
    [MaxItems(100)]
    public ImmutableArray<NeighbourReleases> Areas { get; init; } = [];

    /// <summary>Takes what a neighbour has released, apart from the months that are refused.</summary>
    public KeptReleases Take(AreaId from, ImmutableArray<ReleasedMonth> months, DateTimeOffset now) =>
        months.Aggregate(this, (kept, month) => kept.Take(from, month, now));

    /// <summary>Why a month of a neighbour is refused, or null if it is taken or kept already.</summary>
    public MonthFault? FaultOf(AreaId from, ReleasedMonth month, DateTimeOffset now)
    {
        if (ReleaseCheck.FaultOf(month, now) is { } fault) return fault;
        var months = MonthsOf(from);
        if (months.FirstOrDefault(one => one.StartsOn == month.StartsOn) is { } known)
            return known.IsSameAs(month) ? null : MonthFault.Different;
        return months.Length < NeighbourReleases.MaxMonths ? null : MonthFault.TooMany;
    }

    private KeptReleases Take(AreaId from, ReleasedMonth month, DateTimeOffset now)
    {
        if (FaultOf(from, month, now) is not null) return this;
        var months = MonthsOf(from);
        var known = months.FirstOrDefault(one => one.StartsOn == month.StartsOn);
        if (known is null) return With(from, [.. months.Add(month).OrderBy(one => one.StartsOn)]);
        return AddsNotes(known, month) ? With(from, months.Replace(known, month)) : this;
    }

    // A neighbour whose database was restored has fewer notes for a while.
    private static bool AddsNotes(ReleasedMonth known, ReleasedMonth month)
    {
        var notes = known.CorrectionsNotedOn;
        return month.CorrectionsNotedOn.Length > notes.Length
            && month.CorrectionsNotedOn.Take(notes.Length).SequenceEqual(notes);
    }

    private ImmutableArray<ReleasedMonth> MonthsOf(AreaId area) =>
        Areas.FirstOrDefault(one => one.Area == area)?.Months ?? [];

    private KeptReleases With(AreaId area, ImmutableArray<ReleasedMonth> months)
    {
        var next = new NeighbourReleases(area, months);
        var known = Areas.FirstOrDefault(one => one.Area == area);
        if (known is not null) return this with { Areas = Areas.Replace(known, next) };
        // By name, so that what is kept does not depend on which neighbour answered first.
        return this with { Areas = [.. Areas.Add(next).OrderBy(one => one.Area.Value, StringComparer.Ordinal)] };
    }
}
