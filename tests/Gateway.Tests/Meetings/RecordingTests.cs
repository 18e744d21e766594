using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>Logging over HTTP: the whole record, single marks, the count at the door, corrections.</summary>
public sealed class RecordingTests(RunningArea area)
{
    [Fact]
    public async Task A_log_is_made_once_found_again_and_refused_when_it_says_something_else()
    {
        var scene = await Scene.Make(area);
        var at = $"meetings/{Guid.CreateVersion7()}/record";
        var made = await area.Http.Put(at, scene.Lead, scene.ALog());
        Assert.Equal((3, "\"1\""), (made.Is(201).GetProperty("headCount").GetInt32(), made.Version));
        Assert.Equal(made.Text, (await area.Http.Put(at, scene.Lead, scene.ALog())).Is(200).GetRawText());
        (await area.Http.Put(at, scene.Lead, scene.ALog() with { Notes = RunningArea.Canary }))
            .Refuses(409, "meeting.already-recorded");
    }

    [Fact]
    public async Task Nobody_fills_a_meeting_s_record_by_changing_their_own_mark()
    {
        var scene = await Scene.Make(area);
        var at = await scene.ALoggedMeeting();
        var mine = $"{at}/attendance/{scene.Other.Id}";
        for (var change = 1; change <= 20; change++)
            (await area.Http.Put(mine, scene.Other, new MarkAttendance(change % 2 == 0 ? Mark.Absent : Mark.Present)))
                .Is(200);
        (await area.Http.Put(mine, scene.Other, new MarkAttendance(Mark.Present))).Refuses(422, "meeting.too-much");
        (await area.Http.Put(mine, scene.Lead, new MarkAttendance(Mark.Present))).Is(200);
    }

    [Fact]
    public async Task Somebody_whom_nobody_can_name_is_known_by_a_word_until_they_claim_it()
    {
        var scene = await Scene.Make(area);
        var at = $"meetings/{Guid.CreateVersion7()}";
        var scarf = $"Blue scarf {RunningArea.Canary}";
        var log = scene.ALog() with { Words = [scarf, "Red hat"] };
        var made = (await area.Http.Put($"{at}/record", scene.Lead, log)).Is(201);
        Assert.Equal((3, 5), (made.GetProperty("named").GetInt32(), made.GetProperty("headCount").GetInt32()));
        (await area.Http.Put($"{at}/record", scene.Lead, log)).Is(200);
        Assert.Equal([scarf, "Red hat"], Words(await area.Http.Get(at, scene.Member)));
        (await area.Http.Get(at, scene.Stranger)).Refuses(404, "meeting.not-found");

        var claim = new MarkAttendance(Mark.Present, Word: scarf);
        (await area.Http.Put($"{at}/attendance/{scene.Asked.Id}", scene.Asked, claim))
            .Refuses(403, "access.not-yours");
        (await area.Http.Put($"{at}/attendance/{scene.Stranger.Id}", scene.Stranger, claim))
            .Refuses(403, "access.not-yours");
        var claimed = await area.Http.Put($"{at}/attendance/{scene.Other.Id}", scene.Other, claim);
        Assert.Equal(["Red hat"], Words(claimed));
        Assert.Equal(5, claimed.Json.GetProperty("headCount").GetInt32());
        Assert.Contains(
            at.Split('/')[1], (await area.Http.Get("members/me/attendance", scene.Other)).Text,
            StringComparison.Ordinal);
        (await area.Http.Put($"{at}/attendance/{scene.CoLead.Id}", scene.CoLead, claim))
            .Refuses(409, "meeting.no-such-word");
        var named = await area.Http.Put(
            $"{at}/attendance/{scene.Asked.Id}", scene.Lead, new MarkAttendance(Mark.Present, Word: "red HAT"));
        Assert.Empty(Words(named));
        Assert.Equal(5, named.Json.GetProperty("headCount").GetInt32());
        (await area.Http.Put($"meetings/{Guid.CreateVersion7()}/record", scene.Lead, log with { Words = [""] }))
            .Refuses(422, "meeting.text", "words");

        static IEnumerable<string?> Words(Answer meeting) =>
            meeting.Is(200).GetProperty("words").EnumerateArray().Select(word => word.GetString());
    }

    [Fact]
    public async Task Someone_who_asked_to_join_is_a_visitor_and_others_are_refused_whether_or_not_the_area_knows_them()
    {
        var scene = await Scene.Make(area);
        var at = $"meetings/{Guid.CreateVersion7()}/record";
        var unknown = new MemberId(Guid.CreateVersion7());
        var refused = await Task.WhenAll(((MemberId[])[unknown, scene.Stranger.Id]).Select(async outsider =>
            (await area.Http.Put(at, scene.Lead, scene.ALog() with { Absent = [outsider] }))
                .Refuses(422, "meeting.person-unknown").Json.GetProperty("detail").GetString()!
                .Replace($"{outsider}", "", StringComparison.Ordinal)));
        Assert.Equal(refused[0], refused[1]);
        Assert.Empty((await area.Http.Get("members/me/attendance", scene.Stranger)).Is(200)
            .GetProperty("items")
            .EnumerateArray());
        var roster = (await area.Http.Put(at, scene.Lead, scene.ALog() with { Apologies = [scene.Asked.Id] }))
            .Is(201)
            .GetProperty("roster");
        var line = Assert.Single(
            roster.EnumerateArray(), line => line.GetProperty("memberId").GetString() == $"{scene.Asked.Id}");
        Assert.True(line.GetProperty("visitor").GetBoolean());
    }

