using PeerNet.Bench.Load;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Bench.Reading;

/// <summary>
/// An area's people, groups and meetings, made by PeerNet's own rules but without its grains, which would take hours.
/// </summary>
internal sealed class ReadingArea
{
    private const int DaysFounded = 420, Regulars = 25, Strays = 5, LedTogether = 10;
    private static readonly AreaId Area = new(World.Area);

    private readonly int logged;

    private ReadingArea(ReadingSize size)
    {
        logged = size.Meetings / size.Groups;
        var ids = Enumerable.Range(0, size.People).Select(_ => new MemberId(Guid.CreateVersion7())).ToArray();
        People = [.. ids.Select(NewPerson)];
        Groups = [.. Enumerable.Range(0, size.Groups).Select(NewGroup)];
    }

    /// <summary>The day it was filled on.</summary>
    public DateOnly Today { get; } = Periods.Today(TimeProvider.System);

    public Row<Member>[] People { get; }

    public Row<Group>[] Groups { get; }

    public IEnumerable<Evening> Evenings => Groups.SelectMany(row => Evening.Of(row.Record, logged, Today));

    public static ReadingArea Make(ReadingSize size) => new(size);

    /// <summary>What a transition makes of a row.</summary>
    public static Row<T> After<T>(Row<T> row, Func<T, Next<T>> transition, DateTimeOffset at) where T : class, new()
    {
        return row.After((record, _) => transition(record), Area, at).Refused(out var no, out var yes)
            ? throw new InvalidDataException($"{typeof(T).Name} was refused: {no.Code} {no.Field}")
            : yes;
    }

    private Row<Member> NewPerson(MemberId id, int number)
    {
        var says = new MemberProfile { Name = $"Person {number}", Consents = new() { NameToGroups = true } };
        var self = new Caller(CallerRole.Member, id);
        return After(
            new Row<Member>(),
            _ => Expect(new Member().Describe(id, says, IfMatch.None, 0, self, MemberStanding.None, At(DaysFounded))),
            At(DaysFounded));
    }

    private Row<Group> NewGroup(int number)
    {
        var id = new GroupId(Guid.CreateVersion7());
        var founded = DaysFounded - number % 30;
        var row = After(
            new Row<Group>(),
            group => group.Describe(id, Describe(number), IfMatch.None, 0, Caller.Area, At(founded)), At(founded));
        foreach (var (place, person) in PeopleOf(number).Index())
        {
            var part = place switch { 0 => Part.Lead, 1 => Part.CoLead, _ => Part.Member };
            // Most belong from the beginning; the others come one a fortnight.
            var since = Today.AddDays(place < 15 ? -founded : -14 * (place - 14));
            row = Join(row, person, new(part) { Since = since }, Caller.Area);
        }
        for (var stray = 0; number % 4 == 0 && stray < 2; stray++)
        {
            var person = (number * Regulars + 977 * (stray + 7)) % People.Length;
            row = Join(row, person, new(), new(CallerRole.Member, People[person].Record.Id), minutes: stray);
        }
        return number % 5 == 0 ? row : After(row, group => Expect(group.Confirm(Caller.Area, At(20))), At(20));
    }

    // A few lead several groups.
    private IEnumerable<int> PeopleOf(int number)
    {
        var first = number * Regulars;
        var regulars = Enumerable.Range(first, Regulars).ToList();
        if (number % LedTogether is 1 or 2) regulars.Insert(1, first - number % LedTogether * Regulars);
        var strays = Enumerable.Range(1, Strays).Select(stray => first + 313 * stray);
        return regulars.Concat(strays).Select(person => person % People.Length).Distinct();
    }

    // Joining tells the person, who notes it, as their grain would.
    private Row<Group> Join(Row<Group> row, int person, JoinGroup request, Caller by, int minutes = 0)
    {
        var at = At(3).AddMinutes(minutes);
        var known = People[person].Record;
        var joined = After(row, group => group.Join(known.Id, request, known.Standing, by, at), at);
        foreach (var posted in joined.Outbox)
        {
            People[person] = Expect(People[person].Receive(posted.Message, Area, at));
            joined = Expect(joined.Settle(Delivery.Of(posted.Message.Operation, 0, null), Area, at));
        }
        return joined;
    }

    private GroupDescription Describe(int number)
    {
        var perWeek = Math.Max(1, (logged * 12 / 11 + 1) / 52);
        var start = Today.AddDays(-7 * ((logged * 12 / 11 + 1) / perWeek + 1));
        var days = Enumerable.Range(0, perWeek).Select(one => new Series
        {
            Id = $"series-{one}",
            Versions =
            [
                new(
                    start,
                    new(18 + one / 7, 30),
                    90,
                    $"FREQ=WEEKLY;BYDAY={"MOTUWETHFRSASU".Substring((number + one) % 7 * 2, 2)}")
            ],
        });
        var isOnline = number % 3 == 2;
        return Seed.Description with
        {
            Name = $"Group {number:0000}",
            Format = isOnline ? MeetingFormat.Online : MeetingFormat.InPerson,
            Place = isOnline ? null : Seed.Description.Place,
            OnlineLink = isOnline ? $"https://meet.example/{number}" : null,
            Schedule = new() { Series = [.. days] },
            Joining = Joining.Ask,
        };
    }

    private DateTimeOffset At(int daysAgo) => London.StartOf(Today.AddDays(-daysAgo)).AddHours(12).ToUniversalTime();

    private static T Expect<T>(Result<T> result)
    {
        return result.Refused(out var no, out var yes)
            ? throw new InvalidDataException($"{typeof(T).Name} was refused: {no.Code} {no.Field}")
            : yes;
    }
}

/// <summary>How much there is to read.</summary>
internal sealed record ReadingSize(int Groups, int People, int Meetings);
