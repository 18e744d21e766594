using Orleans.Runtime;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Worries;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Worries;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly MemberId Ada = new(Guid.CreateVersion7()), Bo = new(Guid.CreateVersion7());

    [Fact]
    public async Task Worries_are_listed_by_state_the_oldest_or_the_newest_first()
    {
        await Empty();
        var ids = new List<Guid>();
        foreach (var minute in new[] { 3, 1, 2 })
            ids.Add(await AWorry(new() { Writer = Ada, Says = Says, Since = Monday.AddMinutes(minute) }));
        await AWorry(new() { Writer = Ada, Says = Says, State = WorryState.Answered, Since = Monday, Reply = "Yes" });
        await AWorry(new() { Since = Monday });
        await ACopy("group").Write("not a worry");

        var rows = new WorryRows(Area.Database);
        Assert.Equal([ids[1], ids[2], ids[0]], (await rows.Oldest("waiting", 0, 10)).Select(row => row.Id));
        Assert.Equal([ids[2]], (await rows.Oldest("waiting", 1, 1)).Select(row => row.Id));
        Assert.Equal([ids[0], ids[2], ids[1]], (await rows.Newest("waiting", 0, 10)).Select(row => row.Id));
        Assert.Single(await rows.Oldest("answered", 0, 10));
    }

    [Fact]
    public async Task Worries_are_found_by_who_wrote_them_and_by_whom_they_are_about()
    {
        await Empty();
        var written = await AWorry(new() { Writer = Ada, Says = Says, Since = Monday });
        var later = await AWorry(new() { Writer = Ada, Person = Bo, Says = Says, Since = Monday.AddDays(1) });
        var about = await AWorry(new() { Writer = Bo, Person = Ada, Says = Says, Since = Monday });
        await AWorry(new() { Since = Monday });
        var rows = new WorryRows(Area.Database);
        Assert.Equal([later, written], (await rows.WrittenBy(Ada.Value, 10)).Select(row => row.Id));
        Assert.Equal([later], (await rows.WrittenBy(Ada.Value, 1)).Select(row => row.Id));
        Guid[] naming = [written, later, about];
        Assert.Equal(naming.Order(), (await rows.Naming(Ada.Value, 10)).Order());
        Assert.Equal(2, (await rows.Naming(Ada.Value, 2)).Count);
        Assert.Empty(await rows.Naming(Guid.CreateVersion7(), 10));
    }

    private static WriteWorry Says { get; } = new(WorrySubject.Group, Guid.CreateVersion7(), "The door stays open.");

    private async Task<Guid> AWorry(Worry worry)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("worry", $"{AreaUnderTest.Home}/worry/{id}");
        var state = new GrainState<Row<Worry>>(new() { Version = 1, Record = worry with { Id = new(id) } });
        await Area.Storage.WriteStateAsync("worry", grain, state);
        return id;
    }

    // Most are answered in the end.
    private static string AStoredWorry(int number) => $$$"""
        {"record":{"writer":"{{{Guid.CreateVersion7()}}}","person":"{{{Guid.CreateVersion7()}}}",
        "state":"{{{(number % 20 == 0 ? "waiting" : "answered")}}}",
        "since":"{{{Sql.Instant(Monday.AddHours(number))}}}"}}
        """;
}
