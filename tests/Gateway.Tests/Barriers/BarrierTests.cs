using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Barriers.BarriersInAScene;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>A barrier over HTTP, from a group to a role and back.</summary>
public sealed class BarrierTests(RunningArea area)
{
    [Fact]
    public async Task A_no_needs_a_limit_and_first_words_stay()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var answered = new AnsweredBarrier(await scene.ABarrier(area.Http, role), new(Guid.CreateVersion7()));
        var by = scene.Stranger;
        var answer = answered.Answer;
        (await area.Http.Put(answer, by, Cannot(null))).Refuses(422, "barrier.needs-limit", "limitId");
        (await area.Http.Put(answer, by, Cannot(new(Guid.CreateVersion7())))).Refuses(422, "barrier.needs-limit");
        var claim = $"limits/{Guid.CreateVersion7()}";
        (await area.Http.Put(claim, by, TheAct(role) with { Source = null }))
            .Refuses(422, "limit.needs-source", "source");
        (await area.Http.Get(claim, by)).Refuses(404, "limit.not-found");
        var cannot = Cannot(await scene.ALimit(area.Http, role));
        (await area.Http.Put(answer, scene.Lead, cannot)).Refuses(403, "role.holder-only");
        (await area.Http.Put(answer, by, cannot)).Is(200);
        (await area.Http.Put(answer, by, cannot)).Is(200);
        (await area.Http.Put(answer, by, cannot with { WhatStopsMe = "Nothing" })).Refuses(409, "barrier.words-stay");
        var more = new AddToAnswer($"We asked a lawyer. {RunningArea.Canary}");
        (await area.Http.Put($"{answered.At}/additions/{Guid.CreateVersion7()}", scene.Coordinator, more))
            .Refuses(403, "role.holder-only");
        (await area.Http.Put($"{answered.At}/additions/{Guid.CreateVersion7()}", by, more)).Is(200);
        var read = Assert.Single((await Read(answered.At, scene.Member)).Answers);
        Assert.Equal((cannot, more.Text), (read.Says, Assert.Single(read.Additions).Text));
    }

    [Fact]
    public async Task It_is_for_the_area_alone_unless_it_says_so_when_it_is_raised()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var kept = await scene.ABarrier(area.Http, role);
        Assert.Equal(Readers.MyArea, (await Read(kept, scene.Stranger)).Raised!.Readers);
        var shared = $"barriers/{Guid.CreateVersion7()}";
        var raise = scene.WeWait(role) with { Readers = Readers.AllAreas };
        (await area.Http.Put(shared, scene.Lead, raise)).Is(201);
        Assert.Equal(Readers.AllAreas, (await Read(shared, scene.Stranger)).Raised!.Readers);
        (await area.Http.Put(shared, scene.Member, scene.WeWait(role))).Refuses(409, "barrier.differs");
    }

    [Fact]
    public async Task A_lead_agrees_that_anyone_reads_it_and_leads_hear_that_it_waits_for_them()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ABarrierToShare(area.Http);
        var waits = await Read(at, scene.Member);
        Assert.Equal((Readers.MyArea, BarrierSharing.WaitsForLead), (waits.Raised!.Readers, waits.Sharing));
        Assert.Equal(BarrierSharing.None, (await Read(at, scene.Coordinator)).Sharing);
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            await RunningArea.Until(async () => await IsTold(lead, at));
        Assert.False(await IsTold(scene.Member, at));
        var agree = new ChooseReaders(Readers.AllAreas);
        (await area.Http.Put($"{at}/readers", scene.Member, agree)).Refuses(403, "barrier.shared-by-leads");
        (await area.Http.Put($"{at}/readers", scene.CoLead, agree)).Is(200);
        var shared = await Read(at, scene.Member);
        Assert.Equal((Readers.AllAreas, BarrierSharing.None), (shared.Raised!.Readers, shared.Sharing));
        (await area.Http.Put($"{at}/readers", scene.Lead, agree)).Is(200);
        (await area.Http.Put($"{at}/readers", scene.Lead, new ChooseReaders(Readers.MyArea)))
            .Refuses(409, "barrier.readers-stay");
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            await RunningArea.Until(async () => !await IsTold(lead, at));
    }

    [Fact]
    public async Task Twelve_days_over_is_seen_by_everybody()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ABarrier(area.Http);
        var grain = area.East.Grains.Barrier(area.East.Area, new(Guid.Parse(at.Split('/')[1])));
        RunningArea.Yes(await grain.Hear(new(RunningArea.Today.AddDays(-12)), Caller.Area));
        foreach (var by in new[] { scene.Stranger, scene.Member, scene.Lead, scene.Coordinator })
            Assert.Equal(12, (await Read(at, by)).DaysOver);
        var listed = (await area.Http.Get("barriers", scene.Asked)).Is(200).GetProperty("items").EnumerateArray();
        var over = listed.Select(one => one.TryGetProperty("daysOver", out var days) ? days.GetInt32() : 0).ToArray();
        Assert.Contains(12, over);
        Assert.Equal(over.OrderDescending(), over);
    }

    [Fact]
    public async Task What_helped_is_listed_last_and_a_role_finds_what_is_put_to_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var answered = await scene.AnAnswer(area.Http);
        var yes = new SayHelped(answered.Id, Helped.Yes);
        (await area.Http.Put($"{answered.At}/helped/{scene.Group}", scene.Member, yes)).Is(200);
        var list = (await area.Http.Get("barriers", scene.Stranger)).Is(200).GetProperty("items");
        var items = list.Deserialize<BarrierDetails[]>(PeerNetJson.Options)!;
        var ours = items.Single(one => answered.At.EndsWith($"{one.Id}", StringComparison.Ordinal));
        Assert.Equal((BarrierState.Settled, true), (ours.State, ours.IsForMe));
        Assert.Equal(items.OrderBy(one => one.State == BarrierState.Settled), items);
        using var browser = Browser.At(area.East, scene.Stranger);
        (await browser.Get("/barriers")).Is(200).Says("Answered, and it helped");
    }

    [Fact]
    public async Task A_no_after_a_promise_leaves_both_and_a_stranger_cannot_reopen_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var answered = await scene.AnAnswer(area.Http);
        var no = new SayHelped(answered.Id, Helped.No);
        var (other, lead) = await scene.AnotherGroup(area);
        (await area.Http.Put($"{answered.At}/helped/{other}", lead, no)).Refuses(403, "barrier.not-in-the-way");
        (await area.Http.Put($"{answered.At}/helped/{scene.Group}", lead, no)).Refuses(403, "barrier.group-only");
        (await area.Http.Put($"{answered.At}/helped/{scene.Group}", scene.Member, no)).Is(200);
        (await area.Http.Put($"{answered.At}/helped/{scene.Group}", scene.Member, no)).Is(200);
        var read = await Read(answered.At, scene.Stranger);
        Assert.Equal((BarrierState.Reopened, true), (read.State, read.IsForMe));
        Assert.Equal((Can, Helped.No), (read.Answers[0].Says, read.Answers[0].Helped));
        Assert.DoesNotContain(
            $"{scene.Member.Id}", (await area.Http.Get(answered.At, scene.Lead)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_groups_are_a_few_and_four_are_four()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ABarrier(area.Http);
        var groups = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.AnotherGroup(area)));
        foreach (var (group, lead) in groups[..3])
            (await area.Http.Put($"{at}/us-too/{group}", lead)).Is(200);
        Assert.Equal(new FewOrMore(true, null), (await Read(at, scene.Member)).UsToo);
        var (last, by) = groups[3];
        for (var twice = 0; twice < 2; twice++) (await area.Http.Put($"{at}/us-too/{last}", by)).Is(200);
        Assert.Equal(new FewOrMore(true, 4), (await Read(at, scene.Member)).UsToo);
        Assert.Equal([last], (await Read(at, by)).UsTooOfMine);
        Assert.DoesNotContain($"{last}", (await area.Http.Get(at, scene.Member)).Text, StringComparison.Ordinal);
        (await area.Http.Put($"{at}/us-too/{scene.Group}", scene.Member)).Refuses(409, "barrier.own");
    }

    [Fact]
    public async Task Groups_whose_answers_rest_on_a_limit_hear_once_that_it_has_changed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var limit = await scene.ALimit(area.Http, role);
        foreach (var _ in new[] { 1, 2 }) await scene.AnAnswer(area.Http, Cannot(limit), role);
        var others = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => scene.AnotherGroup(area)));
        foreach (var (group, by) in others)
        {
            var theirs = $"barriers/{Guid.CreateVersion7()}";
            (await area.Http.Put(theirs, by, scene.WeWait(role) with { GroupId = group })).Is(201);
            (await area.Http.Put($"{theirs}/answers/{Guid.CreateVersion7()}", scene.Stranger, Cannot(limit))).Is(200);
        }
        var (other, lead) = others[0];
        (await area.Http.Put($"limits/{limit}/disputes/{other}", lead, new DisputeLimit("They do it elsewhere")))
            .Is(200);
        await RunningArea.Until(async () => (await area.Http.Get($"limits/{limit}", lead)).Is(200)
            .GetProperty("barriers").GetProperty("isAny").GetBoolean());
        var change = new ChangeLimit($"A new policy {RunningArea.Canary}");
        for (var twice = 0; twice < 2; twice++)
            (await area.Http.Put($"limits/{limit}/change", scene.Stranger, change)).Is(200);
        foreach (var told in new[] { scene.Lead, scene.CoLead, lead, others[1].Lead })
            await RunningArea.Until(async () => (await Told(told)).Length == 1);
        Assert.Empty(await Told(scene.Member));
        Assert.Equal($"{limit}", (await Told(lead))[0].GetProperty("limitId").GetString());
        var read = (await area.Http.Get($"limits/{limit}", scene.Member)).Is(200);
        Assert.Equal("changed", read.GetProperty("state").GetString());
        Assert.Equal(TheAct(role), read.GetProperty("claim").Deserialize<ClaimLimit>(PeerNetJson.Options));
        (await area.Http.Put(
            $"{await scene.ABarrier(area.Http, role)}/answers/{Guid.CreateVersion7()}", scene.Stranger, Cannot(limit)))
            .Refuses(409, "barrier.limit-changed");
    }

    [Fact]
    public async Task Whoever_answers_for_a_role_belongs_to_no_group_and_leaves_only_its_name()
    {
        var scene = await (await Scene.Make(area)).Known();
        var ofAGroup = new NameRole("Lead", scene.Member.Id);
        (await area.Http.Put($"roles/{Guid.CreateVersion7()}", scene.Coordinator, ofAGroup))
            .Refuses(422, "role.field", "holderId");
        var holder = await area.APerson();
        var role = await scene.ARole(area.Http, holder);
        var at = await scene.ABarrier(area.Http, role);
        (await area.Http.Get(scene.At, holder)).Is(200);
        Assert.DoesNotContain(
            $"{scene.Member.Id}", (await area.Http.Get(scene.At, holder)).Text, StringComparison.Ordinal);
        await scene.ASecondGroup(area.Http, holder);
        (await area.Http.Put($"{at}/hearing", holder, new HearBarrier(RunningArea.Today)))
            .Refuses(403, "role.two-hats");
        (await area.Http.Delete($"members/{holder.Id}", holder)).IsYes();
        await RunningArea.Until(async () => !(await area.Http.Get($"roles/{role}", scene.Coordinator)).Text
            .Contains($"{holder.Id}", StringComparison.Ordinal));
        Assert.StartsWith("Housing lead", (await Read(at, scene.Member)).RoleName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_withdrawn_has_no_words_and_leaves_the_list()
    {
        var scene = await (await Scene.Make(area)).Known();
        var answered = await scene.AnAnswer(area.Http);
        for (var twice = 0; twice < 2; twice++)
            (await area.Http.Put($"{answered.At}/withdrawal", scene.Lead)).Is(200);
        var read = (await area.Http.Get(answered.At, scene.Member)).Text;
        Assert.DoesNotContain(RunningArea.Canary, read, StringComparison.Ordinal);
        Assert.DoesNotContain(
            answered.At.Split('/')[1], (await area.Http.Get("barriers", scene.Member)).Text, StringComparison.Ordinal);
    }

    private async Task<BarrierDetails> Read(string at, Person by) =>
        (await area.Http.Get(at, by)).Is(200).Deserialize<BarrierDetails>(PeerNetJson.Options)!;

    private async Task<bool> IsTold(Person person, string at)
    {
        var told = (await area.Http.Get("members/me/notices", person)).Text;
        return told.Contains("barrierToShare", StringComparison.Ordinal)
            && told.Contains(at.Split('/')[1], StringComparison.Ordinal);
    }

    private async Task<JsonElement[]> Told(Person by)
    {
        var items = (await area.Http.Get("members/me/notices", by)).Is(200).GetProperty("items");
        return [.. items.EnumerateArray().Where(one => one.GetProperty("kind").GetString() == "limitChanged")];
    }
}
