using PeerNet.Gateway.Tests.BadInput;

namespace PeerNet.Gateway.Tests.Lenses;

/// <summary>What can be written about lenses, with a valid body.</summary>
internal sealed class LensTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("adding a lens", "lenses/{new}", """
            {
              "name": "A bridge", "makers": "Two groups", "credit": "Name both", "link": "https://a.example.invalid/",
              "steps": ["One bank", "The other"], "version": "2026"
            }
            """,
            "link", "name makers credit version", FreeText: "name makers credit steps version"),
        new(
            "saying that a lens helps", "lenses/{lens}/helped/{keeping}",
            """{ "why": "It shows where we are" }""", "", "why", FreeText: "why"),
    ];
}

/// <summary>A lens that no other test looks through.</summary>
internal sealed record LensGround(string Lens)
{
    public static async Task<LensGround> Make(RunningArea area, Scene scene) =>
        new((await LensAccess.ALens(area.Http, scene)).Split('/')[1]);

    public string Fill(string text) => text.Replace("{lens}", Lens, StringComparison.Ordinal);
}
