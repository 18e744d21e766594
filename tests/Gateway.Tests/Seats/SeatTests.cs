using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Seats;

/// <summary>Somebody of West Sussex and a group of East Sussex, each through the own Gateway alone.</summary>
public sealed class SeatTests(RunningArea area)
{
    [Fact]
    public async Task A_guest_from_another_area_asks_is_accepted_attends_and_sees_it_in_their_own_history()
    {
        var (scene, guest, seat) = await ASeatIsAsked();
        await Until(scene.At, scene.Lead, group => Seats(group).Any(one => one == (seat.ToString(), "asked", "Robin")));
        Assert.Equal(200, (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Status);
        await UntilSeat(guest, seat, "seated");

        var meeting = Guid.CreateVersion7();
        (await area.Http.Put(
            $"meetings/{meeting}/record",
            scene.Lead,
            scene.ALog() with { Present = [scene.Member.Id, seat.OnRosters(area.West.Area)] })).Is(201);
        await RunningArea.Until(async () => (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Is(200)
            .GetProperty("attendance")
            .GetArrayLength() == 1);
        var line = (await area.WestHttp.Get("members/me/attendance", guest)).Is(200)
            .GetProperty("items")
            .EnumerateArray()
            .Single();
        Assert.Equal(("east-sussex", $"{meeting}", "present"), (
            line.GetProperty("area").GetString(),
            line.GetProperty("meetingId").GetString(),
            line.GetProperty("mark").GetString()));

        // A correction is news too.
        (await area.Http.Put(
            $"meetings/{meeting}/corrections/{Guid.CreateVersion7()}",
            scene.Lead,
            new { why = "mixed up", marks = new[] { new { memberId = seat.Value, mark = "apologies" } } })).Is(201);
        await RunningArea.Until(async () => (await area.WestHttp.Get("members/me/attendance", guest)).Text
            .Contains("apologies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_group_learns_a_token_a_name_and_an_area_and_nothing_else()
    {
        var (scene, guest, seat) = await ASeatIsAsked();
        await Until(scene.At, scene.Lead, group => Seats(group).Any());
        var shown = (await area.Http.Get(scene.At, scene.Lead)).Text;
        Assert.Contains(seat.ToString(), shown, StringComparison.Ordinal);
        Assert.DoesNotContain(guest.Id.ToString(), shown, StringComparison.Ordinal);
        Assert.Empty(Seats((await area.Http.Get(scene.At, scene.Member)).Json));
        Assert.False((await area.Http.Get(scene.At)).Json.TryGetProperty("seats", out _));
    }

    [Fact]
    public async Task A_refusal_needs_no_reason_and_reaches_the_guest()
    {
        var (scene, guest, seat) = await ASeatIsAsked();
        await Until(scene.At, scene.Lead, group => Seats(group).Any());
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = false })).Is(200);
        await UntilSeat(guest, seat, "declined");
    }

    [Fact]
    public async Task A_group_that_is_not_there_answers_with_its_reason()
    {
        var guest = await area.AWesterner();
        var seat = SeatId.Random();
        (await Ask(guest, seat, Guid.CreateVersion7())).Is(201);
        await UntilSeat(guest, seat, "declined");
        Assert.Equal(
            "group.not-found",
            (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Json.GetProperty("because").GetString());
    }

    [Fact]
    public async Task Giving_up_a_seat_ends_it_in_the_other_area_and_is_acknowledged()
    {
        var (scene, guest, seat) = await Seated();
        Assert.Equal(204, (await area.WestHttp.Delete($"members/me/seats/{seat}", guest)).Status);
        await RunningArea.Until(async () => (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Is(200)
            .GetProperty("acknowledged")
            .GetBoolean());
        Assert.Equal(
            "ended",
            (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Json.GetProperty("state").GetString());
        var group = (await area.Http.Get(scene.At, scene.Lead)).Text;
        Assert.DoesNotContain("Robin", group, StringComparison.Ordinal);
        // The member's own record learns of it a moment later.
        await RunningArea.Until(async () => !(await LastReceipt()).GetProperty("given").GetBoolean());
        var last = await LastReceipt();
        Assert.Equal(
            ($"{guest.Id}", "signedIn"), (last.GetProperty("by").GetString(), last.GetProperty("how").GetString()));

        async Task<System.Text.Json.JsonElement> LastReceipt()
        {
            var me = (await area.WestHttp.Get("members/me", guest)).Is(200);
            return me.GetProperty("consentReceipts").EnumerateArray().Last();
        }
    }

    [Fact]
    public async Task Erasing_a_person_ends_their_seats()
    {
        var (scene, guest, _) = await Seated();
        Assert.Equal(204, (await area.WestHttp.Delete($"members/{guest.Id}", guest)).Status);
        await Until(scene.At, scene.Lead, group => !Seats(group).Any());
        Assert.DoesNotContain("Robin", (await area.Http.Get(scene.At, scene.Lead)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_ends_a_seat_and_the_guest_learns_of_it()
    {
        var (scene, guest, seat) = await Seated();
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/seats/{seat}", scene.Lead)).Status);
        await UntilSeat(guest, seat, "ended");
    }

    [Fact]
    public async Task Nothing_is_sent_without_consent_and_asking_twice_is_asking_once()
    {
        var scene = await Scene.Make(area);
        var guest = await area.AWesterner();
        var seat = SeatId.Random();
        (await area.WestHttp.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area = "east-sussex", groupId = scene.Group, shownAs = "Robin", consent = false }))
            .Refuses(422, "seat.consent-needed", "consent");
        (await Ask(guest, seat, scene.Group.Value)).Is(201);
        (await Ask(guest, seat, scene.Group.Value)).Is(200);
        (await Ask(guest, SeatId.Random(), scene.Group.Value)).Refuses(409, "seat.taken");
        (await Ask(guest, new(Guid.CreateVersion7()), scene.Group.Value)).Refuses(422, "seat.token");
        (await area.WestHttp.Put(
            $"members/me/seats/{SeatId.Random()}",
            guest,
            new { area = "west-sussex", groupId = scene.Group, shownAs = "Robin", consent = true }))
            .Refuses(422, "seat.at-home", "area");
        (await area.WestHttp.Put(
            $"members/me/seats/{SeatId.Random()}",
            guest,
            new { area = "nowhere", groupId = scene.Group, shownAs = "Robin", consent = true }))
            .Refuses(404, "link.no-such-area");
        (await area.WestHttp.Get($"members/me/seats/{seat}", await area.AWesterner())).Refuses(404, "seat.not-found");
    }

    [Fact]
    public async Task A_guest_who_is_seated_learns_where_to_go_for_as_long_as_the_seat_lasts()
    {
        var (scene, guest, seat) = await ASeatIsAsked();
        var says = Scene.Description with
        {
            Place = new() { Name = "Church Hall", Address = "12 High Street", Privacy = PlacePrivacy.OnRequest },
            OnlineLink = "https://meet.example.invalid/tea",
            FirstTime = "Ring the bell",
            GuestContact = "Sam, 01632 960001",
        };
        (await area.Http.Put(scene.At, scene.Lead, says, "*")).Is(200);
        await Until(scene.At, scene.Lead, group => Seats(group).Any());
        Assert.False(Shown(await area.WestHttp.Get($"members/me/seats/{seat}", guest)).HasValue);
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);
        await UntilWelcome("12 High Street");
        var welcome = Shown(await area.WestHttp.Get($"members/me/seats/{seat}", guest))!.Value;
        Assert.Equal(
            ("https://meet.example.invalid/tea", "Ring the bell", "Sam, 01632 960001"),
            (welcome.GetProperty("onlineLink").GetString(), welcome.GetProperty("firstTime").GetString(),
                welcome.GetProperty("contact").GetString()));
        Assert.DoesNotContain("01632", (await area.Http.Get(scene.At)).Text, StringComparison.Ordinal);

        var moved = says with { Place = says.Place with { Address = "14 High Street" } };
        (await area.Http.Put(scene.At, scene.Lead, moved, "*")).Is(200);
        await UntilWelcome("14 High Street");
        (await area.Http.Delete($"{scene.At}/seats/{seat}", scene.Lead)).Is(204);
        await UntilSeat(guest, seat, "ended");
        Assert.False(Shown(await area.WestHttp.Get($"members/me/seats/{seat}", guest)).HasValue);

        Task UntilWelcome(string address)
        {
            return RunningArea.Until(async () =>
                Shown(await area.WestHttp.Get($"members/me/seats/{seat}", guest)) is { } welcome
                && welcome.GetProperty("place").GetProperty("address").GetString() == address);
        }

        static System.Text.Json.JsonElement? Shown(Answer seat) =>
            seat.Is(200).TryGetProperty("welcome", out var welcome) ? welcome : null;
    }

    private async Task<(Scene Scene, Person Guest, SeatId Seat)> ASeatIsAsked()
    {
        var scene = await Scene.Make(area);
        var guest = await area.AWesterner();
        var seat = SeatId.Random();
        (await Ask(guest, seat, scene.Group.Value)).Is(201);
        return (scene, guest, seat);
    }

    private async Task<(Scene Scene, Person Guest, SeatId Seat)> Seated()
    {
        var (scene, guest, seat) = await ASeatIsAsked();
        await Until(scene.At, scene.Lead, group => Seats(group).Any());
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);
        await UntilSeat(guest, seat, "seated");
        return (scene, guest, seat);
    }

    private Task<Answer> Ask(Person guest, SeatId seat, Guid group)
    {
        return area.WestHttp.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area = "east-sussex", groupId = group, shownAs = "Robin", consent = true });
    }

    private Task UntilSeat(Person guest, SeatId seat, string state)
    {
        return RunningArea.Until(async () => (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Is(200)
            .GetProperty("state")
            .GetString() == state);
    }

    private Task Until(string path, Person by, Func<System.Text.Json.JsonElement, bool> so) =>
        RunningArea.Until(async () => so((await area.Http.Get(path, by)).Is(200)));

    private static IEnumerable<(string? Id, string? State, string? Name)> Seats(System.Text.Json.JsonElement group)
    {
        return group.TryGetProperty("seats", out var seats)
            ? seats.EnumerateArray().Select(seat => (
                seat.GetProperty("id").GetString(),
                seat.GetProperty("state").GetString(),
                seat.TryGetProperty("shownAs", out var name) ? name.GetString() : null))
            : [];
    }
}
