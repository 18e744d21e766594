using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>A group of East Sussex and one of West Sussex, each led through its own Gateway.</summary>
public sealed class ConnectionTests(RunningArea area)
{
    [Fact]
    public async Task Two_groups_are_connected_once_both_say_yes_and_no_longer_when_one_says_no()
    {
        var (here, lead, there) = await TwoGroups();
        (await area.Http.Put($"{here.At}/connections/west-sussex/{there}", here.Lead)).Is(201);
        await UntilState(area.WestHttp, $"groups/{there}", lead, "asked");
        (await area.WestHttp.Put($"groups/{there}/connections/east-sussex/{here.Group}", lead)).Is(201);
        await UntilState(area.WestHttp, $"groups/{there}", lead, "connected");
        await UntilState(area.Http, here.At, here.Lead, "connected");

        Assert.Equal(
            204, (await area.WestHttp.Delete($"groups/{there}/connections/east-sussex/{here.Group}", lead)).Status);
        await UntilState(area.Http, here.At, here.Lead, "ended");
        await UntilState(area.WestHttp, $"groups/{there}", lead, "ended");
    }

    [Fact]
    public async Task A_group_that_is_not_there_cannot_be_connected_with()
    {
        var here = await Scene.Make(area);
        (await area.Http.Put($"{here.At}/connections/west-sussex/{Guid.CreateVersion7()}", here.Lead)).Is(201);
        await UntilState(area.Http, here.At, here.Lead, "ended");
        (await area.Http.Put($"{here.At}/connections/east-sussex/{Guid.CreateVersion7()}", here.Lead))
            .Refuses(422, "group.connection-at-home");
        (await area.Http.Put($"{here.At}/connections/nowhere/{Guid.CreateVersion7()}", here.Lead))
            .Refuses(404, "link.no-such-area");
    }

    [Fact]
    public async Task Connected_groups_know_of_shared_meetings_and_their_people_come_to_open_ones_as_guests()
    {
        var (here, lead, there) = await TwoGroups();
        (await area.Http.Put($"{here.At}/connections/west-sussex/{there}", here.Lead)).Is(201);
        (await area.WestHttp.Put($"groups/{there}/connections/east-sussex/{here.Group}", lead)).Is(201);
        await UntilState(area.Http, here.At, here.Lead, "connected");
        var meeting = await here.AMeetingToCome();
        (await area.Http.Put($"{here.At}/shared/{meeting}", here.Lead)).Is(200);
        await Until(
            area.WestHttp,
            $"groups/{there}",
            lead,
            seen => Shared(seen) is [var one] && !one.GetProperty("open").GetBoolean());

        var guest = await AFellowOf(there, lead);
        var seat = SeatId.Random();
        var asks =
            new
            {
                area = "east-sussex",
                groupId = here.Group,
                shownAs = "Robin",
                consent = true,
                guestOf = there,
                meetingId = meeting
            };
        (await area.WestHttp.Put($"members/me/seats/{seat}", guest, asks)).Is(201);
        await RunningArea.Until(async () => (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Text
            .Contains("seat.not-open", StringComparison.Ordinal));

        (await area.Http.Put($"{here.At}/shared/{meeting}", here.Lead, new { open = true })).Is(200);
        await Until(
            area.WestHttp,
            $"groups/{there}",
            lead,
            seen => Shared(seen) is [var one] && one.GetProperty("open").GetBoolean());
        var second = SeatId.Random();
        (await area.WestHttp.Put($"members/me/seats/{second}", guest, asks)).Is(201);
        await RunningArea.Until(async () => (await area.WestHttp.Get($"members/me/seats/{second}", guest)).Is(200)
            .GetProperty("state")
            .GetString() == "seated");

        (await area.Http.Put($"meetings/{meeting}/cancellation", here.Lead, new { reason = RunningArea.Canary }))
            .Is(200);
        await Until(
            area.WestHttp,
            $"groups/{there}",
            lead,
            seen => Shared(seen) is [var one] && one.GetProperty("cancelled").GetBoolean());
        Assert.Equal(204, (await area.Http.Delete($"{here.At}/shared/{meeting}", here.Lead)).Status);
        await Until(area.WestHttp, $"groups/{there}", lead, seen => Shared(seen) is []);
    }

    private async Task<(Scene Here, Person Lead, GroupId There)> TwoGroups()
    {
        var here = await Scene.Make(area);
        var lead = await area.AWesterner();
        return (here, lead, await area.WestHttp.Begin(lead));
    }

    private async Task<Person> AFellowOf(GroupId group, Person lead)
    {
        var fellow = await area.AWesterner();
        (await area.WestHttp.Put($"groups/{group}/members/{fellow.Id}", lead, new { part = "member" })).Is(201);
        (await area.WestHttp.Put($"groups/{group}/members/{fellow.Id}", fellow)).Is(200);
        await RunningArea.Until(async () =>
            (await area.WestHttp.Get("members/me", fellow)).Text.Contains(group.ToString(), StringComparison.Ordinal));
        return fellow;
    }

    private static Task UntilState(ApiClient http, string group, Person lead, string state)
    {
        return Until(http, group, lead, seen =>
            seen.GetProperty("items")
                .EnumerateArray()
                .Select(one => one.GetProperty("state").GetString())
                .SequenceEqual([state]));
    }

    private static Task Until(ApiClient http, string group, Person lead, Func<JsonElement, bool> so) =>
        RunningArea.Until(async () => so((await http.Get($"{group}/connections", lead)).Is(200)));

    private static JsonElement[] Shared(JsonElement seen) => [.. seen.GetProperty("sharedWithUs").EnumerateArray()];
}
