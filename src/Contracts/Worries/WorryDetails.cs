using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Worries;

/// <summary>What a worry is about.</summary>
[GenerateSerializer, Alias("peernet.worry-subject")]
public enum WorrySubject
{
    /// <summary>A support offer or request.</summary>
    Offer,
    /// <summary>A person.</summary>
    Person,
    /// <summary>A group.</summary>
    Group,
}

/// <summary>The state of a worry.</summary>
[GenerateSerializer, Alias("peernet.worry-state")]
public enum WorryState
{
    /// <summary>No coordinator has done anything about it yet.</summary>
    Waiting,
    /// <summary>A coordinator is acting on it.</summary>
    ActedOn,
    /// <summary>A coordinator has answered, which closes it.</summary>
    Answered,
}

/// <summary>A worry as its writer or a coordinator sees it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.worry-details")]
public sealed record WorryDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required WorryId Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)] public required WorrySubject About { get; init; }

    /// <summary>The offer, the person or the group.</summary>
    [Id(2)] public required Guid SubjectId { get; init; }

    /// <summary>What it says.</summary>
    [Id(3)] public required string Text { get; init; }

    /// <summary>Its state.</summary>
    [Id(4)] public required WorryState State { get; init; }

    /// <summary>When this state began.</summary>
    [Id(5)] public required DateTimeOffset Since { get; init; }

    /// <summary>Who wrote it; for coordinators.</summary>
    [Id(6)] public MemberId? WrittenBy { get; init; }

    /// <summary>The answer, once it is closed.</summary>
    [Id(7)] public string? Answer { get; init; }
}
