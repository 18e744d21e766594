using PeerNet.Contracts.LinkedRooms;
using static PeerNet.Gateway.Tests.LinkedRooms.Linking;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>One of three areas stops while counts are added up.</summary>
public sealed class FrozenAreaTests : IAsyncLifetime
{
    private const int West = 2;
    private readonly ThreeAreas areas = new();

    public async ValueTask InitializeAsync() => await areas.Start();

    public async ValueTask DisposeAsync() => await areas.DisposeAsync();

    [Fact]
    public async Task An_area_that_stops_in_the_middle_is_named_and_the_two_others_show_no_figures_of_theirs()
    {
        var sides = await Task.WhenAll(Enumerable.Range(0, 3).Select(areas.ASide));
        var host = sides[0];
        var west = sides[West];
        var gathering = $"gatherings/{Guid.CreateVersion7()}";
        var question = $"{gathering}/questions/{Guid.CreateVersion7()}";
        await host.Gather(gathering, 6, 6, 6);
        await Invite(gathering, host, sides[1..], 6, 6, 6);
        await Share(gathering, question, host);
        foreach (var side in sides[1..]) await side.Ask(question);
        foreach (var side in sides)
        {
            // So many that each area shows figures at home.
            foreach (var table in Enumerable.Range(0, 3)) await side.Count(question, table, 6, 6, 4);
            await side.HandIn(question);
        }
        foreach (var side in sides[..West]) await HaveHandedIn(question, side, 3);

        await areas.Stop(West);
        (await host.Http.Put($"{question}/sum", host.Lead, new AddUpRooms())).Is(200);
        await AsksFor(3);
        (await host.Http.Get($"{question}/together", host.Member)).Refuses(409, "linked-room.not-added-up");
        var without = new AddUpRooms { Without = [west.Area] };
        (await host.Http.Put($"{question}/sum", host.Lead, without)).Is(200);
        var before = new List<string>();
        foreach (var side in sides[..West])
        {
            var together = await side.Together(question);
            var missing = together.GetProperty("missing").EnumerateArray().Select(one => one.GetString());
            Assert.Equal([west.Area.Value], missing);
            Assert.False(together.TryGetProperty("people", out _));
            Assert.DoesNotContain("voices", together.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(2, together.GetProperty("sides").GetArrayLength());
            var own = (await side.Http.Get($"{question}/result", side.Member)).Is(200);
            Assert.Equal(18, own.GetProperty("people").GetInt32());
            before.Add(together.GetRawText());
        }

        await areas.StartAgain(West);
        var late = await west.Together(question);
        Assert.Equal(before[0], late.GetRawText());
        (await host.Http.Put($"{question}/sum", host.Lead, new AddUpRooms())).Refuses(409, "linked-room.added-up");
        foreach (var (place, side) in sides[..West].Index())
            Assert.Equal(before[place], (await side.Together(question)).GetRawText());

        Task AsksFor(int count)
        {
            return RunningArea.Until(async () => (await sides[1].Http.Get($"{gathering}/rooms", sides[1].Lead)).Is(200)
                .GetProperty("questions")[0].GetProperty("adding").GetArrayLength() == count);
        }
    }
}
