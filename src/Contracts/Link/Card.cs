using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Link;

/// <summary>
/// The public face of a group: what a stranger may know, and all of a group that other areas ever get.
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

    /// <summary>Who it is for; empty: everybody.</summary>
    [Id(5)] public ImmutableArray<string> For { get; init; } = [];

    /// <summary>What it is about.</summary>
    [Id(6)] public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Languages spoken or signed.</summary>
    [Id(7)] public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Access needs that are met.</summary>
    [Id(8)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>In person, online, or both.</summary>
    [Id(9)] public MeetingFormat Format { get; init; }

    /// <summary>Where it meets, as far as strangers are told.</summary>
    [Id(10)] public Place? Place { get; init; }

    /// <summary>When it meets; none: by arrangement.</summary>
    [Id(11)] public Schedule? Schedule { get; init; }

    /// <summary>Meetings beside the pattern, or called off.</summary>
    [Id(12)] public ImmutableArray<OneOff> OneOffs { get; init; } = [];

    /// <summary>Days without meetings.</summary>
    [Id(13)] public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>The first day it is closed, if it is going to be.</summary>
    [Id(14)] public DateOnly? ClosesOn { get; init; }

    /// <summary>How people join.</summary>
    [Id(15)] public Joining Joining { get; init; }

    /// <summary>Whether newcomers are welcome without notice.</summary>
    [Id(16)] public bool WelcomesNewcomers { get; init; }

    /// <summary>The day a lead last said that all this is right.</summary>
    [Id(17)] public DateOnly LastConfirmed { get; init; }
}

/// <summary>
/// One place in an area's change feed (OpenActive RPDE, order by change number): the newest state of one card.
/// </summary>
/// <param name="State">Updated, or deleted: closed, or not for strangers any more.</param>
/// <param name="Id">The group.</param>
/// <param name="Modified">The change number; later changes have higher ones, without exception.</param>
/// <param name="Data">The card; null when deleted.</param>
[GenerateSerializer, Immutable, Alias("peernet.card-change")]
public sealed record CardChange(
    [property: Id(0)] CardState State,
    [property: Id(1)] GroupId Id,
    [property: Id(2)] long Modified,
    [property: Id(3)] Card? Data);

/// <summary>Whether a card is there.</summary>
[GenerateSerializer, Alias("peernet.card-state")]
public enum CardState
{
    /// <summary>There, as the change says.</summary>
    Updated,
    /// <summary>Not there any more.</summary>
    Deleted,
}

/// <summary>How far a reader has come in an area's change feed.</summary>
/// <param name="Feed">Which feed; an area whose database was restored begins another.</param>
/// <param name="After">The last change number read; 0: none.</param>
[GenerateSerializer, Immutable, Alias("peernet.card-cursor")]
public sealed record CardCursor([property: Id(0)] string? Feed, [property: Id(1)] long After)
{
    /// <summary>From the beginning.</summary>
    public static CardCursor Start { get; } = new(null, 0);
}

/// <summary>A page of an area's change feed.</summary>
/// <param name="Items">The changes, in order.</param>
/// <param name="Next">Where the next page starts; where this one started when there is nothing new.</param>
/// <param name="Restarted">True when the cursor was of another feed: this page is from the beginning, and what it and
/// its followers do not name is gone.</param>
[GenerateSerializer, Immutable, Alias("peernet.card-page")]
public sealed record CardPage(
    [property: Id(0)] ImmutableArray<CardChange> Items,
    [property: Id(1)] CardCursor Next,
    [property: Id(2)] bool Restarted);
