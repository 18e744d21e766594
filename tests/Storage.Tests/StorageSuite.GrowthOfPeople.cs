using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Growth;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task Figures_are_those_of_a_recount_after_whatever_people_did_while_they_were_counted()
    {
        await Empty();
        var people = new List<MemberId>();
        for (var number = 0; number < 12; number++) people.Add(await APerson());
        GroupId[] groups = [await AGroup(people[0]), await AGroup(people[0]), await AGroup(people[0])];
        var coordinator = new Caller(CallerRole.Coordinator, people[0]);
        // So that other areas know of them.
        foreach (var group in groups)
            Yes(await Area.Grains.Welcome(AreaUnderTest.Home, group).Welcome(coordinator, IfMatch.None));
        var living = new RandomPeople(Area.Grains, 20261127, people, groups);
        var today = Periods.Today(TimeProvider.System);
        await Counter.Begin(today);
        var life = living.Live(300);
        while (!life.IsCompleted)
        {
            await Task.Yield();
            await Counter.Follow(2, Ended);
        }
        await life;
        await Delivered();
        while (await Counter.Follow(10, Ended) > 0) { }
        Assert.Empty(await Counter.Recount(today));
        Assert.All(
            ["log", "correct", "join", "leave", "offer", "agree", "report", "end", "guest", "withdraw", "erase"],
            act => Assert.True(living.Done.GetValueOrDefault(act) > 0, act));
        var all = (await Read(GrowthScope.Area, GrowthBy.Month)).Values.Aggregate(FigureSums.Plus);
        Assert.Equal(living.Done["offer"], all.Offers.Opened + all.Requests.Opened);
        Assert.Equal(living.Done["agree"], all.Offers.Matched + all.Requests.Matched);
        Assert.InRange(all.Meetings.Held, 1, living.Done["log"]);
        Assert.InRange(Assert.Single(all.Neighbours).Guests, 1, living.Done["guest"]);
    }

    [Fact]
    public async Task A_recount_counts_what_nobody_has_noted_to_be_counted()
    {
        await Empty();
        var group = new GroupRows(Area.Storage, 10);
        var people = new RandomOffers(Area.Storage, 11);
        var seats = new RandomSeats(Area.Storage, 12);
        await group.Live(10);
        await people.Live(10);
        await seats.Live(10);
        await CountAll();
        await Run("DELETE FROM peernet_growth");
        var wrong = (await Counter.Recount(CountedOn)).Select(one => one.Scope).ToHashSet();
        Assert.Contains($"{group.Id}", wrong);
        Assert.Contains(wrong, scope => scope.StartsWith(GrowthScope.Offer, StringComparison.Ordinal));
        Assert.Contains(wrong, scope => scope.StartsWith(GrowthScope.Seat, StringComparison.Ordinal));
        Assert.Equal(
            Sum([group], GrowthBy.Month, people.Figures(GrowthBy.Month), seats.Figures(GrowthBy.Month)),
            await Read(GrowthScope.Area, GrowthBy.Month));
    }
}
