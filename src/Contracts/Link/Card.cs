using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Link;

/// <summary>
/// The public details of a group: what strangers may see, and all that other areas receive.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.card")]
public sealed record Card
{
    /// <summary>The area it belongs to.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>Its id.</summary>
    [Id(1)] public required GroupId Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>What it is, for someone who does not know it.</summary>
    [Id(3)] public string? About { get; init; }

    /// <summary>What happens the first time you come.</summary>
    [Id(4)] public string? FirstTime { get; init; }

    /// <summary>Who it is for; empty means everybody.</summary>
    [Id(5)] public ImmutableArray<string> For { get; init; } = [];

    /// <summary>What it is about.</summary>
    [Id(6)] public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Languages spoken or signed.</summary>
    [Id(7)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The access needs it meets.</summary>
    [Id(8)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>In person, online, or both.</summary>
    [Id(9)] public MeetingFormat Format { get; init; }

    /// <summary>Where it meets, as strangers may see it.</summary>
    [Id(10)] public Place? Place { get; init; }

    /// <summary>When it meets. None means by arrangement.</summary>
    [Id(11)] public Schedule? Schedule { get; init; }

    /// <summary>Meetings outside the series, and cancelled ones.</summary>
    [Id(12)] public ImmutableArray<OneOff> OneOffs { get; init; } = [];

    /// <summary>Days without meetings.</summary>
    [Id(13)] public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>The first day it is closed, if it is going to be.</summary>
    [Id(14)] public DateOnly? ClosesOn { get; init; }

    /// <summary>How people join.</summary>
    [Id(15)] public Joining Joining { get; init; }

    /// <summary>Whether newcomers can come without telling anyone first.</summary>
    [Id(16)] public bool WelcomesNewcomers { get; init; }

    /// <summary>The day a lead last confirmed the description.</summary>
    [Id(17)] public DateOnly LastConfirmed { get; init; }

    /// <summary>Whether it has been welcomed. The card of a new group stays in its own area.</summary>
    [Id(18), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public WelcomeState Welcome { get; init; }
}

/// <summary>
/// An item in an area's change feed (OpenActive RPDE, ordered by change number): the latest state of one card.
/// </summary>
/// <param name="State">Updated, or deleted if the group has closed or is no longer public.</param>
/// <param name="Id">The group.</param>
/// <param name="Modified">The change number; later changes always have higher ones.</param>
/// <param name="Data">The card; null when deleted.</param>
[GenerateSerializer, Immutable, Alias("peernet.card-change")]
public sealed record CardChange(
    [property: Id(0)] CardState State,
    [property: Id(1)] GroupId Id,
    [property: Id(2)] long Modified,
    [property: Id(3)] Card? Data);

/// <summary>Whether a card exists.</summary>
[GenerateSerializer, Alias("peernet.card-state")]
public enum CardState
{
    /// <summary>It exists, as in the change.</summary>
    Updated,
    /// <summary>It no longer exists.</summary>
    Deleted,
}

/// <summary>A reader's position in an area's change feed.</summary>
/// <param name="Feed">Which feed; an area starts a new one after its database is restored.</param>
/// <param name="After">The last change number read, or 0.</param>
[GenerateSerializer, Immutable, Alias("peernet.card-cursor")]
public sealed record CardCursor([property: Id(0)] string? Feed, [property: Id(1)] long After)
{
    /// <summary>From the beginning.</summary>
    public static CardCursor Start { get; } = new(null, 0);
}

/// <summary>A page of an area's change feed.</summary>
/// <param name="Items">The changes, in order.</param>
/// <param name="Next">Where the next page starts; where this one started when there is nothing new.</param>
/// <param name="Restarted">Whether the cursor belonged to another feed. If so, this page is the first, and cards that
/// are on neither this page nor the following ones no longer exist.</param>
[GenerateSerializer, Immutable, Alias("peernet.card-page")]
public sealed record CardPage(
    [property: Id(0)] ImmutableArray<CardChange> Items,
    [property: Id(1)] CardCursor Next,
    [property: Id(2)] bool Restarted);
