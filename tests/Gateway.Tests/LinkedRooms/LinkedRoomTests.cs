using System.Text.Json;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.LinkedRooms.Linking;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>One gathering in three areas that run, from the invitation to the sum.</summary>
public sealed class LinkedRoomTests(RunningArea area)
{
    [Fact]
    public async Task Three_areas_vote_each_sees_the_sum_and_erasing_a_keeper_changes_nothing()
    {
        var (host, others) = await Sides();
        var gathering = $"gatherings/{Guid.CreateVersion7()}";
        var question = $"{gathering}/questions/{Guid.CreateVersion7()}";
        await host.Gather(gathering, 9);
        await Invite(gathering, host, others);
        await Share(gathering, question, host);
        foreach (var other in others) await other.Ask(question);
        await host.Count(question, 0, 9, 7, 1);
        await others[0].Count(question, 0, 6, 5, 2);
        await others[1].Count(question, 0, 9, 9, 0);
        (await host.Http.Put($"{question}/sum", host.Lead, new AddUpRooms())).Refuses(409, "linked-room.not-handed-in");
        foreach (var side in (LinkedSide[])[host, .. others])
        {
            (await side.Http.Put($"{question}/handing-in", side.Lead)).Refuses(409, "gathering.still-open");
            (await side.Http.Get($"{question}/together", side.Member)).Refuses(409, "linked-room.not-added-up");
            await side.HandIn(question);
        }
        await HaveHandedIn(question, host, 3);
        (await host.Http.Put($"{question}/sum", host.Lead, new AddUpRooms())).Is(200);
        foreach (var side in (LinkedSide[])[host, .. others])
        {
            var together = await side.Together(question);
            Assert.Equal(24, together.GetProperty("people").GetInt32());
            Assert.Equal([21, 3], Voices(together));
            Assert.Equal("likedByMost", together.GetProperty("finding").GetString());
            Assert.Equal(3, together.GetProperty("areas").GetArrayLength());
        }
        (await host.Http.Put($"{question}/sum", host.Lead, new AddUpRooms { Without = [others[0].Area] }))
            .Refuses(409, "linked-room.added-up");
        var before = await Read();
        Assert.Equal(204, (await others[0].Http.Delete($"members/{others[0].Lead.Id}", others[0].Lead)).Status);
        await RunningArea.Until(async () => (await others[0].Http.Get(gathering, others[0].Member)).Text
            .Contains("erased", StringComparison.Ordinal));
        Assert.Equal(before, await Read());
        using var member = Browser.At(area.East, others[0].Member);
        (await member.Get($"/{gathering}")).Is(200).Says("(kept by somebody who has left PeerNet;");

        // What came of it in each area, and in all of them together.
        async Task<List<string>> Read()
        {
            var answers = new List<string>();
            foreach (var side in (LinkedSide[])[host, .. others])
            {
                foreach (var what in (string[])["result", "together"])
                {
                    var answer = await side.Http.Get($"{question}/{what}", side.Member);
                    answer.IsText();
                    answers.Add(answer.Text);
                }
            }
            return answers;
        }
    }

    [Fact]
    public async Task An_area_that_is_cut_off_is_named_and_the_two_others_say_in_words_what_they_found()
    {
        var (host, others) = await Sides();
        var gathering = $"gatherings/{Guid.CreateVersion7()}";
        var question = $"{gathering}/questions/{Guid.CreateVersion7()}";
        await host.Gather(gathering, 9);
        await Invite(gathering, host, others);
        await Share(gathering, question, host);
        foreach (var other in others) await other.Ask(question);
        await host.Count(question, 0, 9, 7, 1);
        await others[0].Count(question, 0, 6, 2, 5);
        await host.HandIn(question);
        await others[0].HandIn(question);
        await HaveHandedIn(question, host, 2);
        var without = new AddUpRooms { Without = [others[1].Area] };
        (await host.Http.Put($"{question}/sum", host.Lead, without)).Is(200);
        (await host.Http.Put($"{question}/sum", host.Lead, without)).Is(200);
        foreach (var side in (LinkedSide[])[host, .. others])
        {
            var together = await side.Together(question);
            Assert.Equal(others[1].Area.Value, together.GetProperty("missing")[0].GetString());
            Assert.False(together.TryGetProperty("people", out _));
            Assert.Equal(
                ["A", "B"],
                together.GetProperty("sides").EnumerateArray().OrderBy(one => one.GetProperty("area").GetString() !=
                    host.Area.Value).Select(one => one.GetProperty("stands")[0].GetString()));
        }
        // It comes back, and hands in what nobody waits for any more.
        await others[1].HandIn(question);
        Assert.Equal(others[1].Area.Value, (await others[1].Together(question)).GetProperty("missing")[0].GetString());
    }

