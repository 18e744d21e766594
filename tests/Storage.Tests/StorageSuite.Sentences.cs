using Orleans.Runtime;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Sentences;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task Sentences_are_listed_by_their_gathering_the_newest_first()
    {
        await Empty();
        var early = await SomeSentences(new(2025, 11, 23));
        var late = await SomeSentences(new(2026, 11, 23));
        var rows = new SentenceRows(Area.Database);
        Assert.Equal([late, early], (await rows.Newest(10)).Select(row => row.Id));
        Assert.Equal([late], (await rows.Newest(1)).Select(row => row.Id));
    }

    private async Task<Guid> SomeSentences(DateOnly day)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("sentences", $"{AreaUnderTest.Home}/sentences/{id}");
        var state = new GrainState<Row<SentenceSet>>(
            new() { Version = 1, Record = new() { Id = new(id), HeldOn = day } });
        await Area.Storage.WriteStateAsync("sentences", grain, state);
        return id;
    }

    private static string SomeStoredSentences(int number) => $$$"""
        {"record":{"heldOn":"{{{Sql.Day(new DateOnly(2020, 1, 1).AddDays(number))}}}"}}
        """;
}
