using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.SignIn;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.SignIn;

public sealed class MemberSessionsTests
{
    private static readonly MemberSessions Two = Begun(Begun(new(), 1, Now), 2, Now);

    [Fact]
    public void A_session_lasts_until_it_was_not_used_for_thirty_days()
    {
        var end = Now + MemberSessions.Lifetime;
        Assert.True(Two.Has(Id(1), Sam, BySam, end.AddTicks(-1)));
        Assert.False(Two.Has(Id(1), Sam, BySam, end));
        Assert.Empty(Two.SeenBy(BySam, Sam, end));
        var used = Two.Use(Id(1), Sam, BySam, end.AddTicks(-1));
        Assert.True(used.Has(Id(1), Sam, BySam, end.AddDays(29)));
        Assert.False(used.Has(Id(2), Sam, BySam, end));
        Assert.Same(Two, Two.Use(Id(1), Sam, BySam, end));
        Assert.Equal([Id(3)], Begun(Two, 3, end).Sessions.Select(one => one.Id));
    }

    [Fact]
    public void It_is_known_to_the_hour_when_a_session_was_used_and_the_last_used_comes_first()
    {
        var hour = Now + MemberSessions.UseInterval;
        Assert.Same(Two, Two.Use(Id(1), Sam, BySam, hour.AddTicks(-1)));
        var used = Two.Use(Id(1), Sam, BySam, hour);
        var seen = used.SeenBy(BySam, Sam, hour);
        Assert.Equal([(Id(1), hour), (Id(2), Now)], seen.Select(one => (one.Id, one.LastUsed)));
        Assert.All(used.Sessions, one => Assert.Equal(Now, one.BegunAt));
    }

    [Fact]
    public void Ending_a_session_ends_it_and_no_other()
    {
        var one = Two.End(Id(1), Sam, BySam);
        Assert.False(one.Has(Id(1), Sam, BySam, Now));
        Assert.True(one.Has(Id(2), Sam, BySam, Now));
        Assert.Same(one, one.End(Id(1), Sam, BySam));
        Assert.Same(one, one.Use(Id(1), Sam, BySam, Now.AddDays(1)));
        var none = Two.EndAll(Sam, Caller.Area, Now);
        Assert.Empty(none.Sessions);
        Assert.Same(none, none.EndAll(Sam, BySam, Now));
    }

    [Fact]
    public void Ending_everything_leaves_no_copy_of_anything_that_works()
    {
        var all = Two.MakeCalendarKey("aa", Sam, BySam, Now)
            .BeginProgram(Id(7), "Ended", "bb", Sam, BySam, Now).EndProgram(Id(7), Sam, BySam, Now)
            .BeginProgram(Id(8), "My diary", "cc", Sam, BySam, Now);
        foreach (var by in new[] { BySam, Caller.Area })
        {
            var none = all.EndAll(Sam, by, Now.AddDays(1));
            Assert.Empty(none.Sessions);
            Assert.False(none.CalendarOpensWith("aa") || none.HasProgram(Id(8), "cc"));
            Assert.Equal([(Now, ""), (Now.AddDays(1), "")], none.Programs.Select(one => (one.EndedAt, one.Title)));
            // A form that is sent again revives nothing.
            Assert.Same(none, none.MakeCalendarKey("aa", Sam, BySam, Now));
            Assert.Same(none, none.BeginProgram(Id(8), "My diary", "cc", Sam, BySam, Now));
            Assert.Same(none, none.EndAll(Sam, by, Now.AddDays(2)));
        }
    }

    [Fact]
    public void The_calendar_opens_with_the_key_that_was_made_last_until_the_person_ends_it()
    {
        var one = Two.MakeCalendarKey("aa", Sam, BySam, Now);
        Assert.True(one.CalendarOpensWith("aa"));
        Assert.Equal(Now, one.CalendarKeySeenBy(BySam, Sam));
        Assert.Same(one, one.MakeCalendarKey("aa", Sam, BySam, Now.AddDays(1)));
        var other = one.MakeCalendarKey("bb", Sam, BySam, Now);
        Assert.False(other.CalendarOpensWith("aa"));
        var ended = other.EndCalendarKey(Sam, BySam, Now.AddDays(1));
        Assert.False(ended.CalendarOpensWith("bb"));
        Assert.Null(ended.CalendarKeySeenBy(BySam, Sam));
        Assert.Same(ended, ended.EndCalendarKey(Sam, BySam, Now.AddDays(2)));
        // A form that is sent again does not revive what was ended.
        Assert.Same(ended, ended.MakeCalendarKey("bb", Sam, BySam, Now.AddDays(2)));
        Assert.True(other.EndAll(Sam, BySam, Now).MakeCalendarKey("cc", Sam, BySam, Now).CalendarOpensWith("cc"));
    }

