using System.Text.RegularExpressions;

using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Meetings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>A lead logs a meeting on the pages.</summary>
public sealed partial class LogPageTests(RunningArea area)
{
    [Fact]
    public async Task A_lead_logs_the_last_meeting_with_ticks_newcomers_and_words()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{scene.At}/log");
        page.Says("Yesterday, ", "Who came?");
        Assert.Equal("1", page.Headers.GetValues("X-Keep-Offline").Single());
        page.Form["present"] = [$"{scene.Member.Id}", $"{scene.Other.Id}"];
        page.Form["unnamed.newcomers"] = ["2"];
        page.Form["words"] = ["Blue scarf\r\nDog called Bean\r\n"];
        page.Form["notes"] = ["A good evening."];
        var saved = await lead.Send(page);
        Assert.Equal($"/{meeting}/saved", saved.Path);
        saved.Says("Meeting saved", "6 people came");
        var read = (await area.Http.Get(meeting, scene.Lead)).Is(200);
        Assert.Equal(6, read.GetProperty("headCount").GetInt32());
        Assert.True(read.GetProperty("recorded").GetBoolean());
        Assert.Equal("A good evening.", read.GetProperty("notes").GetString());
    }

    [Fact]
    public async Task Those_who_keep_their_names_to_themselves_are_behind_a_line_until_they_are_ticked()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.ALoggedMeeting();
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{scene.At}/log")).Is(200);
        var folded = page.Document.QuerySelector(".pn-log__came details")!;
        Assert.Contains("3 people who keep their names to themselves", folded.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, folded.QuerySelectorAll("[name=present]").Length);
        Assert.Equal(4, page.Document.QuerySelectorAll("[name=present]").Select(one => one.Id).Distinct().Count());
        folded = (await lead.Get($"/{meeting}/log")).Is(200).Document.QuerySelector(".pn-log__came details")!;
        var left = folded.QuerySelectorAll("[name=present]").Select(one => one.GetAttribute("value"));
        string[] others = [$"{scene.CoLead.Id}", $"{scene.Other.Id}"];
        Assert.Equal(others.Order(), left.Order());
    }

    [Fact]
    public async Task Another_day_is_logged_once_however_often_it_is_sent()
    {
        var scene = await Scene.Make(area);
        using var lead = new FormClient(area.East.Url, scene.CoLead);
        var page = await lead.Open($"/{scene.At}/log");
        page.Form["meeting"] = [LogForm.Another];
        page.Form["heldOn"] = [$"{RunningArea.Today.AddDays(-3):yyyy-MM-dd}"];
        page.Form["startsAt"] = ["18:30"];
        page.Form["present"] = [$"{scene.Member.Id}"];
        var first = await lead.Send(page);
        var second = await lead.Send(page);
        first.Says("1 person came");
        Assert.Equal(first.Path, second.Path);
        var held = (await area.Http.Get($"{scene.At}/meetings", scene.Lead)).Is(200).GetProperty("items");
        Assert.Single(held.EnumerateArray(), one => one.GetProperty("logged").GetBoolean());
    }

    [Fact]
    public async Task Another_day_that_was_planned_is_that_meeting_even_when_it_is_not_among_the_choices()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting(-20);
        foreach (var day in (int[])[-4, -3, -2, -1]) await scene.APlannedMeeting(day);
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{scene.At}/log");
        page.Form["meeting"] = [LogForm.Another];
        page.Form["heldOn"] = [$"{RunningArea.Today.AddDays(-20):yyyy-MM-dd}"];
        page.Form["startsAt"] = ["19:00"];
        Assert.Equal($"/{meeting}/saved", (await lead.Send(page)).Path);
    }

    [Fact]
    public async Task A_meeting_that_did_not_happen_needs_no_reason()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{meeting}/log");
        page.Form["met"] = ["no"];
        // Ticked before the lead said no.
        page.Form["present"] = [$"{scene.Member.Id}"];
        (await lead.Send(page)).Says("It did not happen");
        var read = (await area.Http.Get(meeting, scene.Lead)).Is(200);
        Assert.Equal("other", read.GetProperty("didNotHappen").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("unnamed.newcomers", "many", "Enter a whole number from 0 to 1,000.")]
    [InlineData("unnamed.children", "1001", "Enter a whole number from 0 to 1,000.")]
    [InlineData("words", "Hat\nhat", "different words")]
    [InlineData("meeting", "nonsense", "Choose the meeting.")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string name, string typed, string says)
    {
        var scene = await Scene.Make(area);
        await scene.APlannedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{scene.At}/log");
        page.Form["present"] = [$"{scene.Member.Id}"];
        page.Form["notes"] = ["Kept."];
        page.Form[name] = [typed];
        var again = await lead.Send(page);
        Assert.Equal(422, again.Status);
        again.Says("Error: Log a meeting", "There is a problem", says, "Kept.");
        Assert.Equal([$"{scene.Member.Id}"], again.Form["present"]);
        Assert.False(again.Headers.Contains("X-Keep-Offline"));
    }

    [Fact]
    public async Task The_second_of_two_leads_sees_what_the_first_saved()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        using var one = new FormClient(area.East.Url, scene.Lead);
        using var other = new FormClient(area.East.Url, scene.CoLead);
        var first = await one.Open($"/{scene.At}/log");
        var second = await other.Open($"/{scene.At}/log");
        first.Form["present"] = [$"{scene.Member.Id}"];
        (await one.Send(first)).Says("1 person came");
        second.Form["present"] = [$"{scene.Other.Id}"];
        second.Form["unnamed.newcomers"] = ["3"];
        var told = await other.Send(second);
        Assert.Equal(409, told.Status);
        told.Says("Somebody else has logged this meeting already.", "What you sent was:", "new: 3");
        Assert.Equal([$"{scene.Member.Id}"], told.Form["present"]);
        // What is wrong can be put right from there, with a reason.
        told.Form["present"] = [$"{scene.Member.Id}", $"{scene.Other.Id}"];
        Assert.Equal(422, (await other.Send(told)).Status);
        told.Form["why"] = ["Two lists."];
        var corrected = await other.Send(told);
        corrected.Says("2 people came");
        Assert.Equal($"/{meeting}/saved", corrected.Path);
        (await other.Send(told)).Says("2 people came");
        var read = (await area.Http.Get(meeting, scene.Lead)).Is(200);
        Assert.Equal(1, read.GetProperty("corrections").GetArrayLength());
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_has_changed_meanwhile_is_not_saved()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.ALoggedMeeting();
        using var one = new FormClient(area.East.Url, scene.Lead);
        using var other = new FormClient(area.East.Url, scene.CoLead);
        var first = await one.Open($"/{meeting}/log");
        first.Says("This meeting is logged already.");
        var second = await other.Open($"/{meeting}/log");
        first.Form["unnamed.newcomers"] = ["5"];
        first.Form["why"] = ["Counted again."];
        (await one.Send(first)).Says("6 people came");
        second.Form["unnamed.newcomers"] = ["7"];
        second.Form["why"] = ["Counted too."];
        var told = await other.Send(second);
        Assert.Equal(409, told.Status);
        told.Says("Somebody else has changed this meeting since you opened it.", "new: 7");
        Assert.Equal(["5"], told.Form["unnamed.newcomers"]);
    }

    [Fact]
    public async Task A_correction_changes_only_what_the_lead_changed()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        var log = scene.ALog() with { HeldOn = RunningArea.Today.AddDays(-1), Words = ["Hat"], Notes = "Kept." };
        (await area.Http.Put($"{meeting}/record", scene.Lead, log)).IsYes();
        // One of the two newcomers has been named since.
        (await area.Http.Put(
            $"{meeting}/attendance/{scene.Other.Id}", scene.Lead,
            new MarkAttendance(Mark.Present, UnnamedKind.Newcomers))).IsYes();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{meeting}/log");
        Assert.Equal(["1"], page.Form["unnamed.newcomers"]);
        page.Form["present"] = [$"{scene.Other.Id}"];
        page.Form["unnamed.newcomers"] = ["2"];
        page.Form["notes"] = [""];
        page.Form["why"] = ["One was not there."];
        (await lead.Send(page)).Says("4 people came");
        var read = (await area.Http.Get(meeting, scene.Lead)).Is(200);
        Assert.Equal(2, read.GetProperty("unnamed").GetProperty("newcomers").GetInt32());
        Assert.Equal("", read.GetProperty("notes").GetString());
        Assert.Equal("Hat", read.GetProperty("words")[0].GetString());
        // It did not happen after all, and then it did.
        var back = await lead.Open($"/{meeting}/log");
        back.Form["met"] = ["no"];
        back.Form["why"] = ["Another week."];
        (await lead.Send(back)).Says("It did not happen");
        var forth = await lead.Open($"/{meeting}/log");
        forth.Form["met"] = ["yes"];
        forth.Form["why"] = ["This week after all."];
        (await lead.Send(forth)).Says("Nobody came");
    }

    [Fact]
    public async Task People_who_marked_themselves_are_ticked_and_the_lead_decides()
    {
        var scene = await Scene.Make(area);
        var meeting = await scene.APlannedMeeting();
        (await area.Http.Put(
            $"{meeting}/attendance/{scene.Member.Id}", scene.Member, new MarkAttendance(Mark.Present))).IsYes();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{meeting}/log");
        page.Says("People have marked themselves already.");
        Assert.Equal([$"{scene.Member.Id}"], page.Form["present"]);
        page.Form["present"] = [$"{scene.Other.Id}"];
        (await lead.Send(page)).Says("1 person came");
    }

    [Fact]
    public async Task Those_who_came_last_time_are_first()
    {
        var scene = await Scene.Make(area);
        var named = new { name = "Zora", consents = new { nameToGroups = true } };
        (await area.Http.Put($"members/{scene.Member.Id}", scene.Member, named, "*")).Is(200);
        await scene.ALoggedMeeting();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        var page = await lead.Open($"/{scene.At}/log");
        var first = Ticks().Match(page.Text).Groups["id"].Value;
        Assert.Equal($"{scene.Member.Id}", first);
        page.Says("Everybody else", "Logged already");
    }

    [Fact]
    public async Task What_was_cancelled_or_is_to_come_has_no_form()
    {
        var scene = await Scene.Make(area);
        var coming = await scene.APlannedMeeting(3);
        var cancelled = await scene.APlannedMeeting();
        (await area.Http.Put($"{cancelled}/cancellation", scene.Lead, new CancelMeeting())).IsYes();
        using var lead = new FormClient(area.East.Url, scene.Lead);
        foreach (var (meeting, says) in new[] { (coming, "still to come"), (cancelled, "was cancelled") })
        {
            var page = await lead.Open($"/{meeting}/log");
            page.Says(says);
            Assert.DoesNotContain("<form", page.Text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("name=\"present\" type=\"checkbox\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex Ticks();
}
