using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Seats;

/// <summary>What can be written about seats, each with a valid body.</summary>
internal sealed class SeatTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new(
            "asking for a seat",
            "members/me/seats/{token}",
            """{ "area": "north-sussex", "groupId": "{new}", "shownAs": "Robin", "consent": true }""",
            "",
            "area groupId shownAs consent",
            FreeText: "shownAs"),
        new("answering a guest", "groups/{group}/seats/{guest}", """{ "welcome": true }""", "", "welcome"),
    ];
}
