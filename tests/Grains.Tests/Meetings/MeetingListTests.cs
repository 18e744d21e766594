using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Meetings.Evenings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>A group's meetings in one list, each of them once.</summary>
public sealed class MeetingListTests
{
    private static readonly GroupStanding Group = AGroup().Standing;

    [Fact]
    public void What_a_series_plans_is_listed_until_there_is_a_record_of_it()
    {
        var line = List([]).Single(one => one.HeldOn == NextDay);
        Assert.Equal(
            (Next, "tuesday-evening", NextDay, Seven), (line.Id, line.Series, line.OriginalDay, line.StartsAt));
        Assert.Equal((90, MeetingState.Planned, false), (line.Minutes, line.State, line.Logged));
        var cancelled = new Meeting().Cancel(Next, new(), NextStanding(), ByLead, Now).Yes();
        var seen = List([cancelled]).Single(one => one.HeldOn == NextDay);
        Assert.Equal((Next, MeetingState.Cancelled, "tuesday-evening"), (seen.Id, seen.State, seen.Series));
    }

    [Fact]
    public void A_meeting_logged_by_itself_replaces_the_planned_one_at_its_time_and_no_other()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1, 2));
        Assert.Equal([TheMeeting, Next], List([logged]).Select(one => one.Id));
        var late = ALoggedMeeting(AGroup(), ALog(1) with { StartsAt = new(20, 0) });
        Assert.Equal([On(Tuesday), TheMeeting, Next], List([late]).Select(one => one.Id));
        var planned = APlannedMeeting(AGroup()) with { StartsAt = new(19, 30) };
        Assert.Equal([On(Tuesday), TheMeeting, Next], List([planned]).Select(one => one.Id));
        Assert.Equal(3, List([APlannedMeeting(AGroup())]).Length);
    }

    [Fact]
    public void What_people_said_before_an_evening_does_not_list_it_beside_its_log()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1, 2));
        var noted = new Meeting().Intend(
            On(Tuesday), Sam, Intention.Coming, StandingOn(Tuesday), BySam, Now.AddDays(-1)).Yes();
        Assert.Equal([TheMeeting, Next], List([noted, logged]).Select(one => one.Id));
        var excused = new Meeting().Attend(
            On(Tuesday), Sam, new(Mark.Apologies), StandingOn(Tuesday), BySam, Now).Yes();
        Assert.Equal([TheMeeting, Next], List([excused, logged]).Select(one => one.Id));
        var byHand = APlannedMeeting(AGroup()) with { Id = On(Tuesday.AddDays(1)) };
        Assert.Equal([TheMeeting, Next], List([byHand, logged]).Select(one => one.Id));
        var cancelled = noted.Cancel(On(Tuesday), new(), StandingOn(Tuesday), ByLead, Now).Yes();
        Assert.Equal([On(Tuesday), TheMeeting, Next], List([cancelled, logged]).Select(one => one.Id));
    }

    [Fact]
    public void An_evening_that_a_meeting_of_the_same_series_was_moved_to_is_listed_once()
    {
        var moved = new Meeting().Record(
            Next, ALog(1) with { HeldOn = Tuesday }, StandingOn(NextDay), ByLead, Now).Yes();
        Assert.Equal([Next], List([moved]).Select(one => one.Id));
    }

    [Fact]
    public void The_heads_of_a_meeting_that_was_held_are_for_the_group_s_people()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1, 2) with { Unnamed = new(3) });
        Assert.Equal(5, List([logged])[0].HeadCount);
        Assert.Null(List([logged], isInside: false)[0].HeadCount);
        var off = ALoggedMeeting(AGroup(), ALog() with { DidNotHappen = new(NotHeldReason.Other) });
        Assert.Equal(
            (null, MeetingState.DidNotHappen, true),
            (List([off])[0].HeadCount, List([off])[0].State, List([off])[0].Logged));
    }

    [Fact]
    public void A_place_is_shown_as_far_as_the_reader_may_know_it_with_the_meeting_s_own_title_and_length()
    {
        var planned = new Meeting().Plan(
            TheMeeting,
            new()
            {
                GroupId = TheGroup, HeldOn = Tuesday, StartsAt = new(8, 0), Title = "Walk", Minutes = 30,
                Place = new() { Name = "Pier", Town = "Lewes", Privacy = PlacePrivacy.AreaOnly },
            },
            IfMatch.None, 0, Group, ByLead, Now).Yes();
        var inside = List([planned])[0];
        Assert.Equal(("Walk", 30, "Pier"), (inside.Title, inside.Minutes, inside.Place!.Name));
        var outside = List([planned], isInside: false)[0];
        Assert.Equal((null, "Lewes"), (outside.Place!.Name, outside.Place.Town));
        Assert.Equal(90, List([planned with { Minutes = null }])[0].Minutes);
    }

    [Fact]
    public void Only_meetings_in_the_span_are_listed_on_the_day_they_were_held()
    {
        var early = new Meeting().Plan(
            Next, new() { GroupId = TheGroup, HeldOn = Tuesday.AddDays(-1), StartsAt = Seven }, IfMatch.None, 0,
            NextStanding(), ByLead, Now).Yes();
        Assert.Equal([On(Tuesday)], List([early]).Select(one => one.Id));
        var listed = MeetingList.Of(AGroup().Calendar, [early], Tuesday.AddDays(-1), Tuesday.AddDays(-1), true);
        Assert.Equal([Next], listed.Select(one => one.Id));
        var after = early with { HeldOn = NextDay.AddDays(1) };
        Assert.Equal([On(Tuesday)], List([after]).Select(one => one.Id));
    }

    [Fact]
    public void A_closed_group_lists_what_was_logged_and_nothing_that_was_only_planned()
    {
        var closed = AGroup().Close(new(On: Tuesday), ByLead, Now).Yes();
        var planned = APlannedMeeting(AGroup());
        Assert.Empty(MeetingList.Of(closed.Calendar, [planned], Tuesday, NextDay, isInside: true));
        var logged = ALoggedMeeting(AGroup(), ALog(1));
        Assert.Single(MeetingList.Of(closed.Calendar, [logged], Tuesday, NextDay, isInside: true));
    }

    [Fact]
    public void A_record_that_only_followed_its_series_vanishes_with_it()
    {
        var noted = new Meeting().Intend(Next, Sam, Intention.Coming, NextStanding(), BySam, Now).Yes();
        Assert.Equal([On(Tuesday), Next], List([noted]).Select(one => one.Id));
        var stopped = AGroup().Calendar with { Schedule = null };
        Assert.Empty(MeetingList.Of(stopped, [noted], Tuesday, NextDay, isInside: true));
    }

    private static ImmutableArray<MeetingLine> List(
        Meeting[] recorded, bool isInside = true) =>
        MeetingList.Of(AGroup().Calendar, recorded, Tuesday, NextDay, isInside);
}
