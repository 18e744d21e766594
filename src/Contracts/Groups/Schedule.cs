using System.Collections.Immutable;

namespace PeerNet.Contracts.Groups;

/// <summary>
/// When a group meets: consecutive patterns, each from its own date, except on the days left out.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.schedule")]
public sealed record Schedule
{
    /// <summary>
    /// 1 to 12 patterns, each with its own start date. Each replaces the one before it from that date.
    /// </summary>
    [Id(0)] public required ImmutableArray<MeetingPattern> Patterns { get; init; }

    /// <summary>Days without a meeting (EXDATE in RFC 5545); up to 100.</summary>
    [Id(1)] public ImmutableArray<DateOnly> Except { get; init; } = [];
}

/// <summary>A rule for meetings in the local time of Europe/London, never an offset.</summary>
/// <param name="From">The first day the rule may apply.</param>
/// <param name="StartsAt">The local time it starts.</param>
/// <param name="Minutes">The length of a meeting in minutes, from 5 to 1,440.</param>
/// <param name="Rule">
/// An RRULE as in RFC 5545 (daily, weekly, monthly or yearly), such as <c>FREQ=MONTHLY;BYDAY=-1FR</c>.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.meeting-pattern")]
public sealed record MeetingPattern(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] TimeOnly StartsAt,
    [property: Id(2)] int Minutes,
    [property: Id(3)] string Rule);
