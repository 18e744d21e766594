using System.Text;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Finder;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>What a person sees first: their groups by name, and what waits for them, in one request.</summary>
public sealed class HomeTests(RunningArea area)
{
    [Fact]
    public async Task A_person_sees_their_groups_by_name_with_the_next_meeting_and_its_place()
    {
        var scene = await (await Scene.Make(area)).Known();
        var says = Scene.Description with
        {
            Schedule = Shelf.Weekly("MO,TU,WE,TH,FR,SA,SU", 19),
            Place = new() { Name = "Hall", Town = "Lewes", Privacy = PlacePrivacy.OnRequest },
        };
        (await area.Http.Put(scene.At, scene.Lead, says, "*")).Is(200);
        var group = Assert.Single(await List(scene.Member, "groups"));
        Assert.Equal(
            ($"{scene.Group}", Scene.Description.Name, "member", "active", "Hall"),
            (Text(group, "id"), Text(group, "name"), Text(group, "part"), Text(group, "status"),
                Text(group.GetProperty("place"), "name")));
        var next = group.GetProperty("nextMeeting");
        Assert.Equal(
            $"{(await area.Http.Get(scene.At, scene.Member)).Is(200).GetProperty("nextMeeting")}", $"{next}");

        // One that is held somewhere else says where.
        (await area.Http.Put($"meetings/{Text(next, "id")}", scene.Lead, new
        {
            groupId = scene.Group, heldOn = next.GetProperty("startsAt").GetDateTimeOffset().ToString("yyyy-MM-dd"),
            startsAt = "19:00", place = new { name = "Beach", privacy = "exact" },
        })).IsYes();
        Assert.Equal("Beach", Text((await List(scene.Member, "groups"))[0].GetProperty("place"), "name"));
        Assert.Equal("coLead", Text((await List(scene.CoLead, "groups"))[0], "part"));
        Assert.Empty(await List(scene.Asked, "groups"));
        Assert.Empty(await List(scene.Stranger, "groups"));
    }

    [Fact]
    public async Task A_lead_sees_who_asks_by_the_name_they_may_see_and_nobody_else_does()
    {
        var scene = await (await Scene.Make(area)).Known();
        var seat = await scene.AGuestWhoAsks();
        (await area.Http.Put(
            $"members/{scene.Asked.Id}", scene.Asked,
            new { name = $"Ash {RunningArea.Canary}", consents = new { nameToGroups = true } }, "*")).Is(200);
        var silent = await scene.SomebodyWhoAsks();
        foreach (var by in new[] { scene.Lead, scene.CoLead })
            Assert.Equal(
                [
                    ($"{scene.Asked.Id}", $"Ash {RunningArea.Canary}"),
                    ($"{seat.OnRosters(area.West.Area)}", RunningArea.Canary),
                    ($"{silent.Id}", null),
                ],
                (await Waiting(by, "requests")).Select(one => (Text(one, "memberId"), Text(one, "name"))));
        Assert.Equal(3, await Count(scene.Lead, "requests"));
        foreach (var by in new[] { scene.Member, scene.Asked, scene.Stranger })
        {
            Assert.Empty(await Waiting(by, "requests"));
            Assert.Equal(0, await Count(by, "requests"));
        }
        (await area.Http.Put($"{scene.At}/members/{scene.Asked.Id}", scene.Lead, new JoinGroup())).IsYes();
        Assert.Equal(2, await Count(scene.Lead, "requests"));
    }

    [Fact]
    public async Task The_page_says_which_meeting_is_not_logged_by_its_group_and_day()
    {
        var scene = await (await Scene.Make(area)).Known();
        await scene.APlannedMeeting(days: -1);
        using var lead = Browser.At(area.East, scene.Lead);
        var day = Language.English.NearDay(RunningArea.Today.AddDays(-1));
        (await lead.Get("/home")).Is(200).Says($"Log {Scene.Description.Name} on {day}");
    }

