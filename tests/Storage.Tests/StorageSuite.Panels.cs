using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Panels;
using PeerNet.Silo;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>Panels, as they are listed and found once they are over.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task Panels_are_listed_by_group_and_found_by_day_until_nothing_is_left_of_them()
    {
        await Empty();
        var group = new GroupId(Guid.CreateVersion7());
        var first = await APanel(new(2026, 5, 1), group);
        var second = await APanel(new(2026, 5, 2), new(Guid.CreateVersion7()), group);
        var other = await APanel(new(2026, 4, 30), new GroupId(Guid.CreateVersion7()));
        var gone = await APanelOf(new() { State = PanelState.Gone });
        var rows = new PanelRows(Area.Database);
        Assert.Equal([second, first], (await rows.OfGroup(group, 9)).Select(row => row.Id));
        Assert.Equal([second], (await rows.OfGroup(group, 1)).Select(row => row.Id));
        Assert.Equal([Key(other), Key(first)], await rows.HeldBy(new(2026, 5, 1), 9));
        Assert.Equal([Key(other)], await rows.HeldBy(new(2026, 5, 2), 1));
        Assert.DoesNotContain(Key(gone), await rows.HeldBy(DateOnly.MaxValue, 9));
        static string Key(Guid id) => $"{AreaUnderTest.Home}/panel/{id}";
    }

    [Fact]
    public async Task A_panel_is_wiped_six_months_after_its_day_and_its_row_keeps_nothing_but_an_ID()
    {
        await Empty();
        // Six months after the last of August is the last of February. One that cannot be read keeps no other.
        await AHeldPanel(new(2026, 8, 1), state: "torn");
        var old = await AHeldPanel(new(2026, 8, 31));
        var recent = await AHeldPanel(new(2026, 9, 1));
        var goneOn = London.StartOf(new(2027, 2, 28));
        var clock = new FakeTimeProvider(goneOn.AddMinutes(-30));
        using var sweeper = new PanelSweeper(
            new PanelRows(Area.Database), Area.Grains, clock, NullLogger<PanelSweeper>.Instance);
        await sweeper.StartAsync(Ended);
        await Until(async () =>
        {
            // Once an hour is enough.
            if (clock.GetUtcNow() < goneOn.AddHours(1)) clock.Advance(TimeSpan.FromMinutes(5));
            return !(await RowOf(old)).Contains("quokka", StringComparison.Ordinal);
        });
        await sweeper.StopAsync(Ended);
        Assert.True(clock.GetUtcNow() >= goneOn);
        Assert.Contains("\"state\":\"gone\"", await RowOf(old), StringComparison.Ordinal);
        Assert.DoesNotContain("aNewSiloWrote", await RowOf(old), StringComparison.Ordinal);
        Assert.Contains("quokka", await RowOf(recent), StringComparison.Ordinal);
    }

    private async Task<string> RowOf(Guid panel)
    {
        var payload = await Ask<byte[]>(
            "SELECT payload FROM peernet_row WHERE kind = 'panel' AND id = @id", ("id", $"{panel}"));
        return Encoding.UTF8.GetString(payload);
    }

    private async Task<Guid> AHeldPanel(DateOnly day, string state = "agreed")
    {
        var id = Guid.CreateVersion7();
        await ACopy("panel", id).Write(new Note());
        await Damage("panel", id, $$$"""
            {"version":1,"edition":1,"record":{"id":"{{{id}}}","state":"{{{state}}}","aNewSiloWrote":"quokka",
            "says":{"title":"quokka","groups":["{{{Guid.CreateVersion7()}}}"],"heldOn":"{{{Sql.Day(day)}}}",
            "questions":["quokka"],"candidates":1},
            "sheets":[{"candidate":"a","version":1,"answers":[{"questionId":"{{{Guid.CreateVersion7()}}}",
            "up":1,"middle":1,"down":1,"reasons":["quokka"]}]}]}}
            """);
        return id;
    }

    private Task<Guid> APanel(DateOnly day, params GroupId[] groups)
    {
        var says = new SetUpPanel
        {
            Title = "A", Groups = [.. groups], HeldOn = day, Questions = ["B"], Candidates = 1,
        };
        return APanelOf(new() { Says = says });
    }

    private async Task<Guid> APanelOf(Panel panel)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("panel", $"{AreaUnderTest.Home}/panel/{id}");
        var state = new GrainState<Row<Panel>>(new() { Version = 1, Record = panel with { Id = new(id) } });
        await Area.Storage.WriteStateAsync("panel", grain, state);
        return id;
    }

    // Most are gone.
    private static string AStoredPanel(int number)
    {
        var says = number % 20 == 0 ? $$"""{"heldOn":"2026-11-{{number % 28 + 1:00}}","groups":[]}""" : "null";
        return $$$"""{"record":{"says":{{{says}}}}}""";
    }
}
