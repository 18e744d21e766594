using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Practices;

/// <summary>The ID of a practice.</summary>
[GenerateSerializer, Immutable, Alias("peernet.practice-id"), JsonConverter(typeof(IdJson<PracticeId>))]
public readonly record struct PracticeId([property: Id(0)] Guid Value) : IId<PracticeId>
{
    /// <inheritdoc/>
    public static PracticeId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out PracticeId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
