using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>Panels of the scene's group.</summary>
internal static class PanelsInAScene
{
    /// <summary>Two questions for three candidates, today.</summary>
    public static SetUpPanel APanel(params GroupId[] groups) => new()
    {
        Title = $"Supported living {RunningArea.Canary}",
        Groups = [.. groups],
        HeldOn = RunningArea.Today,
        Questions = [$"Somebody says no {RunningArea.Canary}?", $"A good evening {RunningArea.Canary}?"],
        Candidates = 3,
    };

    /// <summary>The thumbs for its two questions.</summary>
    public static EnterSheet ASheet(string panel, int up = 6)
    {
        var id = IdOf(panel);
        return new()
        {
            SheetId = Ids.Random<SheetId>(),
            Answers =
            [
                new()
                {
                    QuestionId = PanelQuestionId.At(id, 0), Up = up, Middle = 1, Down = 2,
                    Reasons = [$"Say how {RunningArea.Canary}"],
                },
                new() { QuestionId = PanelQuestionId.At(id, 1), Up = 2, Middle = 2, Down = 0 },
            ],
        };
    }

    /// <summary>The ID in the address of a panel.</summary>
    public static PanelId IdOf(string panel) => new(new(panel.Split('/')[1]));

    /// <summary>A draft of the scene's lead.</summary>
    public static async Task<string> APanelDraft(this Scene scene, ApiClient http, SetUpPanel? says = null)
    {
        var at = $"panels/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Lead, says ?? APanel(scene.Group))).Is(201);
        return at;
    }

    /// <summary>One whose questions are agreed.</summary>
    public static async Task<string> AnAgreedPanel(this Scene scene, ApiClient http, SetUpPanel? says = null)
    {
        var at = await scene.APanelDraft(http, says);
        (await http.Put($"{at}/agreed", scene.Lead, ifMatch: "*")).Is(200);
        return at;
    }

    /// <summary>One with the sheet for its first candidate.</summary>
    public static async Task<string> APanelWithASheet(this Scene scene, ApiClient http, SetUpPanel? says = null)
    {
        var at = await scene.AnAgreedPanel(http, says);
        (await http.Put($"{at}/candidates/a", scene.Lead, ASheet(at))).Is(201);
        return at;
    }
}
