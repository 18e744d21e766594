using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>Six months after a panel, in an area whose clock is the test's.</summary>
public sealed class SixMonthsTests : IAsyncLifetime
{
    private readonly LaterArea area = new(TimeSpan.Zero);

    private ApiClient Http => area.Http;

    public async ValueTask InitializeAsync() => await area.Start();

    public async ValueTask DisposeAsync() => await area.DisposeAsync();

    [Fact]
    public async Task Six_months_after_its_day_a_panel_is_gone_and_the_silo_wipes_every_word_of_it()
    {
        var lead = await area.APerson();
        var group = await Http.Begin(lead);
        var day = RunningArea.Today.AddDays(-PanelFields.MaxDaysAgo);
        var old = await APanel("half-a-year", day);
        var goneOn = day.AddMonths(6);
        // A month may be too short for the day: 30 October and the 31st both end on 30 April.
        var later = Enumerable.Range(1, 4).Select(day.AddDays).First(one => one.AddMonths(6) > goneOn);
        var recent = await APanel("some-days-less", later);

        await area.StartAgain(Until(goneOn.AddDays(-1)));
        var read = (await Http.Get(old.At, lead)).Is(200);
        Assert.Equal($"{goneOn:yyyy-MM-dd}", read.GetProperty("goneOn").GetString());

        await area.StartAgain(Until(goneOn));
        (await Http.Get(old.At, lead)).Refuses(404, "panel.not-found");
        (await Http.Put($"{old.At}/candidates/a", lead, old.Sheet)).Refuses(404, "panel.not-found");
        await RunningArea.Until(async () => (await KeptRows.With(area.Cell, "half-a-year")).Count == 0);
        // A repeat that comes late brings nothing back.
        (await Http.Put(old.At, lead, old.Says)).Refuses(410, "panel.gone");
        (await Http.Put($"{old.At}/agreed", lead, ifMatch: "*")).Refuses(404, "panel.not-found");
        (await Http.Put($"{old.At}/candidates/a", lead, old.Sheet)).Refuses(404, "panel.not-found");
        var row = Assert.Single(await KeptRows.With(area.Cell, $"{IdOf(old.At)}"));
        Assert.DoesNotContain($"{group}", row, StringComparison.Ordinal);
        (await Http.Get(recent.At, lead)).Is(200);
        var listed = (await Http.Get($"groups/{group}/panels", lead)).Is(200).GetProperty("items");
        Assert.Equal(
            [IdOf(recent.At).Value], listed.EnumerateArray().Select(panel => panel.GetProperty("id").GetGuid()));

        async Task<(string At, SetUpPanel Says, EnterSheet Sheet)> APanel(string mark, DateOnly heldOn)
        {
            var at = $"panels/{Guid.CreateVersion7()}";
            var says = PanelsInAScene.APanel(group) with { HeldOn = heldOn, Title = mark };
            (await Http.Put(at, lead, says)).Is(201);
            (await Http.Put($"{at}/agreed", lead, ifMatch: "*")).Is(200);
            var sheet = ASheet(at);
            (await Http.Put($"{at}/candidates/a", lead, sheet)).Is(201);
            return (at, says, sheet);
        }
    }

    // Noon, so that a run around midnight does not matter.
    private static TimeSpan Until(DateOnly day) =>
        Calendar.London.StartOf(day).AddHours(12) - RunningArea.Now;
}
