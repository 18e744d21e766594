using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Sentences;

/// <summary>The ID of a sentence.</summary>
[GenerateSerializer, Immutable, Alias("peernet.sentence-id"), JsonConverter(typeof(IdJson<SentenceId>))]
public readonly record struct SentenceId([property: Id(0)] Guid Value) : IId<SentenceId>
{
    /// <inheritdoc/>
    public static SentenceId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out SentenceId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
