using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Gatherings;

/// <summary>The ID of a question of a gathering.</summary>
[GenerateSerializer, Immutable, Alias("peernet.question-id"), JsonConverter(typeof(IdJson<QuestionId>))]
public readonly record struct QuestionId([property: Id(0)] Guid Value) : IId<QuestionId>
{
    /// <inheritdoc/>
    public static QuestionId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out QuestionId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The ID of what was counted at one table, as one person entered it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.tally-id"), JsonConverter(typeof(IdJson<TallyId>))]
public readonly record struct TallyId([property: Id(0)] Guid Value) : IId<TallyId>
{
    /// <inheritdoc/>
    public static TallyId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out TallyId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
