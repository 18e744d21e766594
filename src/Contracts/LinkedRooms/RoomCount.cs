using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>What one area has counted for a question that is closed. It stays in the area.</summary>
[GenerateSerializer, Immutable, Alias("peernet.room-count")]
public sealed record RoomCount
{
    /// <summary>How many people, and how many voices for each option, in the order of the sheet.</summary>
    [Id(0)] public required ImmutableArray<int> All { get; init; }

    /// <summary>The same as the area shows it in figures; null if it shows none.</summary>
    [Id(1)] public ImmutableArray<int>? Shown { get; init; }

    /// <summary>What came of it.</summary>
    [Id(2)] public required Finding Finding { get; init; }

    /// <summary>The boxes of the options that stand, in the order of the sheet.</summary>
    [Id(3)] public required ImmutableArray<string> Stands { get; init; }

    /// <summary>Whether enough took part for it to be added.</summary>
    public bool IsEnough => All[0] >= LinkedRoomFields.MinPeople;
}
