using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Practices;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What other areas receive and visitors read of a practice, once every group of it has agreed: its words, and not
/// whose they are.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.practice-card")]
public sealed record PracticeCard : ISharedCard
{
    /// <summary>The area it belongs to.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>Its ID.</summary>
    [Id(1)] public required PracticeId Id { get; init; }

    /// <summary>What groups did.</summary>
    [Id(2)] public required string WeDid { get; init; }

    /// <summary>What changed.</summary>
    [Id(3)] public required string Changed { get; init; }

    /// <summary>What made it hard.</summary>
    [Id(4)] public string? WasHard { get; init; }

    /// <summary>Where something changed.</summary>
    [Id(5), JsonRequired] public Layer Layer { get; init; }

    /// <summary>The day on which the last of its groups agreed.</summary>
    [Id(6)] public required DateOnly ShownOn { get; init; }

    /// <summary>How many other groups say thank you, from four on; null below that, or if none does.</summary>
    [Id(7)] public int? Thanks { get; init; }

    Guid ISharedCard.Subject => Id.Value;

    DateOnly ISharedCard.Since => ShownOn;
}
