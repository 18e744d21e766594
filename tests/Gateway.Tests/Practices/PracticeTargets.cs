using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>What can be told, with a valid body.</summary>
internal sealed class PracticeTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("telling a practice", "practices/{new}", """
            {
              "weDid": "We rang everybody", "changed": "Seven came back", "wasHard": "Nobody had asked",
              "layer": "individual", "groups": ["{keeping}", "{group}"], "readers": "allAreas"
            }
            """,
            "wasHard", "weDid changed layer groups", FreeText: "weDid changed wasHard"),
    ];
}
