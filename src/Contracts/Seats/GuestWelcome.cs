using System.Text.Json.Serialization;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Seats;

/// <summary>What a group tells a guest who has a seat, so that they can come.</summary>
/// <param name="Place">Where it meets, as its members see it.</param>
/// <param name="OnlineLink">Where it meets online (https).</param>
/// <param name="FirstTime">What happens the first time you come.</param>
/// <param name="GuestContact">How to reach a lead who agreed to it.</param>
[GenerateSerializer, Immutable, Alias("peernet.guest-welcome")]
public sealed record GuestWelcome(
    [property: Id(0)] Place? Place = null,
    [property: Id(1)] string? OnlineLink = null,
    [property: Id(2)] string? FirstTime = null,
    [property: Id(3), JsonPropertyName("contact")] string? GuestContact = null)
{
    /// <summary>What a group of that description tells its guests.</summary>
    public static GuestWelcome Of(GroupDescription group) =>
        new(group.Place, group.OnlineLink, group.FirstTime, group.GuestContact);
}
