using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Tests.BadInput;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>What can be written of a panel, with a valid body.</summary>
internal sealed class PanelTargets : ITargets
{
    public static IEnumerable<Target> Targets =>
    [
        new("setting up a panel", "panels/{draftPanel}", """
            {
              "title": "Supported living", "groups": ["{keeping}", "{group}"], "heldOn": "{tomorrow}",
              "questions": ["What makes a good evening?"], "candidates": 2
            }
            """,
            "", "title groups heldOn questions candidates", ChecksVersion: true, FreeText: "title questions"),
        new("entering a sheet", "panels/{panel}/candidates/a", """
            {
              "sheetId": "3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b",
              "answers": [
                { "questionId": "{panelQuestion}", "up": 5, "middle": 1, "down": 1, "reasons": ["Say it again"] }
              ]
            }
            """,
            "", "sheetId answers answers[0].questionId answers[0].up answers[0].middle answers[0].down",
            ChecksVersion: true, FreeText: "reasons"),
    ];
}

/// <summary>A draft of the coordinator's group, and an agreed panel with one question and a sheet.</summary>
internal sealed record PanelGround(PanelId Draft, PanelId Panel)
{
    public static async Task<PanelGround> Make(RunningArea area, Scene scene, GatheringGround gatherings)
    {
        var coordinator = area.Someone(scene.Coordinator.Id);
        var ground = new PanelGround(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()));
        var says = PanelsInAScene.APanel(new(new(gatherings.Keeping)), scene.Group) with { Questions = ["Why?"] };
        foreach (var panel in new[] { ground.Draft, ground.Panel })
            (await area.Http.Put($"panels/{panel}", coordinator, says)).Is(201);
        (await area.Http.Put($"panels/{ground.Panel}/agreed", coordinator, ifMatch: "*")).Is(200);
        var thumbs = new CountedThumbs
        {
            QuestionId = PanelQuestionId.At(ground.Panel, 0), Up = 1, Middle = 1, Down = 1,
        };
        var sheet = new EnterSheet { SheetId = Ids.Random<SheetId>(), Answers = [thumbs] };
        (await area.Http.Put($"panels/{ground.Panel}/candidates/a", coordinator, sheet)).Is(201);
        return ground;
    }

    public string Fill(string text)
    {
        return text
            .Replace("{draftPanel}", $"{Draft}", StringComparison.Ordinal)
            .Replace("{panel}", $"{Panel}", StringComparison.Ordinal)
            .Replace("{panelQuestion}", $"{PanelQuestionId.At(Panel, 0)}", StringComparison.Ordinal);
    }
}
