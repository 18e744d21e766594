using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Host to another area: a question that all of them ask, and who they are.</summary>
[GenerateSerializer, Immutable, Alias("peernet.question-shared")]
public sealed record QuestionShared : LinkedRoomLetter
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Question { get; init; }

    /// <summary>How it is counted.</summary>
    [Id(1)] public required QuestionKind CountedAs { get; init; }

    /// <summary>What is asked.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>The same in plainer words.</summary>
    [Id(3)] public string? EasyText { get; init; }

    /// <summary>What people choose from; empty for a quiz and for thumbs.</summary>
    [Id(4)] public required ImmutableArray<string> Options { get; init; }

    /// <summary>The areas that ask it. Areas are added, and never taken away.</summary>
    [Id(5)] public required ImmutableArray<AreaId> Areas { get; init; }

    /// <summary>Where it can be watched in British Sign Language.</summary>
    [Id(6)] public string? Clip { get; init; }

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is QuestionShared shared && shared.To == To && shared.Question == Question;

    private protected override string Words() =>
        $"questionShared/{Gathering}/{Question}/{To}/{string.Join('+', Areas)}";
}
