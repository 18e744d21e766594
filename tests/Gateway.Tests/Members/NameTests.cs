using System.Text.Json;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>Names beside the IDs in what is read of groups and meetings: one request shows a whole page.</summary>
public sealed class NameTests(RunningArea area)
{
    private const string Lead = $"Lea {RunningArea.Canary}", Asked = $"Ash {RunningArea.Canary}";

    [Fact]
    public async Task A_group_and_a_meeting_name_those_who_agreed_and_nobody_who_has_not_said_so()
    {
        var scene = await Agreed();
        var invited = await scene.SomebodyWhoIsInvited();
        await Agrees(invited, Asked);
        var group = await Names(scene.At, scene.Lead);
        Assert.Equal(Lead, group[$"{scene.Lead.Id}"]);
        Assert.Equal(Asked, group[$"{scene.Asked.Id}"]);
        Assert.Null(group[$"{scene.Other.Id}"]);
        Assert.Null(group[$"{invited.Id}"]);
        Assert.Equal(6, group.Count);

        var meeting = await scene.ALoggedMeeting();
        Assert.Equal(Lead, (await Names(meeting, scene.Member))[$"{scene.Lead.Id}"]);
        Assert.Null((await Names(meeting, scene.Member))[$"{scene.Other.Id}"]);
        Assert.Equal(4, (await Names(meeting, scene.Member)).Count);
        Assert.NotNull((await Names(meeting, scene.Coordinator))[$"{scene.Other.Id}"]);
    }

    [Fact]
    public async Task A_member_does_not_learn_who_asks_and_a_stranger_learns_nothing()
    {
        var scene = await Agreed();
        var group = await Names(scene.At, scene.Member);
        Assert.DoesNotContain($"{scene.Asked.Id}", group.Keys);
        Assert.Equal(4, group.Count);
        foreach (var by in new[] { Person.Visitor, scene.Stranger, scene.Asked, scene.NetworkCoordinator })
        {
            var read = (await area.Http.Get(scene.At, by)).Is(200);
            Assert.False(read.TryGetProperty("people", out _));
            Assert.DoesNotContain(Lead, $"{read}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_goes_with_the_consent_with_the_part_and_with_the_person()
    {
        var scene = await Agreed();
        await Agrees(scene.Member, "Mo");
        await Agrees(scene.Other, "Oz");
        var meeting = await scene.ALoggedMeeting();
        var read = await area.Http.Get(meeting, scene.Lead);
        Assert.Equal(("Mo", "Oz"), await Both());

        (await area.Http.Put(
            $"members/{scene.Member.Id}", scene.Member,
            new { name = "Mo", consents = new { nameToGroups = false } }, "*")).Is(200);
        Assert.Equal((null, "Oz"), await Both());
        // The meeting itself has not changed, but what this caller sees of it has.
        var again = await area.Http.Send(
            HttpMethod.Get, meeting, scene.Lead, headers: ("If-None-Match", read.ETag!));
        Assert.Equal(200, again.Status);

        await Agrees(scene.Member, "Mo");
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/members/{scene.Member.Id}", scene.Member)).Status);
        await RunningArea.Until(async () => (await Both()).Item1 is null);
        Assert.Equal("Mo", (await Names(meeting, scene.Coordinator))[$"{scene.Member.Id}"]);

        Assert.Equal(204, (await area.Http.Delete($"members/{scene.Other.Id}", scene.Other)).Status);
        Assert.Equal((null, null), await Both());
        Assert.Null((await Names(meeting, scene.Coordinator))[$"{scene.Other.Id}"]);

        async Task<(string?, string?)> Both()
        {
            var names = await Names(meeting, scene.Lead);
            return (names[$"{scene.Member.Id}"], names[$"{scene.Other.Id}"]);
        }
    }

    [Fact]
    public async Task A_guest_is_called_what_they_chose_on_rosters_too_until_the_seat_ends()
    {
        var scene = await Scene.Make(area);
        var seat = await scene.AGuestWhoAsks();
        var guest = $"{seat.OnRosters(area.West.Area)}";
        Assert.Equal(RunningArea.Canary, (await Names(scene.At, scene.Lead))[guest]);
        Assert.DoesNotContain(guest, (await Names(scene.At, scene.Member)).Keys);
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new AnswerSeat(true))).Is(200);
        Assert.Equal(RunningArea.Canary, (await Names(scene.At, scene.Member))[guest]);
        var meeting = await scene.ALoggedMeeting();
        Assert.Equal(RunningArea.Canary, (await Names(meeting, scene.Member))[guest]);
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/seats/{seat}", scene.Lead)).Status);
        Assert.Null((await Names(meeting, scene.Member))[guest]);
    }

    [Fact]
    public async Task Intentions_and_corrections_name_their_people_too()
    {
        var scene = await Agreed();
        var id = await scene.AMeetingToCome();
        (await area.Http.Put(
            $"meetings/{id}/intentions/{scene.Lead.Id}", scene.Lead, new StateIntention(Intention.Coming))).Is(200);
        Assert.Equal([($"{scene.Lead.Id}", Lead)], (await Names($"meetings/{id}", scene.Member)).Select(Pair));
        var logged = await scene.ALoggedMeeting();
        (await area.Http.Put(
            $"{logged}/corrections/{Guid.CreateVersion7()}", scene.Coordinator, new CorrectMeeting { Why = "A slip" }))
            .Is(201);
        Assert.Contains($"{scene.Coordinator.Id}", (await Names(logged, scene.Member)).Keys);
    }

    [Fact]
    public async Task Whoever_only_came_is_shown_their_own_line_and_name()
    {
        var scene = await Agreed();
        var meeting = await scene.ALoggedMeeting();
        (await area.Http.Put($"{meeting}/attendance/{scene.Asked.Id}", scene.Lead, new { mark = "present" })).Is(200);
        Assert.Equal([($"{scene.Asked.Id}", Asked)], (await Names(meeting, scene.Asked)).Select(Pair));
    }

    /// <summary>A scene in which the lead and the person who has asked show their names.</summary>
    private async Task<Scene> Agreed()
    {
        var scene = await (await Scene.Make(area)).Known();
        await Agrees(scene.Lead, Lead);
        await Agrees(scene.Asked, Asked);
        return scene;
    }

    private async Task Agrees(Person person, string name)
    {
        (await area.Http.Put(
            $"members/{person.Id}", person, new { name, consents = new { nameToGroups = true } }, "*")).Is(200);
    }

    private async Task<Dictionary<string, string?>> Names(string at, Person by)
    {
        return (await area.Http.Get(at, by)).Is(200).GetProperty("people").EnumerateArray().ToDictionary(
            one => one.GetProperty("memberId").GetString()!, one => one.GetProperty("name").GetString());
    }

    private static (string, string?) Pair(KeyValuePair<string, string?> one) => (one.Key, one.Value);
}
