using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Power;

/// <summary>What can be said of a role, with a valid body.</summary>
internal sealed class PowerTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new(
            "holding a role", "groups/{keeping}/power/{new}",
            """{ "role": "money", "since": "{yesterday}", "sharedWith": 1 }""", "", "role since"),
        new("taking a role", "groups/{keeping}/power/{new}/taking", """{ "holdId": "{new}" }""", "", "holdId"),
    ];
}
