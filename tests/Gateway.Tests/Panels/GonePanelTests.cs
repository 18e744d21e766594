using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Panels;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>What is left of a panel: nothing.</summary>
public sealed class GonePanelTests(RunningArea area)
{
    [Fact]
    public async Task Six_months_after_its_day_it_is_not_found_and_no_row_holds_a_word_of_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        // No other test has one that is as old.
        var day = RunningArea.Today.AddDays(-PanelFields.MaxDaysAgo);
        var at = await APanelWith("half-a-year", scene, day);
        Assert.NotEmpty(await RowsWith("half-a-year"));
        var last = day.AddMonths(PanelFields.MonthsKept).AddDays(-1);
        await Sweep(last);
        (await area.Http.Get(at, scene.Lead)).Is(200);
        await Sweep(last.AddDays(1));
        await IsGone(at, scene, "half-a-year");
    }

    [Fact]
    public async Task A_lead_ends_it_sooner_and_nothing_is_left()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await APanelWith("ended-soon", scene, RunningArea.Today);
        (await area.Http.Delete(at, scene.CoLead)).Is(204);
        await IsGone(at, scene, "ended-soon");
    }

    private async Task IsGone(string at, Scene scene, string mark)
    {
        (await area.Http.Get(at, scene.Lead)).Refuses(404, "panel.not-found");
        (await area.Http.Get($"{at}/candidates/a", scene.Lead)).Refuses(404, "panel.not-found");
        (await area.Http.Delete(at, scene.Lead)).Refuses(404, "panel.not-found");
        (await area.Http.Put(at, scene.Lead, APanel(scene.Group))).Refuses(410, "panel.gone");
        var list = (await area.Http.Get($"{scene.At}/panels", scene.Lead)).Is(200);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
        Assert.Empty(await RowsWith(mark));
        Assert.DoesNotContain($"{scene.Group}", Assert.Single(await RowsWith($"{IdOf(at)}")), StringComparison.Ordinal);
    }

    private async Task<string> APanelWith(string mark, Scene scene, DateOnly day)
    {
        var says = APanel(scene.Group) with { HeldOn = day, Title = $"{mark} title", Questions = [$"{mark} asked"] };
        var at = await scene.AnAgreedPanel(area.Http, says);
        var answer = new CountedThumbs
        {
            QuestionId = PanelQuestionId.At(IdOf(at), 0), Up = 4, Middle = 0, Down = 1, Reasons = [$"{mark} reason"],
        };
        (await area.Http.Put($"{at}/candidates/a", scene.Lead, new EnterSheet { Answers = [answer] })).Is(201);
        return at;
    }

    // What the silo does every hour, by a clock of the test's own.
    private async Task Sweep(DateOnly today)
    {
        var rows = area.East.Services.GetRequiredService<IPanelRows>();
        foreach (var key in await rows.HeldBy(today.AddMonths(-PanelFields.MonthsKept), 200))
            await area.East.Grains.Panel(area.East.Area, new(GrainKey.Parse(key).Id)).Expire(today);
    }

    private async Task<List<string>> RowsWith(string text)
    {
        await using var connection = new SqliteConnection($"Data Source={area.East.At.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT CAST(PayloadBinary AS TEXT) || GrainIdExtensionString FROM OrleansStorage
            WHERE instr(CAST(PayloadBinary AS TEXT) || GrainIdExtensionString, @text) > 0
            """;
        command.Parameters.AddWithValue("@text", text);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}
