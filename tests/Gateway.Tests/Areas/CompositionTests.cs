using System.Text;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>What protects an area only if the silo is put together with it.</summary>
public sealed class CompositionTests(RunningArea area)
{
    [Fact]
    public async Task What_was_erased_is_soon_in_no_file_of_the_area()
    {
        const string canary = "numbat5kw";
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        var person = await areas.APerson(areas.East);
        (await areas.EastHttp.Put($"members/{person.Id}", person, new { name = canary, helps = canary }, "*")).Is(200);
        Assert.True(Holds(areas.East, canary));
        Assert.Equal(204, (await areas.EastHttp.Delete($"members/{person.Id}", person)).Status);
        await RunningArea.Until(() => Task.FromResult(!Holds(areas.East, canary)));
    }

    [Fact]
    public async Task A_silo_does_not_start_on_the_database_of_another_area()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-mixed-");
        var west = new LocalArea("west-sussex", "West Sussex", RunningArea.FreePorts(), folder);
        await using (var cell = new Cell(west, [], RunningArea.OfOneTest))
            await cell.Start(TestContext.Current.CancellationToken);
        var east = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder);
        foreach (var ending in (string[])["", "-wal"])
        {
            if (File.Exists(west.Database + ending)) File.Copy(west.Database + ending, east.Database + ending);
        }
        await using (var cell = new Cell(east, [], RunningArea.OfOneTest))
        {
            var refused =
                await Assert.ThrowsAnyAsync<Exception>(() => cell.Start(TestContext.Current.CancellationToken));
            Assert.Contains("belongs to west-sussex", refused.Message, StringComparison.Ordinal);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_key_of_another_area_reaches_a_grain()
    {
        var foreign = area.East.Grains.Member(area.West.Area, new MemberId(Guid.CreateVersion7()));
        await Assert.ThrowsAsync<ArgumentException>(() => foreign.Get(Caller.Visitor));
    }

    private static bool Holds(LocalArea at, string text) =>
        StoredBytes.Of(at).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
