using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>What a meeting keeps of its series, and what is left when the series no longer has it.</summary>
public sealed partial class CalendarTests
{
    private static readonly string[] Facts = ["heldOn", "startsAt", "minutes", "state", "series", "originalDay"];

    private static Series Short => new() { Id = "short", Versions = [Weekly with { Minutes = 30 }] };

    [Fact]
    public async Task A_moved_meeting_is_as_long_as_its_series_wherever_it_is_shown()
    {
        var scene = await Meeting(Weekly);
        await Add(scene, Short);
        // Today's are still to come in the morning, and over at night.
        foreach (var line in await List(scene, Today, Today))
            (await area.Http.Put($"meetings/{Id(line)}/cancellation", scene.Lead, new { })).Is(200);
        var slot = await SlotOf(scene, "meetings", Next);
        var at = $"meetings/{slot}";
        (await area.Http.Put(at, scene.Lead, Plan(scene, Today.AddDays(1)))).Is(201);

        var read = (await area.Http.Get(at, scene.Lead)).Is(200);
        Assert.Equal(90, read.GetProperty("minutes").GetInt32());
        // Days with and without the one that its series planned.
        foreach (var last in (DateOnly[])[Today.AddDays(1), Next])
        {
            var line = (await List(scene, Today.AddDays(1), last)).Single(one => Id(one) == slot);
            Assert.All(Facts, fact => Assert.Equal($"{read.GetProperty(fact)}", $"{line.GetProperty(fact)}"));
        }
        await RunningArea.Until(async () =>
            (await area.Http.Get(scene.At)).Is(200).GetProperty("nextMeeting") is var next && Id(next) == slot
            && next.GetProperty("minutes").GetInt32() == 90);
    }

    [Fact]
    public async Task A_meeting_that_is_planned_by_itself_keeps_its_length_when_the_series_changes()
    {
        var scene = await Meeting(Weekly);
        var at = $"meetings/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, scene.Lead, Plan(scene, Next.AddDays(1)))).Is(201);
        await Change(scene, [Weekly with { Minutes = 45 }]);

        Assert.Equal(90, (await area.Http.Get(at, scene.Lead)).Is(200).GetProperty("minutes").GetInt32());
        var line = Assert.Single(await List(scene, Next.AddDays(1), Next.AddDays(1)));
        Assert.Equal(90, line.GetProperty("minutes").GetInt32());
    }

    [Theory]
    [InlineData("paused")]
    [InlineData("closed")]
    [InlineData("gone")]
    public async Task Nobody_is_marked_or_counted_at_a_meeting_that_the_group_no_longer_has(string why)
    {
        var scene = await Meeting(Weekly);
        var at = $"meetings/{await SlotOn(scene, Today)}";
        await Lose(scene, why);

        Assert.Empty(await List(scene, Today, Today));
        (await area.Http.Get(at, scene.Lead)).Refuses(404, "meeting.not-found");
        (await area.Http.Put($"{at}/headcount", scene.Lead, new { visitors = 3 })).Refuses(404, "meeting.not-found");
        (await area.Http.Put($"{at}/attendance/{scene.Member.Id}", scene.Member, new MarkAttendance(Mark.Present)))
            .Refuses(404, "meeting.not-found");
        (await area.Http.Put($"{at}/intentions/{scene.Member.Id}", scene.Member, Coming))
            .Refuses(404, "meeting.not-found");
        (await area.Http.Put($"{at}/cancellation", scene.Lead, new { })).Refuses(404, "meeting.not-found");
        (await area.Http.Delete($"{at}/cancellation", scene.Lead)).Refuses(404, "meeting.not-found");
        Assert.Empty(await List(scene, Today, Today));
        // What really took place can be logged all the same.
        (await area.Http.Put($"{at}/record", scene.Lead, Log(scene, Today))).Is(201);
        Assert.Single(await List(scene, Today, Today));
    }

    [Fact]
    public async Task What_was_said_about_a_series_that_came_and_went_in_a_day_leaves_no_meeting_behind()
    {
        var scene = await Meeting(Weekly);
        await Add(scene, Short);
        var at = $"meetings/{await SlotOf(scene, "short", Next)}";
        (await area.Http.Put($"{at}/intentions/{scene.Member.Id}", scene.Member, Coming)).Is(200);
        await Change(scene, [Weekly]);

        Assert.Equal("meetings", Text(Assert.Single(await List(scene, Next, Next)), "series"));
        (await area.Http.Get(at, scene.Member)).Refuses(404, "meeting.not-found");
    }

    [Theory]
    [InlineData("paused")]
    [InlineData("gone")]
    public async Task A_cancelled_meeting_that_the_group_no_longer_has_stays_cancelled(string why)
    {
        var scene = await Meeting(Weekly);
        var at = $"meetings/{await SlotOn(scene, Today)}";
        (await area.Http.Put($"{at}/cancellation", scene.Lead, new { })).Is(200);
        await Lose(scene, why);

        (await area.Http.Delete($"{at}/cancellation", scene.Lead)).Refuses(409, "meeting.no-longer-planned");
        Assert.Equal("cancelled", Text((await area.Http.Get(at, scene.Lead)).Is(200), "state"));
        Assert.Equal("cancelled", Text(Assert.Single(await List(scene, Today, Today)), "state"));
    }

    [Fact]
    public async Task A_one_off_after_the_closing_day_cannot_be_cancelled_into_being()
    {
        var scene = await Meeting(Weekly);
        (await area.Http.Put($"{scene.At}/closure", scene.Lead, new { on = Day(Today.AddDays(3)) })).Is(200);
        var cancellation = new CancelMeeting { GroupId = scene.Group, HeldOn = Next, StartsAt = Scene.Seven };

        (await area.Http.Put($"meetings/{Guid.CreateVersion7()}/cancellation", scene.Lead, cancellation))
            .Refuses(409, "group.closed");
        (await area.Http.Put(
            $"meetings/{Guid.CreateVersion7()}/cancellation", scene.Lead, cancellation with { HeldOn = Today }))
            .Is(200);
    }

    private async Task Add(Scene scene, Series first)
    {
        var both = Scene.Following(Weekly);
        both = both with { Series = [first, .. both.Series] };
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Schedule = both }, "*")).Is(200);
    }

    private async Task<string> SlotOf(Scene scene, string series, DateOnly day) =>
        Id((await List(scene, day, day)).Single(line => Text(line, "series") == series));

    private async Task Lose(Scene scene, string why)
    {
        var now = why switch
        {
            "paused" => Describing(Weekly) with { Pauses = [new(Today, Next)] },
            "gone" => Scene.Description,
            _ => null,
        };
        var answer = now is null
            ? await area.Http.Put($"{scene.At}/closure", scene.Lead, new { })
            : await area.Http.Put(scene.At, scene.Lead, now, "*");
        answer.Is(200);
    }
}
