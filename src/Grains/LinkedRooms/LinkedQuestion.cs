using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>A question that all areas ask, and how far its sum is.</summary>
internal sealed record LinkedQuestion
{
    /// <summary>The ID.</summary>
    public QuestionId Id { get; init; }

    /// <summary>What is asked.</summary>
    public required AskQuestion Asks { get; init; }

    /// <summary>The areas that ask it, this one among them. They are added, and never taken away.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>What was counted here, from the day it is handed in until the counts are added up.</summary>
    public RoomCount? Count { get; init; }

    /// <summary>The key that hides it, for as long.</summary>
    public RoomKey? Key { get; init; }

    /// <summary>The present attempt to add up.</summary>
    public SumAttempt? Attempt { get; init; }

    /// <summary>The last attempt that this area has sent something for; 0: none.</summary>
    public int Answered { get; init; }

    /// <summary>
    /// Whether this area has sent its count under masks. From then on it sends no other figures: with both, somebody
    /// could work out the count of the third area.
    /// </summary>
    public bool HasHidden { get; init; }

    /// <summary>Whether this area has sent its figures as they are; from then on it sends none under masks.</summary>
    public bool HasShown { get; init; }

    /// <summary>What came of it; final.</summary>
    public RoomSum? Sum { get; init; }

    /// <summary>Whether our count is in.</summary>
    public bool IsHandedIn => Count is not null || Sum is not null;

    /// <summary>How many numbers an area adds: its people, and its voices for each option.</summary>
    public int Numbers => 1 + SheetBoxes.Of(Asks).Length;

    /// <summary>The same once it is added up. Our own count and the key are no longer needed.</summary>
    public LinkedQuestion Done(RoomSum sum) => this with { Sum = sum, Count = null, Key = null, Attempt = null };
}

/// <summary>An attempt to add up the counts of some areas.</summary>
/// <param name="Number">Its number; each gives up the one before, with all that was sent for it.</param>
/// <param name="IsPlain">Whether the host shows its own figures.</param>
internal sealed record SumAttempt(int Number, bool IsPlain)
{
    /// <summary>The areas whose counts are added.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>The areas that the host goes on without.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> Missing { get; init; } = [];

    /// <summary>The areas in which too few took part.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> TooFew { get; init; } = [];

    /// <summary>What other areas have sent for it.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<SumSent> Sent { get; init; } = [];

    /// <summary>Whether each area hides its count: nobody can then take away their own and be left with one.</summary>
    public bool IsBlinded => Areas.Length >= LinkedRoomFields.MaxAreas;
}

/// <summary>What came of a question in all areas.</summary>
internal sealed record RoomSum
{
    /// <summary>The areas whose counts are in it.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>The areas that others went on without.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> Missing { get; init; } = [];

    /// <summary>The areas in which too few took part.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaId> TooFew { get; init; } = [];

    /// <summary>How many people, and how many voices for each option; null without figures.</summary>
    [MaxItems(GatheringFields.MaxOptions + 1)]
    public ImmutableArray<int>? Total { get; init; }

    /// <summary>What came of it in each area, if there are no figures.</summary>
    [MaxItems(LinkedRoomFields.MaxAreas)]
    public ImmutableArray<AreaFinding> Sides { get; init; } = [];
}

/// <summary>That another area has handed in its count, as it has told us itself.</summary>
/// <param name="Question">The question.</param>
/// <param name="Area">The area.</param>
/// <param name="IsEnough">Whether enough took part.</param>
/// <param name="Key">The public half of its key.</param>
internal sealed record ReadyRoom(QuestionId Question, AreaId Area, bool IsEnough, string Key);
