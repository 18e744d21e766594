using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests;

/// <summary>
/// An area that is gone, or there and silent: its neighbours do not notice but for the age of its cards, and all is
/// well by itself when it is back.
/// </summary>
public sealed class NeighbourDownTests(SeededFolder seeds)
{
    private const int LocalRequests = 120;

    [Fact]
    public async Task A_neighbour_that_is_down_costs_nobody_else_a_request_and_its_cards_stay()
    {
        await using var network = await LinkedNetwork.Start(await seeds.Network(null, "--processes"));
        foreach (var how in (string[])["killed", "frozen"]) await Goes(network, how);
    }

    private static async Task Goes(LinkedNetwork network, string how)
    {
        var here = network.Areas[1];
        var gone = network.Areas[2];
        await Until.True(
            "the finder knows both areas",
            60,
            async () => await Found(here, gone.Id) > 0 && await Found(here, here.Id) > 0);
        var cards = await Found(here, gone.Id);
        var group = new GroupId(Guid.CreateVersion7());
        var lead = gone.People("lead")[0].Sends;
        Assert.True((await lead.Insist(
            HttpMethod.Put,
            $"/api/v1/groups/{group}",
            new GroupDescription { Name = "Open to neighbours" })).Acknowledged);

        foreach (var one in gone.Both) await (how == "killed" ? one.Kill() : one.Hang());
        var guest = here.People("member")[0].Sends;
        var seat = SeatId.Random();
        Assert.True((await guest.Once(
            HttpMethod.Put,
            $"/api/v1/members/me/seats/{seat}",
            new AskForSeat { Area = new(gone.Id), GroupId = group, ShownAs = "Robin", Consent = true })).Acknowledged);
        Assert.Empty(await LocalWork(here));
        await Until.True(
            "the neighbour's silence is told",
            60,
            async () => !(await Area(here, gone.Id)).GetProperty("reachable").GetBoolean());
        Assert.Empty(await LocalWork(here));
        Assert.InRange(await Found(here, gone.Id), cards, int.MaxValue);
        Assert.True(
            (await Area(here, gone.Id)).GetProperty("asOf").GetDateTimeOffset() < TimeProvider.System.GetUtcNow());
        Assert.Equal(1, (await Neighbour(here, gone.Id)).GetProperty("waitingLetters").GetInt32());

        // A neighbour that is down keeps its cards through a restart too, because they are in a file.
        await here.Gateway.Kill();
        here.Gateway.Start();
        await here.Ready();
        Assert.InRange(await Found(here, gone.Id), cards, int.MaxValue);

        foreach (var one in gone.Both) await (how == "killed" ? Start(one) : one.GoOn());
        await gone.Ready();
        await Until.True("the letter has arrived and the answer is back", 60, async () =>
            (await guest.Insist(HttpMethod.Get, $"/api/v1/members/me/seats/{seat}")).As<JsonElement>()
                .GetProperty("state")
                .GetString() == "seated");
        await Until.True("the neighbour is reachable and nothing waits", 60, async () =>
            (await Area(here, gone.Id)).GetProperty("reachable").GetBoolean()
                && (await Neighbour(here, gone.Id)).GetProperty("waitingLetters").GetInt32() == 0);
        await Until.True(
            "the group founded just before is found", 30, async () => await Found(here, gone.Id) == cards + 1);
    }

    private static Task Start(Running one)
    {
        one.Start();
        return Task.CompletedTask;
    }

    // Each sent once: a request that has to be repeated has failed.
    private static async Task<List<string>> LocalWork(LinkedArea here)
    {
        var failed = new List<string>();
        var lead = here.People("lead")[0];
        var group = new GroupId(Guid.CreateVersion7());
        Expect(await lead.Sends.Once(
            HttpMethod.Put, $"/api/v1/groups/{group}", new GroupDescription { Name = "At home" }));
        var today = Diary.Today;
        for (var sent = 0; sent < LocalRequests; sent += 3)
        {
            var meeting = $"/api/v1/meetings/{Guid.CreateVersion7()}";
            Expect(await lead.Sends.Once(HttpMethod.Put, $"{meeting}/record", new RecordMeeting
            {
                GroupId = group,
                HeldOn = today.AddDays(-1 - sent / Diary.PerDay),
                StartsAt = Diary.Start(sent),
                Present = [new(lead.Id)]
            }));
            Expect(await lead.Sends.Once(HttpMethod.Get, meeting));
            Expect(await lead.Sends.Once(HttpMethod.Get, "/api/v1/groups?sort=next&limit=20"));
        }
        return failed;

        void Expect(Answer answer)
        {
            if (!answer.Acknowledged || answer.Took > TimeSpan.FromSeconds(10))
                failed.Add($"{answer.Status} after {answer.Took}: {answer.Body}");
        }
    }

    private static async Task<int> Found(LinkedArea here, string area) =>
        (await Find(here, area)).GetProperty("total").GetInt32();

    private static async Task<JsonElement> Area(LinkedArea here, string area)
    {
        return (await Find(here, area)).GetProperty("areas")
            .EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == area);
    }

    private static async Task<JsonElement> Find(LinkedArea here, string area) =>
        (await here.People("member")[0].Sends.Insist(HttpMethod.Get, $"/api/v1/groups?area={area}")).As<JsonElement>();

    private static async Task<JsonElement> Neighbour(LinkedArea here, string area)
    {
        return (await here.People("coordinator")[0].Sends.Insist(HttpMethod.Get, "/api/v1/area")).As<JsonElement>()
            .GetProperty("neighbours").EnumerateArray().Single(one => one.GetProperty("id").GetString() == area);
    }
}
