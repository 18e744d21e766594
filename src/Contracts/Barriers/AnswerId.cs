using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Barriers;

/// <summary>The ID of an answer to a barrier.</summary>
[GenerateSerializer, Immutable, Alias("peernet.barrier-answer-id"), JsonConverter(typeof(IdJson<AnswerId>))]
public readonly record struct AnswerId([property: Id(0)] Guid Value) : IId<AnswerId>
{
    /// <inheritdoc/>
    public static AnswerId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out AnswerId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The ID of what was added to an answer.</summary>
[GenerateSerializer, Immutable, Alias("peernet.barrier-addition-id"), JsonConverter(typeof(IdJson<AdditionId>))]
public readonly record struct AdditionId([property: Id(0)] Guid Value) : IId<AdditionId>
{
    /// <inheritdoc/>
    public static AdditionId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out AdditionId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
