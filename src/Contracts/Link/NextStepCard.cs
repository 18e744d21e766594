using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What other areas receive and visitors read of a next step that a group has taken on: what is to be done and how far
/// it is, and not who does it or for whom. News stay at home.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.next-step-card")]
public sealed record NextStepCard : ISharedCard
{
    /// <summary>The area it belongs to.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>Its ID.</summary>
    [Id(1)] public required NextStepId Id { get; init; }

    /// <summary>What is to be done.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>Where something has to change.</summary>
    [Id(3), JsonRequired] public Layer Layer { get; init; }

    /// <summary>The day by which it is to be done.</summary>
    [Id(4)] public required DateOnly DueOn { get; init; }

    /// <summary>What it costs.</summary>
    [Id(5), JsonRequired] public StepCost Cost { get; init; }

    /// <summary>Whether it is open, done or kept.</summary>
    [Id(6), JsonRequired] public NextStepState State { get; init; }

    /// <summary>The day on which something was last said about it.</summary>
    [Id(7)] public required DateOnly LastSaidOn { get; init; }

    Guid ISharedCard.Subject => Id.Value;

    DateOnly ISharedCard.Since => LastSaidOn;
}
