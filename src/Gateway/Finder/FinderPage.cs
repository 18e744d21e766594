using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>A page of what the finder found.</summary>
/// <param name="Items">The groups, in the order asked for.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Facets">How many there are of each sort.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Areas">Every area that is searched, and how fresh its groups are.</param>
/// <param name="Instead">When nothing was found: how many there would be without one of the filters, most first.</param>
public sealed record FinderPage(
    ImmutableArray<FoundGroup> Items,
    int Total,
    FinderFacets Facets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    ImmutableArray<SearchedArea> Areas,
    ImmutableArray<Dropped> Instead);

/// <summary>A group as the finder shows it.</summary>
public sealed record FoundGroup
{
    /// <summary>The area it belongs to.</summary>
    public required AreaId Area { get; init; }

    /// <summary>Its id.</summary>
    public required GroupId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where its own area tells all of it.</summary>
    public required string Url { get; init; }

    /// <summary>Where it meets, as far as strangers are told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public Place? Place { get; init; }

    /// <summary>Kilometres as the crow flies from where was asked; null when that or the place is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public double? DistanceKm { get; init; }

    /// <summary>The next meeting, if one is planned within a year.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public NextMeeting? NextMeeting { get; init; }

    /// <summary>Access needs that are met.</summary>
    public ImmutableArray<AccessNeed> Needs { get; init; }

    /// <summary>What it is about.</summary>
    public ImmutableArray<string> Topics { get; init; }

    /// <summary>The day a lead last said that all this is right.</summary>
    public DateOnly LastConfirmed { get; init; }

    /// <summary>In person, online, or both.</summary>
    public MeetingFormat Format { get; init; }

    /// <summary>Who it is for; empty: everybody.</summary>
    public ImmutableArray<string> For { get; init; }

    /// <summary>Languages spoken or signed.</summary>
    public ImmutableArray<string> Languages { get; init; }

    /// <summary>Whether newcomers are welcome without notice.</summary>
    public bool WelcomesNewcomers { get; init; }

    /// <summary>How people join.</summary>
    public Joining Joining { get; init; }

    /// <summary>Active or paused today.</summary>
    public GroupStatus Status { get; init; }

    /// <summary>When its area was last heard; what it says may be as old as that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public DateTimeOffset? AsOf { get; init; }
}

/// <summary>An area whose groups are searched.</summary>
/// <param name="Id">Its word.</param>
/// <param name="Name">Its name.</param>
/// <param name="AsOf">When it was last heard; null: never yet.</param>
/// <param name="Reachable">Whether it answers at present. Its groups are shown either way.</param>
public sealed record SearchedArea(AreaId Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? AsOf, bool Reachable);

/// <summary>What doing without one filter would find.</summary>
/// <param name="Drop">The parameter.</param>
/// <param name="Total">How many groups there are without it.</param>
public sealed record Dropped(string Drop, int Total);
