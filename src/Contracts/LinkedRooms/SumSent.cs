using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Another area to the host: what it adds to the sum.</summary>
[GenerateSerializer, Immutable, Alias("peernet.sum-sent")]
public sealed record SumSent : LinkedRoomLetter
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Question { get; init; }

    /// <summary>The attempt that it answers.</summary>
    [Id(1)] public required int Attempt { get; init; }

    /// <summary>
    /// Of three areas: how many people, and how many voices for each option, hidden under masks that cancel out in the
    /// sum; 4 bytes each, in base64url.
    /// </summary>
    [Id(2)] public string? Blinded { get; init; }

    /// <summary>Of two areas that may both show figures: how many people, and how many voices for each.</summary>
    [Id(3)] public ImmutableArray<int>? Plain { get; init; }

    /// <summary>Of two areas: what came of it there, in one word.</summary>
    [Id(4)] public Finding? Finding { get; init; }

    /// <summary>Of two areas: the boxes of its options that are standing.</summary>
    [Id(5)] public ImmutableArray<string>? Stands { get; init; }

    private protected override string Words() => $"sumSent/{Gathering}/{Question}/{From}/{Attempt}";
}
