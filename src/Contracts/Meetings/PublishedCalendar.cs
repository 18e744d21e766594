using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Meetings;

/// <summary>A group's meetings for a calendar, with as much about them as the caller may see.</summary>
[GenerateSerializer, Immutable, Alias("peernet.published-calendar")]
public sealed record PublishedCalendar
{
    /// <summary>The group.</summary>
    [Id(0)] public required GroupId GroupId { get; init; }

    /// <summary>What it is called.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>In person, online, or both.</summary>
    [Id(2)] public MeetingFormat Format { get; init; }

    /// <summary>Where it usually meets.</summary>
    [Id(3)] public Place? Place { get; init; }

    /// <summary>Where it meets online; for people of the group and coordinators.</summary>
    [Id(4)] public string? OnlineLink { get; init; }

    /// <summary>The access needs it meets.</summary>
    [Id(5)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>When its description last changed.</summary>
    [Id(6)] public DateTimeOffset RevisedAt { get; init; }

    /// <summary>The meetings, oldest first: those of GET groups/{id}/meetings.</summary>
    [Id(7)] public ImmutableArray<PublishedMeeting> Meetings { get; init; } = [];
}

/// <summary>A meeting in a calendar.</summary>
/// <param name="Line">What a group's list says about it.</param>
/// <param name="Revision">Increases whenever anything changes that calendars show.</param>
/// <param name="RevisedAt">When that last was.</param>
/// <param name="Yours">What the caller intends.</param>
/// <param name="Format">The format of its series, if this differs from the group's own.</param>
[GenerateSerializer, Immutable, Alias("peernet.published-meeting")]
public sealed record PublishedMeeting(
    [property: Id(0)] MeetingLine Line,
    [property: Id(1)] int Revision,
    [property: Id(2)] DateTimeOffset RevisedAt,
    [property: Id(3)] Intention? Yours = null,
    [property: Id(4)] MeetingFormat? Format = null);
