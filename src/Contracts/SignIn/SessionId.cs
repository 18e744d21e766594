using System.Text.Json.Serialization;

namespace PeerNet.Contracts.SignIn;

/// <summary>The ID of a session, which the cookie of a browser has.</summary>
[GenerateSerializer, Immutable, Alias("peernet.session-id"), JsonConverter(typeof(IdJson<SessionId>))]
public readonly record struct SessionId([property: Id(0)] Guid Value) : IId<SessionId>
{
    /// <inheritdoc/>
    public static SessionId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out SessionId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