    [Fact]
    public async Task A_person_marks_themselves_and_one_counted_at_the_door_gets_a_name()
    {
        var scene = await Scene.Make(area);
        var at = await scene.ALoggedMeeting();
        Assert.Equal(2, (await area.Http.Put(
            $"{at}/attendance/{scene.Other.Id}",
            scene.Other,
            new MarkAttendance(Mark.Present))).Is(200).GetProperty("named").GetInt32());
        var named = (await area.Http.Put(
            $"{at}/attendance/{scene.Asked.Id}",
            scene.Lead,
            new MarkAttendance(Mark.Present, UnnamedKind.Newcomers))).Is(200);
        Assert.Equal((3, 1, 4), (
            named.GetProperty("named").GetInt32(),
            named.GetProperty("unnamed").GetProperty("newcomers").GetInt32(),
            named.GetProperty("headCount").GetInt32()));
        (await area.Http.Put(
            $"{at}/attendance/{scene.Other.Id}",
            scene.Lead,
            new MarkAttendance(Mark.Absent, UnnamedKind.Carers))).Refuses(409, "meeting.nobody-to-name");
    }

    [Fact]
    public async Task The_count_at_the_door_is_set_and_never_added()
    {
        var scene = await Scene.Make(area);
        var at = await scene.ALoggedMeeting();
        foreach (var _ in (int[])[1, 2]) Assert.Equal(8, (await area.Http.Put(
            $"{at}/headcount",
            scene.Lead,
            new Unnamed(Newcomers: 3, Children: 4))).Is(200).GetProperty("headCount").GetInt32());
        (await area.Http.Put($"{at}/headcount", scene.Lead, new Unnamed(Visitors: 1001)))
            .Refuses(422, "meeting.count", "unnamed.visitors");
    }

    [Fact]
    public async Task A_correction_has_a_reason_counts_once_and_stays_readable()
    {
        var scene = await Scene.Make(area);
        var at = $"{await scene.ALoggedMeeting()}/corrections/{Guid.CreateVersion7()}";
        var correction = new CorrectMeeting
        {
            Why = $"Mixed up {RunningArea.Canary}",
            Marks = [new(scene.Member.Id, Mark.Absent)],
            Unnamed = new(Visitors: 1)
        };
        var made = await area.Http.Put(at, scene.Lead, correction);
        Assert.Equal((1, correction.Why), (
            made.Is(201).GetProperty("headCount").GetInt32(),
            made.Json.GetProperty("corrections")[0].GetProperty("why").GetString()));
        Assert.Equal(made.Text, (await area.Http.Put(at, scene.Lead, correction)).Is(200).GetRawText());
        (await area.Http.Put(at, scene.Lead, correction with { Why = "Other" }))
            .Refuses(409, "meeting.correction-differs");
    }

    [Fact]
    public async Task A_correction_sent_again_with_the_version_it_changed_is_answered_as_before()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.ALoggedMeeting();
        var at = $"{meeting}/corrections/{Guid.CreateVersion7()}";
        var read = (await area.Http.Get(meeting, scene.Lead)).ETag;
        var correction = new CorrectMeeting { Why = "Miscounted", Unnamed = new(Visitors: 2) };
        var made = await area.Http.Put(at, scene.Lead, correction, read);
        var again = await area.Http.Put(at, scene.Lead, correction, read);
        Assert.Equal(made.Is(201).GetRawText(), again.Is(200).GetRawText());
        (await area.Http.Put(at, scene.Lead, correction with { Why = "Other" }, read))
            .Refuses(409, "meeting.correction-differs");
        (await area.Http.Put($"{meeting}/corrections/{Guid.CreateVersion7()}", scene.Lead, correction, read))
            .Refuses(412, "version.stale");
    }

    [Theory]
    [InlineData("2024-03-31", false)]
    [InlineData("2024-10-27", true)]
    public async Task A_time_that_the_clocks_skip_cannot_be_logged_and_one_they_show_twice_can(string day, bool exists)
    {
        var scene = await Scene.Make(area);
        var answer = await area.Http.Put(
            $"meetings/{Guid.CreateVersion7()}/record",
            scene.Lead,
            new { groupId = scene.Group, heldOn = day, startsAt = "01:30" });
        if (exists) answer.Is(201);
        else answer.Refuses(422, "meeting.no-such-time", "startsAt");
    }
}
