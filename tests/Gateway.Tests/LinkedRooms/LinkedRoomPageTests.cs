using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>A gathering of several areas in a browser without JavaScript.</summary>
public sealed class LinkedRoomPageTests(RunningArea area)
{
    [Fact]
    public async Task Keepers_ask_an_area_share_a_question_hand_in_and_add_up_without_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, null, 6, 6, 6);
        foreach (var table in Enumerable.Range(0, 3))
            (await area.Http.Put(question.Entry(table), scene.Lead, question.Hands(table, 6, 5, 2))).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{question.Gathering}")).Is(200).Says("You can ask another area");
        var asked = (await lead.Submit(page, $"{page.Path}/areas/ask", ("area", "brighton-and-hove"))).Is(200)
            .Says("Brighton and Hove: asked, no answer yet");
        var again = await lead.Submit(page, $"{page.Path}/areas/ask", ("area", "nowhere"));
        Assert.Equal(404, again.Status);
        var at = $"/{question.At}";
        var shared = (await lead.Submit(asked, $"{at}/share")).Is(200).Says("Asked together by East Sussex.");
        var closed = (await lead.Submit(shared, $"{at}/close")).Is(200).Says("hand in our count");
        var handed = (await lead.Submit(closed, $"{at}/hand-in")).Is(200).Says("Counts are handed in by East Sussex.");
        var form = (await lead.Get(handed.Link("Add up the counts"))).Is(200).Says("that is final")
            .Says("There is no answer from Brighton and Hove yet.").DoesNotSay("Every area has handed in its count.");
        var done = (await lead.Submit(form, null)).Is(200).Says("In all rooms together")
            .Says("Counted together: East Sussex.");
        Assert.False(done.Has("hand in our count"));
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{question.Gathering}/screen")).Is(200).Says("In all rooms together")
            .Says("There are no numbers");
        Assert.Empty((await member.Get(page.Path)).Is(200).Document.QuerySelectorAll("main form"));
        Assert.Equal(403, (await member.Get(form.Path)).Status);
    }

    [Fact]
    public async Task One_area_asks_about_so_many_gatherings_and_hides_none_of_another()
    {
        var scene = await (await Scene.Make(area)).Known();
        var other = await scene.AnInvitation(host: new($"a-{Guid.CreateVersion7():N}"), days: 300);
        var host = new AreaId($"b-{Guid.CreateVersion7():N}");
        var asked = new List<GatheringId>();
        for (var number = 0; number < LinkedRoomFields.MaxAsked; number++)
            asked.Add(await scene.AnInvitation(host: host));
        Assert.Equal("linked-room.too-many-asked", await WhyNot(host, new(Guid.CreateVersion7())));
        Assert.Null(await WhyNot(host, asked[0]));
        var list = (await area.Http.Get("linked-rooms", scene.Lead)).Is(200).GetProperty("items").EnumerateArray();
        var listed = list.Select(one => one.GetProperty("id").GetString()).ToHashSet();
        Assert.All(asked.Append(other), one => Assert.Contains($"{one}", listed));
        (await area.Http.Delete($"gatherings/{asked[0]}/joining", scene.Lead)).Is(200);
        Assert.Null(await WhyNot(host, new(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task Nobody_else_becomes_the_host_of_a_gathering_that_is_planned_here()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        Assert.Equal("link.misdirected", await WhyNot(area.West.Area, new(new(at[^36..]))));
        (await area.Http.Get($"{at}/rooms", scene.Lead)).Refuses(404, "linked-room.not-found");
        (await area.Http.Put($"{at}/rooms/north-sussex", scene.Lead)).Is(200);
    }

    [Fact]
    public async Task Whoever_has_said_no_to_another_area_can_ask_areas_about_a_gathering_of_their_own()
    {
        var scene = await (await Scene.Make(area)).Known();
        var asked = await scene.AnInvitation();
        var at = await scene.AKeptGathering(area.Http, asked);
        using var lead = Browser.At(area.East, scene.Lead);
        Assert.False((await lead.Get($"/{at}")).Is(200).Has("Ask West Sussex"));
        (await area.Http.Delete($"{at}/joining", scene.Lead)).Is(200);
        var page = (await lead.Get($"/{at}")).Is(200).Says("Ask West Sussex");
        (await lead.Submit(page, $"{page.Path}/areas/ask", ("area", "west-sussex"))).Is(200)
            .Says("West Sussex: asked, no answer yet");
    }

    [Fact]
    public async Task A_keeper_reads_that_there_is_no_room_for_a_question_which_another_area_shares()
    {
        var host = await LinkedSide.Make(area.West.Area, area.WestHttp, area.AWesterner);
        var ours = await LinkedSide.Make(area.East.Area, area.Http, area.APerson);
        var gathering = $"gatherings/{Guid.CreateVersion7()}";
        await host.Gather(gathering, 9);
        await Linking.Invite(gathering, host, [ours]);
        foreach (var _ in Enumerable.Range(0, GatheringFields.MaxQuestions))
            (await ours.Http.Put($"{gathering}/questions/{Guid.CreateVersion7()}", ours.Lead, Linking.AVote)).Is(201);
        using var lead = Browser.At(area.East, ours.Lead);
        Assert.False((await lead.Get($"/{gathering}")).Is(200).Has("there is no room for more"));
        await Linking.Share(gathering, $"{gathering}/questions/{Guid.CreateVersion7()}", host);
        await RunningArea.Until(async () => (await lead.Get($"/{gathering}")).Is(200).Has("there is no room for more"));
        using var member = Browser.At(area.East, ours.Member);
        Assert.False((await member.Get($"/{gathering}")).Is(200).Has("there is no room for more"));
    }

    [Fact]
    public async Task What_another_area_asked_and_has_cancelled_is_no_longer_listed_and_nobody_joins_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var asked = await scene.AnInvitation();
        var at = await scene.AKeptGathering(area.Http, asked);
        using var lead = Browser.At(area.East, scene.Lead);
        Assert.Contains($"{asked}", (await lead.Get("/linked-rooms")).Is(200).Html, StringComparison.Ordinal);
        Assert.True((await lead.Get($"/{at}")).Is(200).Has("has asked whether this is part of its gathering"));
        await scene.AnInvitation(asked, version: 9, isCancelled: true);
        (await lead.Get("/linked-rooms")).Is(200).DoesNotSay($"{asked}");
        Assert.False((await lead.Get($"/{at}")).Is(200).Has("has asked whether this is part of its gathering"));
        (await area.Http.Put($"{at}/joining", scene.Lead)).Refuses(409, "linked-room.cancelled");
    }

    [Fact]
    public async Task A_lead_finds_what_another_area_asks_plans_theirs_and_joins()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var asked = await scene.AnInvitation();
        using var lead = Browser.At(area.East, scene.Lead);
        var list = (await lead.Get($"/{scene.At}/gatherings")).Is(200);
        var page = (await lead.Get(list.Link("What other areas have asked yours to hold"))).Is(200)
            .Says("West Sussex has asked you to hold this in your area too.");
        var form = (await lead.Get($"/gatherings/new?group={scene.Group}&linked={asked}")).Is(200);
        Assert.Equal(($"{asked}", "14:00", "150"), (form.Value("id"), form.Value("startsAt"), form.Value("minutes")));
        Assert.Contains(RunningArea.Canary, form.Value("title"), StringComparison.Ordinal);
        var planned = (await lead.Submit(form, null, ("groups", $"{second}"))).Is(200)
            .Says("West Sussex has asked whether this is part of its gathering");
        var joined = (await lead.Submit(planned, $"/gatherings/{asked}/areas/join")).Is(200)
            .Says("West Sussex holds it on the same day");
        await scene.AnInvitation(asked, days: 8);
        (await lead.Get(joined.Path)).Is(200).Says("West Sussex now holds it on").DoesNotSay("on the same day");
        (await lead.Get(page.Path)).Is(200).DoesNotSay($"{asked}");
        var other = await scene.AnInvitation();
        var decline = (await lead.Get(page.Path)).Is(200);
        (await lead.Submit(decline, $"/linked-rooms/{other}/decline")).Is(200).DoesNotSay($"{other}");
        await scene.AnInvitation(asked, version: 9, isCancelled: true);
        (await lead.Get(joined.Path)).Is(200).Says("West Sussex has cancelled its gathering. Ours still takes place")
            .DoesNotSay("now holds it on");
        using var member = Browser.At(area.East, scene.Member);
        Assert.Equal(403, (await member.Get(page.Path)).Status);
        Assert.Equal(403, (await member.Get($"/gatherings/new?group={scene.Group}&linked={other}")).Status);
    }

    private async Task<string?> WhyNot(AreaId host, GatheringId id)
    {
        var received = await area.East.Grains.Link(area.East.Area).Receive(new RoomAsked
        {
            From = host, To = area.East.Area, Gathering = id, Version = 2,
            Plan = new(RunningArea.Canary, RunningArea.Today.AddDays(7), new(14, 0), 150),
        });
        return received.Refused(out var refusal, out _) ? refusal.Code : null;
    }
}
