using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;

namespace PeerNet.Contracts.Gatherings;

/// <summary>What is planned: the body of PUT gatherings/{id}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.plan-gathering")]
public sealed record PlanGathering
{
    /// <summary>What it is called, 1 to 120 characters on one line.</summary>
    [Id(0)] public required string Title { get; init; }

    /// <summary>The day, in Europe/London: today or up to 366 days ahead.</summary>
    [Id(1)] public required DateOnly HeldOn { get; init; }

    /// <summary>When it starts, in local time.</summary>
    [Id(2)] public required TimeOnly StartsAt { get; init; }

    /// <summary>How long it lasts, 5 to 1,440 minutes.</summary>
    [Id(3)] public required int Minutes { get; init; }

    /// <summary>Where it takes place, and how to get in; up to 250 characters on one line.</summary>
    [Id(4)] public string? Place { get; init; }

    /// <summary>The access needs that the place meets.</summary>
    [Id(5)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];

    /// <summary>
    /// The groups that hold it together, two to ten. Whoever plans it leads the first, or is a coordinator. They stay
    /// the same.
    /// </summary>
    [Id(6)] public required ImmutableArray<GroupId> Groups { get; init; }

    /// <summary>
    /// The gathering before it, of at least one of its groups, whose unfinished steps it begins with.
    /// </summary>
    [Id(7)] public GatheringId? Previous { get; init; }

    /// <summary>Lenses of this area that lie on the tables, up to three. They stay as they are from then on.</summary>
    [Id(8)] public ImmutableArray<LensId> Lenses { get; init; } = [];
}

/// <summary>Why a gathering is cancelled: the body of PUT gatherings/{id}/cancellation.</summary>
/// <param name="Reason">For everybody who meant to come, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.cancel-gathering")]
public sealed record CancelGathering([property: Id(0)] string Reason);

/// <summary>A table: the body of PUT gatherings/{id}/tables/{tableId}.</summary>
/// <param name="Label">What it is called; no two tables are called the same.</param>
/// <param name="Present">How many people sit at it, 0 to 200.</param>
[GenerateSerializer, Immutable, Alias("peernet.lay-table")]
public sealed record LayTable([property: Id(0)] Animal Label, [property: Id(1)] int Present);