    [Fact]
    public async Task A_lead_is_shown_meetings_that_ended_and_that_nobody_logged_until_somebody_does()
    {
        var scene = await (await Scene.Make(area)).Known();
        var late = Id(await scene.APlannedMeeting(days: -50));
        var last = Id(await scene.APlannedMeeting(days: -1));
        var cancelled = await scene.APlannedMeeting(days: -2);
        (await area.Http.Put($"{cancelled}/cancellation", scene.Lead)).Is(200);
        await scene.APlannedMeeting(days: -60);
        await scene.APlannedMeeting(days: 3);
        Assert.Equal([late, last], (await Waiting(scene.Lead, "notLogged")).Select(one => Text(one, "meetingId")));
        Assert.Empty(await Waiting(scene.Member, "notLogged"));
        (await area.Http.Put($"meetings/{last}/record", scene.Lead, scene.ALog() with
        {
            HeldOn = RunningArea.Today.AddDays(-1)
        })).IsYes();
        Assert.Equal([late], (await Waiting(scene.Lead, "notLogged")).Select(one => Text(one, "meetingId")));
        Assert.Equal(1, await Count(scene.Lead, "notLogged"));
    }

    [Fact]
    public async Task An_invitation_waits_by_the_name_of_the_group_until_it_is_accepted()
    {
        var scene = await (await Scene.Make(area)).Known();
        var invited = await scene.SomebodyWhoIsInvited();
        var one = Assert.Single(await Waiting(invited, "invitations"));
        Assert.Equal(($"{scene.Group}", Scene.Description.Name), (Text(one, "groupId"), Text(one, "name")));
        Assert.Empty(await List(invited, "groups"));
        (await area.Http.Put($"{scene.At}/members/{invited.Id}", invited)).IsYes();
        await RunningArea.Until(async () => (await List(invited, "groups")).Count == 1);
        Assert.Empty(await Waiting(invited, "invitations"));
    }

    [Fact]
    public async Task A_group_of_another_area_has_the_name_of_its_card_and_once_seated_its_place()
    {
        var group = Guid.CreateVersion7();
        var lead = await area.AWesterner();
        var me = await area.APerson();
        (await area.WestHttp.Put($"groups/{group}", lead, new GroupDescription
        {
            Name = "Tea by the sea", Joining = Joining.Ask, Schedule = Shelf.Weekly("MO,TU,WE,TH,FR,SA,SU", 19),
            Place = new() { Name = "Hall", Town = "Worthing", Privacy = PlacePrivacy.OnRequest },
            OnlineLink = "https://meet.example.invalid/tea",
        })).Is(201);
        await RunningArea.Until(async () => (await area.Http.Get($"areas/west-sussex/groups/{group}")).Status == 200);
        var seat = SeatId.Random();
        (await area.Http.Put(
            $"members/me/seats/{seat}", me,
            new { area = "west-sussex", groupId = group, shownAs = "Robin", consent = true })).Is(201);
        var asked = Assert.Single(await List(me, "seats"));
        Assert.Equal(("Tea by the sea", "asked"), (Text(asked, "name"), Text(asked, "state")));
        Assert.False(asked.TryGetProperty("place", out _));
        Assert.Empty(await Waiting(me, "seatsAnswered"));

        await RunningArea.Until(async () => (await area.WestHttp.Put(
            $"groups/{group}/seats/{seat}", lead, new AnswerSeat(true))).Status == 200);
        await RunningArea.Until(async () => (await Waiting(me, "seatsAnswered")).Count == 1);
        var seated = Assert.Single(await List(me, "seats"));
        Assert.Equal(
            ("seated", "Hall", "https://meet.example.invalid/tea"),
            (Text(seated, "state"), Text(seated.GetProperty("place"), "name"), Text(seated, "onlineLink")));
        Assert.Equal(JsonValueKind.Object, seated.GetProperty("nextMeeting").ValueKind);
        using var browser = Browser.At(area.East, me);
        (await browser.Get("/home")).Is(200).Says("Hall, Worthing");

        // What members are told crosses by letter, and the series with the card.
        var weekly = Shelf.Weekly("MO,TU,WE,TH,FR,SA,SU", 19);
        (await area.WestHttp.Put($"groups/{group}", lead, new GroupDescription
        {
            Name = "Tea by the sea", Joining = Joining.Ask,
            Schedule = weekly with { Series = [weekly.Series[0] with { Format = MeetingFormat.Online }] },
            Place = new() { Name = "Hall", Town = "Worthing", Privacy = PlacePrivacy.OnRequest },
            OnlineLink = "https://meet.example.invalid/tea",
        }, "*")).Is(200);
        await RunningArea.Until(async () => (await List(me, "seats"))[0].GetProperty("isOnline").GetBoolean());
        (await browser.Get("/home")).Is(200).DoesNotSay("Hall, Worthing").Says("Online");
        Assert.Equal(204, (await area.Http.Delete($"members/me/seats/{seat}", me)).Status);
        Assert.Empty(await List(me, "seats"));
    }

