using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Seats;

/// <summary>
/// A guest's token in one group of another area: a random UUID (version 4), different in each group, so that two groups
/// cannot tell that a guest is the same person.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-id"), JsonConverter(typeof(IdJson<SeatId>))]
public readonly record struct SeatId([property: Id(0)] Guid Value) : IId<SeatId>
{
    /// <inheritdoc/>
    public static SeatId From(Guid value) => new(value);

    /// <summary>Creates a new token.</summary>
    public static SeatId Random() => Ids.Random<SeatId>();

    /// <summary>
    /// Whether it can be a token. Only version 4 is random and reveals nothing, not even when it was created.
    /// </summary>
    public bool IsRandom => Value.Version == 4;

    /// <summary>
    /// The ID that represents the guest on rosters and in marks. It is derived from the home area and the token, so
    /// that no guest and no neighbour can choose one that belongs to a person here (see
    /// <see cref="MemberId.IsGuest"/>).
    /// </summary>
    public MemberId OnRosters(AreaId home) => Ids.Of<MemberId>($"guest/{home}/{Value}");

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out SeatId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