    [Fact]
    public void Nobody_else_makes_ends_or_knows_of_a_key_and_erasing_the_person_ends_it()
    {
        var made = new MemberSessions().MakeCalendarKey("aa", Sam, BySam, Now);
        foreach (var by in new[] { ByStranger, ByCoordinator, ByLead, Caller.Visitor, Caller.Area })
        {
            Assert.Same(made, made.MakeCalendarKey("bb", Sam, by, Now));
            Assert.Same(made, made.EndCalendarKey(Sam, by, Now));
            Assert.Null(made.CalendarKeySeenBy(by, Sam));
        }
        Assert.Null(made.Forget(Sam, new("east-sussex"), Now).Yes().CalendarKey);
    }

    [Fact]
    public void A_program_is_let_in_by_the_person_alone_until_they_end_it_or_are_erased()
    {
        var one = Two.BeginProgram(Id(7), "My diary", "aa", Sam, BySam, Now);
        Assert.True(one.HasProgram(Id(7), "aa"));
        Assert.False(one.HasProgram(Id(7), "bb") || one.HasProgram(Id(1), "aa") || one.Has(Id(7), Sam, BySam, Now));
        Assert.Same(one, one.BeginProgram(Id(7), "Another", "aa", Sam, BySam, Now));
        Assert.Same(one, one.BeginProgram(Id(8), "", "bb", Sam, BySam, Now));
        foreach (var by in new[] { ByStranger, ByCoordinator, Caller.Visitor, Caller.Area })
        {
            Assert.Same(one, one.BeginProgram(Id(8), "Theirs", "bb", Sam, by, Now));
            Assert.Same(one, one.EndProgram(Id(7), Sam, by, Now));
            Assert.Empty(one.ProgramsSeenBy(by, Sam));
        }
        var ended = one.EndProgram(Id(7), Sam, BySam, Now);
        Assert.False(ended.HasProgram(Id(7), "aa"));
        Assert.Empty(ended.ProgramsSeenBy(BySam, Sam));
        Assert.Same(ended, ended.EndProgram(Id(7), Sam, BySam, Now));
        Assert.Same(ended, ended.UseProgram(Id(7), "aa", Now.AddDays(1)));
        Assert.Same(ended, ended.BeginProgram(Id(7), "My diary", "aa", Sam, BySam, Now));
        Assert.Empty(one.Forget(Sam, new("east-sussex"), Now).Yes().Programs);
    }

    [Fact]
    public void A_person_has_up_to_ten_programs_and_sees_to_the_hour_when_each_was_used()
    {
        var ten = Enumerable.Range(10, 10).Aggregate(
            new MemberSessions(), (all, id) => all.BeginProgram(Id(id), "One", "aa", Sam, BySam, Now));
        Assert.Equal(10, ten.ProgramsSeenBy(BySam, Sam).Length);
        Assert.Same(ten, ten.BeginProgram(Id(20), "One", "aa", Sam, BySam, Now));
        var used = ten.UseProgram(Id(10), "aa", Now);
        Assert.Equal(Now, used.ProgramsSeenBy(BySam, Sam)[0].LastUsed);
        Assert.Same(used, used.UseProgram(Id(10), "aa", Now.AddMinutes(59)));
        // However often programs come and go, the row stays small.
        var many = Enumerable.Range(30, 60).Aggregate(ten.EndProgram(Id(10), Sam, BySam, Now), (all, id) => all
            .BeginProgram(Id(id), "One", "aa", Sam, BySam, Now).EndProgram(Id(id), Sam, BySam, Now));
        Assert.Equal((30, 9), (many.Programs.Length, many.ProgramsSeenBy(BySam, Sam).Length));
    }

