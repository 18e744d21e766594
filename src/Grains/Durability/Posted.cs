using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>A message that waits in its sender's row.</summary>
/// <param name="To">The grain it is for; the area comes first, so that SQL can tell this area from others.</param>
/// <param name="Since">When it was written.</param>
/// <param name="Message">The message.</param>
internal sealed record Posted(GrainKey To, DateTimeOffset Since, Message Message)
{
    /// <summary>How many attempts to deliver it have been answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempts { get; init; }

    /// <summary>How many of those answers were refusals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Refusals { get; init; }

    /// <summary>The earliest time it is sent again.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The code of the last refusal or postponement.</summary>
    public string? Code { get; init; }

    /// <summary>The code of its last refusal if it is parked, or null.</summary>
    public string? Parked { get; init; }

    /// <summary>Fields that a newer silo wrote and this one does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Newer { get; init; }

    /// <summary>Whether it may be sent now.</summary>
    public bool IsDue(DateTimeOffset now) => Parked is null && !(NotBefore > now);

    /// <summary>Whether two messages must arrive in the order they were written.</summary>
    public bool IsInOrderWith(Posted other) => To == other.To && Message.Subject() == other.Message.Subject();
}
