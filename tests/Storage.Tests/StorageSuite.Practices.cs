using Orleans.Runtime;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Practices;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>Practices, as they are listed, and the meetings after which a group is asked for one.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task Practices_that_wait_and_those_that_are_shown_are_listed_newest_first()
    {
        await Empty();
        var group = new GroupId(Guid.CreateVersion7());
        var told = new Practice { Groups = [new(Guid.CreateVersion7()), group] };
        var first = await APractice(told with { ToldAt = Monday });
        var second = await APractice(told with { ToldAt = Monday.AddDays(1) });
        // Those of others come first, and do not push its own off the list.
        await APractice(new() { Groups = [told.Groups[0]], ToldAt = Monday.AddDays(2) });
        var shown = new Practice { State = PracticeState.Shown, ToldAt = Monday };
        var late = await APractice(shown with { ShownAt = Monday.AddDays(9) });
        var early = await APractice(shown with { Groups = told.Groups, ShownAt = Monday.AddDays(3) });
        await APractice(new() { State = PracticeState.Withdrawn });
        var rows = new PracticeRows(Area.Database);
        Assert.Equal([second, first], (await rows.Waiting(group, 2)).Select(row => row.Id));
        Assert.Equal([late, early], (await rows.Shown(null, 10)).Select(row => row.Id));
        Assert.Equal([late], (await rows.Shown(null, 1)).Select(row => row.Id));
        Assert.Equal([early], (await rows.Shown(group, 1)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_group_has_held_as_many_meetings_as_were_held()
    {
        await Empty();
        var group = Guid.CreateVersion7();
        foreach (var isHeld in new[] { true, true, false }) await AHeldMeeting(group, isHeld);
        await AHeldMeeting(Guid.CreateVersion7(), isHeld: true);
        var rows = new AreaRows(Area.Database);
        Assert.True(await rows.HasHeld(group, 2));
        Assert.False(await rows.HasHeld(group, 3));
    }

    private async Task<Guid> APractice(Practice practice)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("practice", $"{AreaUnderTest.Home}/practice/{id}");
        var state = new GrainState<Row<Practice>>(new() { Version = 1, Record = practice with { Id = new(id) } });
        await Area.Storage.WriteStateAsync("practice", grain, state);
        return id;
    }

    private async Task AHeldMeeting(Guid group, bool isHeld)
    {
        var grain = GrainId.Create("meeting", $"{AreaUnderTest.Home}/meeting/{Guid.CreateVersion7()}");
        var meeting = new Meeting { GroupId = new(group), HeldOn = new(2026, 11, 23), IsHeld = isHeld };
        var state = new GrainState<Row<Meeting>>(new() { Version = 1, Record = meeting });
        await Area.Storage.WriteStateAsync("meeting", grain, state);
    }

    // Most are over.
    private static string AStoredPractice(int number)
    {
        var state = (number % 20) switch { 0 => "told", 1 => "shown", _ => "withdrawn" };
        return $$$"""{"record":{"state":"{{{state}}}","toldAt":"2026-11-{{{number % 28 + 1:00}}}"}}""";
    }
}