    [Fact]
    public void A_passkey_is_added_by_the_person_alone_until_they_remove_it_or_are_erased()
    {
        var one = Two.AddPasskey(Key(7), Sam, BySam, Now);
        Assert.Equal(Key(7), one.FindPasskey("7"));
        Assert.Null(one.FindPasskey("8"));
        Assert.Same(one, one.AddPasskey(Key(7) with { Device = "Another" }, Sam, BySam, Now));
        foreach (var by in new[] { ByStranger, ByCoordinator, Caller.Visitor, Caller.Area })
        {
            Assert.Same(one, one.AddPasskey(Key(8), Sam, by, Now));
            Assert.Same(one, one.RemovePasskey(Id(7), Sam, by));
            Assert.Empty(one.PasskeysSeenBy(by, Sam));
        }
        var used = one.UsePasskey(Key(7) with { SignCount = 3, Device = "" }, Now.AddDays(1));
        Assert.Equal(Key(7) with { SignCount = 3 }, used.FindPasskey("7"));
        Assert.Equal(Now.AddDays(1), Assert.Single(used.PasskeysSeenBy(BySam, Sam)).LastUsed);
        var removed = used.RemovePasskey(Id(7), Sam, BySam);
        Assert.Null(removed.FindPasskey("7"));
        Assert.Same(removed, removed.RemovePasskey(Id(7), Sam, BySam));
        Assert.Same(removed, removed.UsePasskey(Key(7), Now));
        Assert.Null(used.EndAll(Sam, Caller.Area, Now).FindPasskey("7"));
        Assert.Empty(new MemberSessions().AddPasskey(Key(7), Sam, BySam, Now)
            .Forget(Sam, new("east-sussex"), Now).Yes().Passkeys);
        var ten = Enumerable.Range(10, 10)
            .Aggregate(new MemberSessions(), (all, number) => all.AddPasskey(Key(number), Sam, BySam, Now));
        Assert.Same(ten, ten.AddPasskey(Key(20), Sam, BySam, Now));
    }

    [Fact]
    public void For_anyone_else_there_is_nothing_here_not_even_for_a_coordinator()
    {
        foreach (var by in new[] { ByStranger, ByCoordinator, Caller.Visitor })
        {
            Assert.Empty(Two.SeenBy(by, Sam, Now));
            Assert.False(Two.Has(Id(1), Sam, by, Now));
            Assert.Same(Two, Two.End(Id(1), Sam, by));
            Assert.Same(Two, Two.EndAll(Sam, by, Now));
            Assert.Same(Two, Two.Begin(Id(3), "A browser", Sam, by, Now));
            Assert.Same(Two, Two.Use(Id(1), Sam, by, Now.AddDays(1)));
        }
    }

    [Fact]
    public void A_session_begins_once_and_the_fifty_first_ends_the_one_not_used_for_longest()
    {
        Assert.Same(Two, Begun(Two, 1, Now.AddDays(1)));
        var full = Enumerable.Range(3, MemberSessions.MaxSessions - 2).Aggregate(Two, (all, id) => Begun(all, id, Now))
            .Use(Id(1), Sam, BySam, Now.AddDays(1));
        Assert.Equal(MemberSessions.MaxSessions, full.Sessions.Length);
        var next = Begun(full, 99, Now.AddDays(1));
        Assert.Equal(MemberSessions.MaxSessions, next.Sessions.Length);
        Assert.True(next.Has(Id(1), Sam, BySam, Now.AddDays(1)));
        Assert.False(next.Has(Id(2), Sam, BySam, Now.AddDays(1)));
    }

    [Fact]
    public void Nothing_is_left_of_the_sessions_of_somebody_who_is_erased()
    {
        var erased = Two.InARow().Receives(new PersonErased(Sam, "sessions", Sam.Value));
        Assert.Empty(erased.Record.Sessions);
        Assert.Same(erased, erased.Receives(new PersonErased(Sam, "sessions", Sam.Value)));
    }

    private static SessionId Id(int number) => new(Person(number).Value);

    private static Passkey Key(int number) => new(Id(number), "Chrome on Android", $"{number}", "", 0, true, false);

    private static MemberSessions Begun(MemberSessions sessions, int number, DateTimeOffset now) =>
        sessions.Begin(Id(number), "Chrome on Android", Sam, BySam, now);
}
