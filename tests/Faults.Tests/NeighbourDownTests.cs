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
    public async Task Neighbours_that_are_killed_or_frozen_cost_nobody_else_a_request_and_their_cards_stay()
    {
        await using var network = await LinkedNetwork.Start(await seeds.Network(null, "--processes"));
        var here = network.Areas[1];
        var frozen = new Gone(here, network.Areas[0], one => one.Hang(), one => one.GoOn());
        var killed = new Gone(here, network.Areas[2], one => one.Kill(), Starts);
        var gone = new[] { frozen, killed };
        foreach (var neighbour in gone) await neighbour.Goes();
        Assert.Empty(await LocalWork(here));
        foreach (var neighbour in gone) await neighbour.IsMissed();
        Assert.Empty(await LocalWork(here));
        foreach (var neighbour in gone) await neighbour.KeepsItsCards();

        // Through a restart too, because they are in a file.
        await here.Gateway.Kill();
        here.Gateway.Start();
        await here.Ready();
        foreach (var neighbour in gone) await neighbour.KeepsItsCards();
        foreach (var neighbour in gone) await neighbour.Returns();
        await network.Stops();
    }

    private static Task Starts(Running one)
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

    /// <summary>A neighbour that goes once a group is founded there, in which somebody asks for a place.</summary>
    private sealed class Gone(LinkedArea here, LinkedArea there, Func<Running, Task> go, Func<Running, Task> come)
    {
        private readonly SeatId seat = SeatId.Random();
        private readonly Sender guest = here.People("member")[0].Sends;
        private int cards;

        public async Task Goes()
        {
            await Until.True("the finder knows it", 60, async () => await Found() > 0);
            cards = await Found();
            var group = new GroupId(Guid.CreateVersion7());
            Assert.True((await there.People("lead")[0].Sends.Insist(
                HttpMethod.Put,
                $"/api/v1/groups/{group}",
                new GroupDescription { Name = "Open to neighbours" })).Acknowledged);
            foreach (var one in there.Both) await go(one);
            Assert.True((await guest.Once(
                HttpMethod.Put,
                $"/api/v1/members/me/seats/{seat}",
                new AskForSeat
                {
                    Area = new(there.Id), GroupId = group, ShownAs = "Robin", Consent = true
                })).Acknowledged);
        }

        public Task<TimeSpan> IsMissed() => Until.True("its silence is told", 60, async () => !await IsReachable());

        public async Task KeepsItsCards()
        {
            Assert.InRange(await Found(), cards, int.MaxValue);
            Assert.True((await Card()).GetProperty("asOf").GetDateTimeOffset() < TimeProvider.System.GetUtcNow());
            Assert.Equal(1, await WaitingLetters());
        }

        public async Task Returns()
        {
            foreach (var one in there.Both) await come(one);
            await there.Ready();
            await Until.True("the letter has arrived and the answer is back", 60, async () =>
                (await guest.Insist(HttpMethod.Get, $"/api/v1/members/me/seats/{seat}")).As<JsonElement>()
                    .GetProperty("state")
                    .GetString() == "seated");
            await Until.True(
                "it is reachable and nothing waits",
                60,
                async () => await IsReachable() && await WaitingLetters() == 0);
            await Until.True("the group founded just before is found", 30, async () => await Found() == cards + 1);
        }

        private async Task<bool> IsReachable() => (await Card()).GetProperty("reachable").GetBoolean();

        private async Task<int> Found() => (await Find()).GetProperty("total").GetInt32();

        private async Task<JsonElement> Card()
        {
            return (await Find()).GetProperty("areas")
                .EnumerateArray()
                .Single(one => one.GetProperty("id").GetString() == there.Id);
        }

        private async Task<JsonElement> Find() =>
            (await guest.Insist(HttpMethod.Get, $"/api/v1/groups?area={there.Id}")).As<JsonElement>();

        private async Task<int> WaitingLetters()
        {
            return (await here.People("coordinator")[0].Sends.Insist(HttpMethod.Get, "/api/v1/area"))
                .As<JsonElement>()
                .GetProperty("neighbours")
                .EnumerateArray()
                .Single(one => one.GetProperty("id").GetString() == there.Id)
                .GetProperty("waitingLetters")
                .GetInt32();
        }
    }
}
