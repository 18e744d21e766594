using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.SignIn;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Feeds;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Members;

/// <summary>What the area holds about a person, for themselves; as JSON, what they download.</summary>
public sealed record HeldAboutMe
{
    /// <summary>Their record, with every consent that they gave or withdrew.</summary>
    public required MemberDetails Person { get; init; }

    /// <summary>Their groups in this area.</summary>
    public required ImmutableArray<HomeGroup> Groups { get; init; }

    /// <summary>Their seats in groups of other areas.</summary>
    public required ImmutableArray<HomeSeat> Seats { get; init; }

    /// <summary>The meetings at which they were marked, oldest first.</summary>
    public required ImmutableArray<AttendanceLine> Attendance { get; init; }

    /// <summary>Offers and requests that they made or have taken up.</summary>
    public required ImmutableArray<SupportOfferDetails> Offers { get; init; }

    /// <summary>Worries that they wrote.</summary>
    public required ImmutableArray<WorryDetails> Worries { get; init; }

    /// <summary>What PeerNet has told them.</summary>
    public required ImmutableArray<NoticeDetails> Notices { get; init; }

    /// <summary>Where they are signed in.</summary>
    public required ImmutableArray<SessionDetails> Sessions { get; init; }

    /// <summary>The programs that act for them.</summary>
    public required ImmutableArray<ProgramDetails> Programs { get; init; }

    /// <summary>The passkeys with which they sign in.</summary>
    public required ImmutableArray<PasskeyDetails> Passkeys { get; init; }

    /// <summary>The account elsewhere with which they sign in, if one is linked.</summary>
    public required LinkedAccountDetails? Account { get; init; }

    /// <summary>When they made the secret address of their calendar, if there is one.</summary>
    public required DateTimeOffset? CalendarMadeAt { get; init; }

    /// <summary>Who has looked at their contact and needs in the last year.</summary>
    public required ImmutableArray<MemberView> Views { get; init; }

    /// <summary>
    /// What they said about coming to meetings of the last twelve weeks and the next year; null where it is not shown.
    /// </summary>
    public ImmutableArray<SaidIntention>? Intentions { get; init; }

    /// <summary>How many meetings they came to.</summary>
    internal int Came => Attendance.Count(line => line.Mark == Mark.Present);

    /// <summary>The groups that they lead or co-lead.</summary>
    internal IEnumerable<HomeGroup> Led => Groups.Where(group => group.IsLed());

    /// <summary>Reads it for the person who asks.</summary>
    internal static async Task<Result<HeldAboutMe>> Read(Home home, GroupSearch finder, TimeProvider clock, Caller by)
    {
        var me = by.Member!.Value;
        var person = home.Member(me).Get(by);
        var views = home.Member(me).ListViews(by);
        var firstPage = home.FirstPage.GetHome(by);
        var attendance = home.Grain.ListAttendance(me, by);
        var offers = home.SupportOffers.ListMine(by);
        var worries = home.Worries.ListMine(by);
        var notices = home.Notices(me).List(by);
        var sessions = home.Sessions(me).List(by);
        var calendar = home.CalendarKey(me).FindMadeAt(by);
        var programs = home.Programs(me).List(by);
        var passkeys = home.Passkeys(me).List(by);
        var account = home.LinkedAccount(me).Find(by);
        await Task.WhenAll(person, views, firstPage, attendance, offers, worries, notices, sessions);
        await Task.WhenAll(programs, passkeys, account, calendar);
        if ((await person).Refused(out var unknown, out var details)) return unknown;
        if ((await views).Refused(out var unseen, out var looks)) return unseen;
        if ((await attendance).Refused(out var unlisted, out var marks)) return unlisted;
        if ((await firstPage).Refused(out var noHome, out var page)) return noHome;
        var shown = page.WithCards(finder, clock.GetUtcNow());
        return new HeldAboutMe
        {
            Person = details,
            Groups = shown.Groups,
            Seats = shown.Seats,
            Attendance = marks,
            Offers = await offers,
            Worries = await worries,
            Notices = await notices,
            Sessions = await sessions,
            Programs = await programs,
            Passkeys = await passkeys,
            Account = await account,
            CalendarMadeAt = await calendar,
            Views = looks,
        };
    }

    /// <summary>Adds what they said about coming, which takes longer to read.</summary>
    internal async Task<HeldAboutMe> WithIntentions(Home home, TimeProvider clock, Caller by)
    {
        var (from, to) = CalendarAnswer.DaysOn(London.DayOf(clock.GetUtcNow()));
        var groups = await home.FirstPage.GetCalendars(from, to, by);
        var said = from @group in groups
            from meeting in @group.Meetings
            where meeting.Yours is not null
            select new SaidIntention(@group.GroupId, meeting.Line.Id, meeting.Line.HeldOn, meeting.Yours!.Value);
        return this with { Intentions = [.. said.OrderBy(one => one.HeldOn)] };
    }
}

/// <summary>What a person said about coming to a meeting.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="Intention">What they said.</param>
public sealed record SaidIntention(GroupId GroupId, MeetingId MeetingId, DateOnly HeldOn, Intention Intention);
