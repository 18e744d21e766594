using System.Collections.Immutable;

namespace PeerNet.Contracts.Groups;

/// <summary>What a group says about itself: the body of PUT groups/{id}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.group-description")]
public record GroupDescription
{
    /// <summary>Its name, 1 to 120 characters.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>What it is, for someone who does not know it; up to 4,000 characters.</summary>
    [Id(1)] public string? About { get; init; }

    /// <summary>What happens the first time you come; up to 4,000 characters.</summary>
    [Id(2)] public string? FirstTime { get; init; }

    /// <summary>
    /// Who it is for, as words such as <c>women</c> or <c>carers</c>, up to 10. Empty means everybody.
    /// </summary>
    [Id(3)] public ImmutableArray<string> For { get; init; } = [];

    /// <summary>What it is about, as words such as <c>anxiety</c>; up to 10.</summary>
    [Id(4)] public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Languages spoken or signed, as ISO 639 codes such as <c>en</c> or <c>bsl</c>; up to 10.</summary>
    [Id(5)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The access needs it meets.</summary>
    [Id(6)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>In person, online, or both.</summary>
    [Id(7)] public MeetingFormat Format { get; init; }

    /// <summary>Where it meets, if in person.</summary>
    [Id(8)] public Place? Place { get; init; }

    /// <summary>Where it meets online (https); shown to members only.</summary>
    [Id(9)] public string? OnlineLink { get; init; }

    /// <summary>When it meets. None means by arrangement.</summary>
    [Id(10)] public Schedule? Schedule { get; init; }

    /// <summary>How people join.</summary>
    [Id(11)] public Joining Joining { get; init; }

    /// <summary>The maximum number of people. None means no limit of its own.</summary>
    [Id(12)] public int? Capacity { get; init; }

    /// <summary>Whether newcomers can come without telling anyone first.</summary>
    [Id(13)] public bool WelcomesNewcomers { get; init; } = true;

    /// <summary>
    /// Spans of days without meetings, up to 20. They may lie ahead; leaving one out withdraws what is left of it.
    /// </summary>
    [Id(14)] public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>
    /// How a guest from another area can reach a lead, if that lead agrees: up to 250 characters, on one line. Guests
    /// with a seat and people of the group see it.
    /// </summary>
    [Id(15)] public string? GuestContact { get; init; }
}

/// <summary>Where a group meets, and how much of that strangers can see.</summary>
[GenerateSerializer, Immutable, Alias("peernet.place")]
public sealed record Place
{
    /// <summary>The building or room.</summary>
    [Id(0)] public string? Name { get; init; }

    /// <summary>The street address.</summary>
    [Id(1)] public string? Address { get; init; }

    /// <summary>The town or neighbourhood.</summary>
    [Id(2)] public string? Town { get; init; }

    /// <summary>The first half of the postcode, such as <c>BN2</c>.</summary>
    [Id(3)] public string? Outcode { get; init; }

    /// <summary>Degrees north (WGS 84).</summary>
    [Id(4)] public double? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84).</summary>
    [Id(5)] public double? Longitude { get; init; }

    /// <summary>How much strangers can see.</summary>
    [Id(6)] public PlacePrivacy Privacy { get; init; }

    /// <summary>The place as a stranger may see it. Rounding to 0.01 degrees leaves about a kilometre.</summary>
    public Place ForStrangers() => Privacy switch
    {
        PlacePrivacy.Exact => this,
        PlacePrivacy.AreaOnly => new()
        {
            Privacy = Privacy, Town = Town, Outcode = Outcode, Latitude = Round(Latitude), Longitude = Round(Longitude)
        },
        _ => new() { Privacy = Privacy },
    };

    private static double? Round(double? degrees) => degrees is { } d ? Math.Round(d, 2) : null;
}

/// <summary>How much of a place strangers can see.</summary>
[GenerateSerializer, Alias("peernet.place-privacy")]
public enum PlacePrivacy
{
    /// <summary>Everything.</summary>
    Exact,
    /// <summary>Town and outcode.</summary>
    AreaOnly,
    /// <summary>Nothing; the group tells people who ask.</summary>
    OnRequest,
}

/// <summary>Where people are when a group meets.</summary>
[GenerateSerializer, Alias("peernet.meeting-format")]
public enum MeetingFormat
{
    /// <summary>In one room.</summary>
    InPerson,
    /// <summary>Online.</summary>
    Online,
    /// <summary>Some in a room, some online.</summary>
    Hybrid,
}

/// <summary>How people join a group.</summary>
[GenerateSerializer, Alias("peernet.joining")]
public enum Joining
{
    /// <summary>Anyone can join.</summary>
    Open,
    /// <summary>People ask, and a lead answers.</summary>
    Ask,
    /// <summary>A lead adds people.</summary>
    Invite,
}

/// <summary>Something that a person may need in order to take part, and that the group provides.</summary>
[GenerateSerializer, Alias("peernet.access-need")]
public enum AccessNeed
{
    /// <summary>No steps between the street and a seat.</summary>
    StepFree,
    /// <summary>An accessible toilet.</summary>
    AccessibleToilet,
    /// <summary>A hearing loop.</summary>
    HearingLoop,
    /// <summary>A British Sign Language interpreter.</summary>
    SignLanguage,
    /// <summary>A quiet room to go to.</summary>
    QuietSpace,
    /// <summary>Soft light and no scents.</summary>
    LowSensory,
    /// <summary>Children may come.</summary>
    ChildFriendly,
    /// <summary>Parking.</summary>
    Parking,
    /// <summary>A bus stop nearby.</summary>
    NearBus,
    /// <summary>Help with a taxi or a lift.</summary>
    TravelHelp,
    /// <summary>You can bring someone with you.</summary>
    BringSomeone,
    /// <summary>People can take part by text only.</summary>
    TextOnly,
}
