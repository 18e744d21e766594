using System.Text.Json;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Power;

namespace PeerNet.Gateway.Tests.Power;

/// <summary>What a coordinator counts, and when a holder is asked, in an area whose clock is the test's.</summary>
public sealed class PowerCountsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = London.DayOf(RunningArea.Now).AddDays(1);

    private readonly TimeSpan untilNoon = London.StartOf(Today).AddHours(12) - RunningArea.Now;
    private readonly LaterArea area;

    public PowerCountsTests() => area = new(untilNoon);

    public async ValueTask InitializeAsync() => await area.Start();

    public async ValueTask DisposeAsync() => await area.DisposeAsync();

    [Fact]
    public async Task A_coordinator_reads_nothing_below_four_groups_and_then_counts()
    {
        var lead = await area.APerson();
        var somebody = await area.APerson();
        var coordinator = somebody with { Token = area.Cell.Tokens.For(somebody.Id, "coordinator", RunningArea.Now) };
        foreach (var _ in Enumerable.Range(0, 3)) await ARole(lead, new(2019, 5, 17));
        Assert.Equal(new PowerCheck(null, null), await Read());
        await ARole(lead, new(2019, 5, 17), sharedWith: 2);
        Assert.Equal(new PowerCheck(1, 4) { Offering = 0 }, await Read());

        async Task<PowerCheck> Read() =>
            (await area.Http.Get("area/power", coordinator)).Is(200).Deserialize<PowerCheck>(PeerNetJson.Options)!;
    }

    [Fact]
    public async Task A_holder_is_asked_on_the_day_on_which_two_years_are_over()
    {
        var lead = await area.APerson();
        // Months are not equally long: the day after may be two years ago today as well.
        var since = Today.AddMonths(-PowerFields.MonthsToAsk);
        while (since.AddMonths(PowerFields.MonthsToAsk) <= Today) since = since.AddDays(1);
        var at = await ARole(lead, since);
        Assert.False(await IsAsked());
        var days = since.AddMonths(PowerFields.MonthsToAsk).DayNumber - Today.DayNumber;
        await area.StartAgain(untilNoon + TimeSpan.FromDays(days));
        Assert.True(await IsAsked());

        async Task<bool> IsAsked()
        {
            var own = (await area.Http.Get(at, lead)).Is(200).GetProperty("yours")[0];
            return own.GetProperty("isAsked").GetBoolean();
        }
    }

    /// <summary>A new group, whose lead says that they lead its meetings; what it says of power.</summary>
    private async Task<string> ARole(Person lead, DateOnly since, int sharedWith = 0)
    {
        var group = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(group, lead, Scene.Description)).Is(201);
        var chair = new HoldRole { Role = GroupRole.Chair, Since = since, SharedWith = sharedWith };
        (await area.Http.Put($"{group}/power/{Guid.CreateVersion7()}", lead, chair)).Is(200);
        return $"{group}/power";
    }
}
