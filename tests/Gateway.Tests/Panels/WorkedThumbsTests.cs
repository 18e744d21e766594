using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>The worked example of thumbs, over HTTP: each three numbers, and the word that sums them up.</summary>
public sealed class WorkedThumbsTests(RunningArea area)
{
    private const string ForOneNumber = @"(?i)\b(means?|averages?|scores?|ranks?|ranking)\b";

    private static readonly (int Up, int Middle, int Down, string Finding)[] Rows =
    [
        (8, 1, 0, "agreedUp"), (7, 2, 1, "agreedUp"),
        (7, 0, 2, "leaningUp"), (5, 2, 2, "leaningUp"),
        (4, 1, 4, "split"), (1, 7, 1, "inTheMiddle"),
        (3, 3, 3, "split"), (2, 4, 2, "even"),
        (0, 2, 7, "agreedDown"), (2, 2, 5, "leaningDown"),
        (2, 1, 1, "tooFew"), (0, 0, 0, "nobodyVoted"),
    ];

    [Fact]
    public async Task Each_row_is_summed_up_in_a_word_and_has_figures_from_five_thumbs_on()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AnAgreedPanel(area.Http, APanel(scene.Group) with { Candidates = 6 });
        foreach (var (place, rows) in Rows.Chunk(2).Index())
            (await area.Http.Put($"{at}/candidates/{(char)('a' + place)}", scene.Lead, ASheetOf(at, rows))).Is(201);
        var read = (await area.Http.Get(at, scene.CoLead)).Is(200).GetProperty("sheets");
        Assert.Equal(Rows.Select(row => row.Finding), read.EnumerateArray()
            .SelectMany(sheet => sheet.GetProperty("answers").EnumerateArray())
            .Select(answer => answer.GetProperty("finding").GetString()!));
        var answers = read.Deserialize<SheetDetails[]>(PeerNetJson.Options)!.SelectMany(sheet => sheet.Answers);
        Assert.Equal(Rows.Select(Shown), answers.Select(one => (one.Up, one.Middle, one.Down)));
        using var lead = Browser.At(area.East, scene.Lead);
        foreach (var page in (string[])["", "/print"])
            Assert.DoesNotMatch(ForOneNumber, (await lead.Get($"/{at}{page}")).Is(200).TextAndValues());

        static (int?, int?, int?) Shown((int Up, int Middle, int Down, string Finding) row) =>
            row.Up + row.Middle + row.Down < 5 ? (null, null, null) : (row.Up, row.Middle, row.Down);
    }

    [Fact]
    public async Task No_property_and_no_value_of_the_API_is_called_an_average_a_score_or_a_rank()
    {
        var document = (await area.Http.Get("/openapi/v1.json")).Text;
        Assert.DoesNotMatch("(?i)\"[a-z]*(mean|average|score|rank)[a-z]*\"", document);
    }

    private static EnterSheet ASheetOf(string at, (int Up, int Middle, int Down, string Finding)[] rows) => new()
    {
        SheetId = Ids.Random<SheetId>(),
        Answers =
        [
            .. rows.Select((row, place) => new CountedThumbs
            {
                QuestionId = PanelQuestionId.At(IdOf(at), place), Up = row.Up, Middle = row.Middle, Down = row.Down,
            }),
        ],
    };
}
