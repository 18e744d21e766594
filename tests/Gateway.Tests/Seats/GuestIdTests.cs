using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Seats;

/// <summary>Someone in West Sussex asks for a seat under the ID of a person in East Sussex.</summary>
public sealed class GuestIdTests(RunningArea area)
{
    [Fact]
    public async Task A_seat_under_a_member_s_id_breaks_no_meeting_and_sends_none_of_their_marks_abroad()
    {
        var (scene, guest, victim) = await AGuestWithTheIdOf(isMember: true);
        var log = scene.ALog() with { Present = [victim.Id] };
        var meeting = Guid.CreateVersion7();
        var logged = (await area.Http.Put($"meetings/{meeting}/record", scene.Lead, log)).Is(201);
        (await area.Http.Put($"meetings/{meeting}/record", scene.Lead, log)).Is(200);
        Assert.Equal(("present", "notRecorded"), (MarkOf(logged, victim.Id), MarkOf(logged, await RosterId(scene))));
        Assert.Equal("notRecorded", await MarkAbroad(guest));
        var history = (await area.Http.Get("members/me/attendance", victim)).Is(200).GetProperty("items");
        Assert.Equal("present", history.EnumerateArray().Single().GetProperty("mark").GetString());
    }

    [Fact]
    public async Task A_seat_under_the_id_of_somebody_outside_the_group_does_not_take_their_marks_abroad()
    {
        var (scene, guest, victim) = await AGuestWithTheIdOf(isMember: false);
        var log = scene.ALog() with { Present = [], Apologies = [await RosterId(scene)] };
        var meeting = Guid.CreateVersion7();
        (await area.Http.Put($"meetings/{meeting}/record", scene.Lead, log)).Is(201);
        await area.Http.Put($"meetings/{meeting}/attendance/{victim.Id}", scene.Lead, new { mark = "present" });
        Assert.Equal("apologies", await MarkAbroad(guest));
    }

    [Fact]
    public async Task A_guest_can_be_named_by_the_token_or_by_the_id_on_rosters()
    {
        var scene = await AnOpenGroup();
        var guest = await area.AWesterner();
        var seat = SeatId.Random();
        await Seat(scene, guest, seat);
        var byToken = scene.ALog() with { Present = [new(seat.Value)] };
        var byRosterId = scene.ALog() with { Present = [await RosterId(scene)] };
        var meeting = Guid.CreateVersion7();
        (await area.Http.Put($"meetings/{meeting}/record", scene.Lead, byToken)).Is(201);
        (await area.Http.Put($"meetings/{meeting}/record", scene.Lead, byRosterId)).Is(200);
        (await area.Http.Delete($"{scene.At}/seats/{seat}", scene.Lead)).Is(204);
        (await area.Http.Put($"meetings/{meeting}/record", scene.Lead, byToken)).Is(200);
    }

    [Fact]
    public async Task Nobody_can_have_an_id_that_stands_for_a_guest()
    {
        var id = SeatId.Random().OnRosters(area.West.Area);
        (await area.Http.Put($"members/{id}", await area.APerson("coordinator"), new { name = "Robin" }))
            .Refuses(422, "member.id", "id");
        Assert.Equal(401, (await area.Http.Get("members/me", area.Someone(id))).Status);
    }

    [Fact]
    public async Task The_answer_to_a_request_is_the_same_whoever_has_the_id()
    {
        var (_, taken, victim) = await AGuestWithTheIdOf(isMember: true);
        var scene = await AnOpenGroup();
        var free = await area.AWesterner();
        var seat = SeatId.Random();
        await Seat(scene, free, seat);
        Assert.Equal(
            Plain(await SeatOf(free, seat), seat), Plain(await SeatOf(taken, new(victim.Id.Value)), victim.Id));

        static string Plain(JsonElement seat, object id)
        {
            var fields = seat.EnumerateObject().Where(field => field.Name is not ("groupId" or "since"));
            return string.Join(";", fields).Replace($"{id}", "ID", StringComparison.Ordinal);
        }
    }

    private async Task<(Scene Scene, Person Guest, Person Victim)> AGuestWithTheIdOf(bool isMember)
    {
        var scene = await AnOpenGroup();
        var victim = area.Someone(new(SeatId.Random().Value));
        (await area.Http.Put($"members/{victim.Id}", victim, new { name = "Alex" })).Is(201);
        if (isMember) (await area.Http.Put($"{scene.At}/members/{victim.Id}", victim)).Is(201);
        var guest = await area.AWesterner();
        await Seat(scene, guest, new(victim.Id.Value));
        return (scene, guest, victim);
    }

    private async Task<Scene> AnOpenGroup()
    {
        var scene = await Scene.Make(area);
        var open = Scene.Description with { Joining = Joining.Open };
        RunningArea.Yes(await area.East.Grains.Group(area.East.Area, scene.Group)
            .Put(open, IfMatch.Any, new(CallerRole.Member, scene.Lead.Id)));
        return scene;
    }

    private async Task Seat(Scene scene, Person guest, SeatId seat)
    {
        var request = new { area = "east-sussex", groupId = scene.Group, shownAs = "Robin", consent = true };
        (await area.WestHttp.Put($"members/me/seats/{seat}", guest, request)).Is(201);
        // The answer may come before it is known that the request has arrived.
        await RunningArea.Until(async () => await SeatOf(guest, seat) is var seen
            && seen.GetProperty("state").GetString() == "seated" && seen.GetProperty("acknowledged").GetBoolean());
    }

    private async Task<JsonElement> SeatOf(Person guest, SeatId seat) =>
        (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Is(200);

    private async Task<MemberId> RosterId(Scene scene)
    {
        var group = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        var guest = group.GetProperty("seats").EnumerateArray().Single();
        return new(guest.GetProperty("rosterId").GetGuid());
    }

    private async Task<string?> MarkAbroad(Person guest)
    {
        var marks = default(JsonElement);
        await RunningArea.Until(async () =>
        {
            marks = (await area.WestHttp.Get("members/me/attendance", guest)).Is(200).GetProperty("items");
            return marks.GetArrayLength() > 0;
        });
        return marks.EnumerateArray().Single().GetProperty("mark").GetString();
    }

    private static string? MarkOf(JsonElement meeting, MemberId member)
    {
        return meeting.GetProperty("roster").EnumerateArray()
            .Single(line => line.GetProperty("memberId").GetGuid() == member.Value)
            .GetProperty("mark").GetString();
    }
}