    [Fact]
    public async Task A_lead_is_shown_a_connection_that_waits_for_their_answer()
    {
        var scene = await (await Scene.Make(area)).Known();
        var theirs = new GroupId(Guid.CreateVersion7());
        (await area.Http.Put($"{scene.At}/welcome", scene.Coordinator)).Is(200);
        RunningArea.Yes(await area.East.Grains.Link(area.East.Area).Receive(new ConnectionSaid
        {
            From = area.West.Area, To = area.East.Area, Group = theirs, With = scene.Group, Yes = true, Version = 1,
        }));
        var one = Assert.Single(await Waiting(scene.Lead, "connections"));
        Assert.Equal(($"{theirs}", "west-sussex", null), (Text(one, "with"), Text(one, "area"), Text(one, "name")));
        Assert.Empty(await Waiting(scene.Member, "connections"));
        (await area.Http.Put($"{scene.At}/connections/west-sussex/{theirs}", scene.Lead)).IsYes();
        Assert.Empty(await Waiting(scene.Lead, "connections"));
    }

    [Fact]
    public async Task A_coordinator_who_only_belongs_to_a_group_is_not_asked_for_what_its_leads_do()
    {
        var scene = await (await Scene.Make(area)).Known();
        var coordinator = area.Someone(scene.Member.Id, "coordinator");
        await scene.APlannedMeeting();
        Assert.Single(await List(coordinator, "groups"));
        Assert.Empty(await Waiting(coordinator, "requests"));
        Assert.Empty(await Waiting(coordinator, "notLogged"));
    }

    [Fact]
    public async Task Nobody_without_a_record_has_a_home_page()
    {
        var nobody = area.Someone(new(Guid.CreateVersion7()));
        (await area.Http.Get("members/me/home", nobody)).Refuses(404, "member.not-found");
    }

    [Fact]
    public async Task A_lead_of_five_groups_of_thirty_people_reads_less_than_15_kilobytes()
    {
        var lead = await area.APerson();
        var people = await Task.WhenAll(Enumerable.Range(0, 35).Select(_ => area.APerson()));
        var by = new Caller(CallerRole.Member, lead.Id);
        foreach (var number in Enumerable.Range(0, 5))
        {
            var group = area.East.Grains.Group(area.East.Area, new(Guid.CreateVersion7()));
            RunningArea.Yes(await group.Put(Scene.Description with
            {
                Name = $"The longest name that a group has, number {number} {RunningArea.Canary}",
                About = new string('a', 1500), FirstTime = new string('b', 1500),
                OnlineLink = "https://meet.example.invalid/room", Joining = Joining.Ask,
                Place = new() { Name = "Community Hall", Address = "12 High Street", Town = "Lewes", Outcode = "BN7" },
                Schedule = Shelf.Weekly("MO,WE,FR", 19),
            }, IfMatch.None, by));
            foreach (var (place, person) in people.Index())
            {
                if (place < 29) RunningArea.Yes(await group.Join(person.Id, new(), by));
                RunningArea.Yes(await group.Join(person.Id, new(), new(CallerRole.Member, person.Id)));
            }
        }
        await RunningArea.Until(async () => (await List(lead, "groups")).Count == 5);
        var page = await area.Http.Get("members/me/home", lead);
        Assert.Equal(30, page.Is(200).GetProperty("waiting").GetProperty("counts").GetProperty("requests").GetInt32());
        Assert.Equal(20, page.Json.GetProperty("waiting").GetProperty("requests").GetArrayLength());
        Assert.InRange(Encoding.UTF8.GetByteCount(page.Text), 5_000, 15_000);
    }

    private async Task<IReadOnlyList<JsonElement>> List(Person by, string list) =>
        [.. (await area.Http.Get("members/me/home", by)).Is(200).GetProperty(list).EnumerateArray()];

    private async Task<IReadOnlyList<JsonElement>> Waiting(Person by, string list)
    {
        return [.. (await area.Http.Get("members/me/home", by)).Is(200).GetProperty("waiting").GetProperty(list)
            .EnumerateArray()];
    }

    private async Task<int> Count(Person by, string list)
    {
        return (await area.Http.Get("members/me/home", by)).Is(200).GetProperty("waiting").GetProperty("counts")
            .GetProperty(list).GetInt32();
    }

    private static string Id(string meeting) => meeting.Split('/')[1];

    private static string? Text(JsonElement one, string field) => one.GetProperty(field).GetString();
}
