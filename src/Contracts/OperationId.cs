using System.Text.Json.Serialization;

namespace PeerNet.Contracts;

/// <summary>The ID of a message. Delivered again, it is the same operation and takes effect once.</summary>
[GenerateSerializer, Immutable, Alias("peernet.operation-id"), JsonConverter(typeof(IdJson<OperationId>))]
public readonly record struct OperationId([property: Id(0)] Guid Value) : IId<OperationId>
{
    /// <inheritdoc/>
    public static OperationId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out OperationId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
