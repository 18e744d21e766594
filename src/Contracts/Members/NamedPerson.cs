using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Members;

/// <summary>
/// A person whom an answer mentions by ID, with their name. Names are read for each answer, never stored.
/// </summary>
/// <param name="MemberId">The person, or a guest as rosters know them.</param>
/// <param name="Name">
/// The name they like to be called; null if the caller may not see it, or if they have been erased.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.named-person")]
public sealed record NamedPerson(
    [property: Id(0)] MemberId MemberId,
    [property: Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Name);