    [Fact]
    public async Task Leads_of_the_other_area_find_the_invitation_until_they_answer_it()
    {
        var (host, others) = await Sides();
        var east = others[0];
        var gathering = $"gatherings/{Guid.CreateVersion7()}";
        await host.Gather(gathering, 9);
        (await host.Http.Put($"{gathering}/rooms/nowhere", host.Lead)).Refuses(404, "link.no-such-area");
        (await host.Http.Get($"{gathering}/rooms", host.Lead)).Refuses(404, "linked-room.not-found");
        (await host.Http.Put($"{gathering}/rooms/{east.Area}", host.Lead)).Is(200);
        await RunningArea.Until(async () => await Invited(gathering, east));
        (await east.Http.Get("linked-rooms", east.Member)).Refuses(403, "linked-room.leads-only");
        (await east.Http.Put($"{gathering}/joining", east.Lead)).Refuses(404, "gathering.not-found");
        Assert.Equal(200, (await east.Http.Delete($"{gathering}/joining", east.Lead)).Status);
        Assert.False(await Invited(gathering, east));
        await RunningArea.Until(async () => (await host.Http.Get($"{gathering}/rooms", host.Member)).Text
            .Contains("declined", StringComparison.Ordinal));
        var plan = Gatherings.GatheringAccess.APlan(east.First, east.Second);
        (await east.Http.Put(gathering, east.Lead, plan with { HeldOn = plan.HeldOn.AddDays(1) })).Is(201);
        (await east.Http.Put($"{gathering}/joining", east.Lead)).Refuses(409, "linked-room.another-day");
        (await east.Http.Put(gathering, east.Lead, plan, "*")).Is(200);
        (await east.Http.Put($"{gathering}/joining", east.Lead)).Is(200);
        Assert.Equal(409, (await east.Http.Delete($"{gathering}/joining", east.Lead)).Status);
        await RunningArea.Until(async () => (await host.Http.Get($"{gathering}/rooms", host.Member)).Is(200)
            .GetProperty("areas")[0].GetProperty("state").GetString() == "joined");
    }

    [Fact]
    public async Task A_plan_that_changes_is_told_to_the_areas_that_were_asked()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = new GroupId(Guid.CreateVersion7());
        var at = await scene.AGathering(area.Http, second);
        (await area.Http.Put($"{at}/rooms/{area.West.Area}", scene.Lead)).Is(200);
        var there = await area.AWesterner("coordinator");
        await RunningArea.Until(async () => await DayThere() is not null);
        var plan = GatheringAccess.APlan(scene.Group, second);
        var later = plan with { HeldOn = plan.HeldOn.AddDays(1) };
        (await area.Http.Put(at, scene.Lead, later, "*")).Is(200);
        var told = (await area.Http.Get($"{at}/rooms", scene.Member)).Is(200);
        Assert.Equal($"{later.HeldOn:O}", told.GetProperty("plan").GetProperty("heldOn").GetString());
        await RunningArea.Until(async () => await DayThere() == $"{later.HeldOn:O}");

        async Task<string?> DayThere()
        {
            var asked = (await area.WestHttp.Get("linked-rooms", there)).Is(200).GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("id").GetString() == at[^36..])
                .Select(item => item.GetProperty("plan").GetProperty("heldOn").GetString());
            return asked.SingleOrDefault();
        }
    }

    [Fact]
    public async Task An_area_that_takes_part_is_told_when_the_host_cancels_and_holds_its_own()
    {
        var (host, others) = await Sides();
        var east = others[0];
        var west = others[1];
        var gathering = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(host.First, host.Second);
        (await host.Http.Put(gathering, host.Lead, plan)).Is(201);
        foreach (var other in others)
        {
            (await host.Http.Put($"{gathering}/rooms/{other.Area}", host.Lead)).Is(200);
            await RunningArea.Until(async () => await Invited(gathering, other));
        }
        await east.Gather(gathering, 9);
        (await east.Http.Put($"{gathering}/joining", east.Lead)).Is(200);
        var reason = new CancelGathering($"No room. {RunningArea.Canary}");
        (await host.Http.Put($"{gathering}/cancellation", host.Lead, reason)).Is(200);
        await RunningArea.Until(async () => (await east.Http.Get($"{gathering}/rooms", east.Member)).Is(200)
            .GetProperty("plan").GetProperty("isCancelled").GetBoolean());
        await RunningArea.Until(async () => !await Invited(gathering, west));
        Assert.Equal("open", (await east.Http.Get(gathering, east.Member)).Is(200).GetProperty("state").GetString());
        var told = (await east.Http.Get($"{gathering}/rooms", east.Lead)).Text;
        Assert.DoesNotContain(reason.Reason, told, StringComparison.Ordinal);
    }

    private async Task<(LinkedSide Host, LinkedSide[] Others)> Sides()
    {
        var sides = await Task.WhenAll(
            LinkedSide.Make(area.Brighton.Area, area.BrightonHttp, area.ABrightonian),
            LinkedSide.Make(area.East.Area, area.Http, area.APerson),
            LinkedSide.Make(area.West.Area, area.WestHttp, area.AWesterner));
        return (sides[0], sides[1..]);
    }

    private static IEnumerable<int> Voices(JsonElement together)
    {
        return together.GetProperty("options").EnumerateArray()
            .OrderBy(option => option.GetProperty("box").GetString())
            .Select(option => option.GetProperty("voices").GetInt32());
    }
}
