using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>A page of search results.</summary>
/// <param name="Items">The groups, in the order asked for.</param>
/// <param name="Total">How many groups there are on all pages.</param>
/// <param name="Facets">How many of them there are of each kind.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Areas">Every area that is searched, and how up to date its groups are.</param>
/// <param name="Instead">When nothing was found: how many groups there would be without one of the filters, most
/// first.</param>
/// <param name="Relaxed">When nothing was found, and leaving out one filter does not help: the smallest sets of filters
/// to leave out, and how many groups there would be, most first.</param>
/// <param name="Nearest">When nothing was found: up to 10 groups that fit most filters, and what each lacks.</param>
/// <param name="OnRequest">With withinKm, on the first page: up to 10 groups that fit all other filters and give their
/// place only on request.</param>
public sealed record FinderPage(
    ImmutableArray<FoundGroup> Items,
    int Total,
    FinderFacets Facets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    ImmutableArray<SearchedArea> Areas,
    ImmutableArray<DroppedFilter> Instead,
    ImmutableArray<DroppedFilters>? Relaxed = null,
    ImmutableArray<NearGroup>? Nearest = null,
    ImmutableArray<FoundGroup>? OnRequest = null);

/// <summary>A group in the search results.</summary>
public sealed record FoundGroup
{
    /// <summary>The area it belongs to.</summary>
    public required AreaId Area { get; init; }

    /// <summary>Its id.</summary>
    public required GroupId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The path of the group at this area's website; a group of another area is shown from its card.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Where it meets, with the details that visitors may see.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Place? Place { get; init; }

    /// <summary>Distance in kilometres in a straight line; null when there is no point to measure from or no
    /// place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? DistanceKm { get; init; }

    /// <summary>The next meeting, if one is planned within 400 days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public NextMeeting? NextMeeting { get; init; }

    /// <summary>
    /// The next meeting that fits the days and times asked for; absent if none were, or for a group that does not fit.
    /// </summary>
    public NextMeeting? FittingMeeting { get; init; }

    /// <summary>The access needs it meets.</summary>
    public ImmutableArray<AccessNeed> Needs { get; init; }

    /// <summary>What it is about.</summary>
    public ImmutableArray<string> Topics { get; init; }

    /// <summary>The day a lead last confirmed these details.</summary>
    public DateOnly LastConfirmed { get; init; }

    /// <summary>In person, online, or both.</summary>
    public MeetingFormat Format { get; init; }

    /// <summary>Who it is for; empty when it is for everybody.</summary>
    public ImmutableArray<string> For { get; init; }

    /// <summary>Languages spoken or signed.</summary>
    public ImmutableArray<string> Languages { get; init; }

    /// <summary>Whether newcomers are welcome without notice.</summary>
    public bool WelcomesNewcomers { get; init; }

    /// <summary>How people join.</summary>
    public Joining Joining { get; init; }

    /// <summary>Active or paused today.</summary>
    public GroupStatus Status { get; init; }

    /// <summary>Whether a coordinator has welcomed it; a new group is found only in its own area.</summary>
    public WelcomeState Welcome { get; init; }

    /// <summary>When its area last responded; the details may be that old.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>An area that is searched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="AsOf">When it last responded; null if never.</param>
/// <param name="Reachable">Whether it answers at the moment. Its groups are shown either way.</param>
public sealed record SearchedArea(
    AreaId Id,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? AsOf,
    bool Reachable);

/// <summary>What the search would find without one filter.</summary>
/// <param name="Drop">The filter, by the name of its parameter.</param>
/// <param name="Total">How many groups there would be.</param>
public sealed record DroppedFilter(string Drop, int Total);

/// <summary>What the search would find without several filters.</summary>
/// <param name="Drop">The filters, by the names of their parameters.</param>
/// <param name="Total">How many groups there would be.</param>
public sealed record DroppedFilters(ImmutableArray<string> Drop, int Total);

/// <summary>A group that fits most filters.</summary>
/// <param name="Group">The group.</param>
/// <param name="Lacks">The filters it does not fit, by the names of their parameters.</param>
public sealed record NearGroup(FoundGroup Group, ImmutableArray<string> Lacks);
