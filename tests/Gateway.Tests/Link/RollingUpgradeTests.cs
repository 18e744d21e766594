using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// East Sussex is upgraded first and writes letters of a kind that West Sussex does not know until it is upgraded too.
/// </summary>
public sealed class RollingUpgradeTests
{
    private const string NewKind = "connectionSaid";

    private static readonly Accepts Old =
        Accepts.Here with { WireVersion = 1, Letters = Accepts.Here.Letters.Remove(NewKind) };

    [Fact]
    public async Task Letters_of_a_new_kind_wait_for_the_neighbours_upgrade_and_nothing_else_is_held_up()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Old);
        await areas.Start(areas.East, Old);
        var eastern = await areas.APerson(areas.East);
        var western = await areas.APerson(areas.West);
        var here = Guid.CreateVersion7();
        var there = Guid.CreateVersion7();
        (await areas.EastHttp.Put(
            $"groups/{here}", eastern, new GroupDescription { Name = "Tea", Joining = Joining.Ask })).Is(201);
        (await areas.WestHttp.Put(
            $"groups/{there}", western, new GroupDescription { Name = "Talk", Joining = Joining.Ask })).Is(201);
        await Exchange(1);

        await areas.Stop(areas.East);
        await areas.Start(areas.East, Accepts.Here);
        var coordinator = await areas.APerson(areas.East, "coordinator");
        await RunningArea.Until(async () => (await West()).GetProperty("reachable").GetBoolean());
        (await areas.EastHttp.Put($"groups/{here}/connections/west-sussex/{there}", eastern)).Is(201);
        await Exchange(3);
        await RunningArea.Until(
            async () => (await West()).GetProperty("waitingForUpgrade") is var waiting && waiting.GetArrayLength() == 1
            && waiting[0].GetProperty("kind").GetString() == NewKind
                && waiting[0].GetProperty("letters").GetInt32() == 1);
        await RunningArea.Until(async () => (await West()).GetProperty("waitingLetters").GetInt32() == 1);
        Assert.Equal(0, (await West()).GetProperty("parkedLetters").GetInt32());
        Assert.Empty((await Connections()).EnumerateArray());

        // Somebody asks while it is being upgraded.
        var meanwhile = await areas.APerson(areas.East);
        await areas.Stop(areas.West);
        var seat = await Ask(areas.EastHttp, meanwhile, "west-sussex", there);
        await areas.Start(areas.West, Accepts.Here);
        await RunningArea.Until(async () =>
            (await Connections()).EnumerateArray().Any(one => one.GetProperty("state").GetString() == "asked"));
        await RunningArea.Until(async () => (await areas.WestHttp.Get($"groups/{there}", western)).Text
            .Contains($"{seat}", StringComparison.Ordinal));
        await RunningArea.Until(async () => (await West()).GetProperty("waitingLetters").GetInt32() == 0);
        Assert.Equal((0, 0), (
            (await West()).GetProperty("waitingForUpgrade").GetArrayLength(),
            (await West()).GetProperty("parkedLetters").GetInt32()));

        // Somebody of each area asks in the other, is welcomed and learns it.
        async Task Exchange(int times)
        {
            for (var time = 0; time < times; time++)
            {
                await Answered(
                    areas.EastHttp, await areas.APerson(areas.East), "west-sussex", there, areas.WestHttp, western);
                await Answered(
                    areas.WestHttp, await areas.APerson(areas.West), "east-sussex", here, areas.EastHttp, eastern);
            }
        }

        async Task<JsonElement> West() =>
            (await areas.EastHttp.Get("area", coordinator)).Is(200).GetProperty("neighbours")[0];

        async Task<JsonElement> Connections() =>
            (await areas.WestHttp.Get($"groups/{there}/connections", western)).Is(200).GetProperty("items");
    }

    private static async Task Answered(
        ApiClient home, Person guest, string area, Guid group, ApiClient away, Person lead)
    {
        var seat = await Ask(home, guest, area, group);
        await RunningArea.Until(
            async () => (await away.Get($"groups/{group}", lead)).Text.Contains($"{seat}", StringComparison.Ordinal));
        (await away.Put($"groups/{group}/seats/{seat}", lead, new { welcome = true })).Is(200);
        await RunningArea.Until(async () =>
            (await home.Get($"members/me/seats/{seat}", guest)).Is(200).GetProperty("state").GetString() == "seated");
    }

    private static async Task<SeatId> Ask(ApiClient home, Person guest, string area, Guid group)
    {
        var seat = SeatId.Random();
        (await home.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area, groupId = group, shownAs = "Robin", consent = true })).Is(201);
        return seat;
    }
}
