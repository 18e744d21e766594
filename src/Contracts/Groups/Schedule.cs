using System.Collections.Immutable;

namespace PeerNet.Contracts.Groups;

/// <summary>
/// When a group meets: one or more series, except on the days left out. Series are independent of each other, and may
/// meet on the same day, even at the same time.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.schedule")]
public sealed record Schedule
{
    /// <summary>1 to 12 series, with 24 versions in all.</summary>
    [Id(0)] public required ImmutableArray<Series> Series { get; init; }

    /// <summary>Days on which no series meets (EXDATE in RFC 5545); up to 100.</summary>
    [Id(1)] public ImmutableArray<DateOnly> Except { get; init; } = [];
}

/// <summary>
/// Meetings that belong together, such as "Tuesday evenings". Whatever its time, a meeting of a series is known by the
/// group, the series and its original day, so a new version changes no meeting that was cancelled, moved or logged.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.series")]
public sealed record Series
{
    /// <summary>
    /// The group's own word for it, such as <c>tuesday-evening</c>: 1 to 60 letters, digits, dots, hyphens or
    /// underscores, and different from the group's other series. Keep it when the time changes.
    /// </summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>
    /// 1 to 12 versions, each with its own first day. Each replaces the one before it from that day, so that a series
    /// has at most one meeting a day.
    /// </summary>
    [Id(1)] public required ImmutableArray<SeriesVersion> Versions { get; init; }

    /// <summary>What its meetings are about, besides the group's own topics; up to 10 words.</summary>
    [Id(2)] public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Who its meetings are for, besides the group's own words; up to 10 words.</summary>
    [Id(3)] public ImmutableArray<string> For { get; init; } = [];

    /// <summary>Where people are, if this differs from the group's own format.</summary>
    [Id(4)] public MeetingFormat? Format { get; init; }

    /// <summary>Whether it leaves out bank holidays in England and Wales.</summary>
    [Id(5)] public bool NotOnBankHolidays { get; init; }
}

/// <summary>A rule for the meetings of a series, in the local time of Europe/London, never an offset.</summary>
/// <param name="From">The first day the rule may apply.</param>
/// <param name="StartsAt">The local time it starts.</param>
/// <param name="Minutes">The length of a meeting in minutes, from 5 to 1,440.</param>
/// <param name="Rule">
/// An RRULE as in RFC 5545 (daily, weekly, monthly or yearly), such as <c>FREQ=MONTHLY;BYDAY=-1FR</c>.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.series-version")]
public sealed record SeriesVersion(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] TimeOnly StartsAt,
    [property: Id(2)] int Minutes,
    [property: Id(3)] string Rule);
