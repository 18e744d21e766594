using System.Collections.Immutable;
using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Cards and queries of every sort, of so few words, days and places that they meet.</summary>
internal static class Random
{
    private static readonly string[] Topics = ["anxiety", "recovery", "low-mood", "walking"], People =
        ["women", "carers", "LGBTQ"], Tongues = ["en", "bsl", "pl"];
    private static readonly string[] Said =
        ["tea", "Teatime", "talk", "Café", "walk", "walking", "the", "in", "anxious", "Hove", "men’s", "recover"];
    private static readonly string[] Asked =
        ["tea", "teat", "talk", "cafe", "CAFÉ", "wal", "th", "in", "anx", "hov", "mens", "recovery", "lew"];

    private static readonly string[] Rules =
    [
        "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1SA",
        "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY", "FREQ=DAILY;COUNT=5", "FREQ=DAILY;UNTIL=20261225",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=1SU", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=WEEKLY;UNTIL=20261130;BYDAY=SU", "FREQ=WEEKLY;UNTIL=20270601T180000Z", "FREQ=DAILY;COUNT=200;INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", "FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE;BYSETPOS=1,-1",
        "FREQ=YEARLY;BYDAY=1MO,-1SU", "FREQ=DAILY;INTERVAL=5;BYMONTH=3,10", "FREQ=YEARLY", "FREQ=DAILY",
    ];

    private static readonly TimeOnly[] Times = [
        new(0, 30),
        new(1, 30),
        new(3, 59),
        new(4, 0),
        new(9, 30),
        new(11, 59),
        new(12, 0),
        new(12, 30),
        new(16, 59),
        new(17, 0),
        new(19, 0),
        new(23, 30)
    ];

    private static readonly string[] Hyphens = ["St Leonards-on-Sea", "St Leonards on Sea"];

    private static readonly Gen<TimeOnly> Time = Gen.OneOf(Times);
    private static readonly Gen<int> Minutes = Gen.OneOf(45, 60, 90, 120, 1440);

    // Often enough the nights on which the clocks change.
    private static readonly Gen<DateOnly> Day = Gen.Frequency(
        (9, Gen.Int[-60, 460].Select(days => new DateOnly(2026, 11, 23).AddDays(days))),
        (1, Gen.OneOf(new DateOnly(2027, 3, 28), new DateOnly(2027, 10, 31))));
    private static readonly Gen<SeriesVersion> Version = Gen.Select(Gen.Int[-500, 30], Time, Minutes, Gen.OneOf(Rules))
        .Select((days, time, minutes, rule) =>
            new SeriesVersion(new DateOnly(2026, 11, 23).AddDays(days), time, minutes, rule));

    private static readonly Gen<Schedule?> Schedules =
        Gen.Select(Version, Version, Gen.Int[0, 9], Day.Array[0, 3]).Select((one, other, sort, except) =>
        {
            if (sort == 0) return null;
            var follows = sort < 3 && one.From < other.From;
            var series = new Series
            {
                Id = "one", Versions = follows ? [one, other] : [one], NotOnBankHolidays = except.Length == 1
            };
            var beside = new Series { Id = "two", Versions = [other] };
            return new Schedule { Series = sort == 9 ? [series, beside] : [series], Except = [.. except] };
        })
        // One that ends before it begins is no schedule.
        .Select(schedule => schedule is not null && ScheduleRules.Check(schedule) is not null ? null : schedule);

    private static readonly Gen<Place?> Places = Gen.Select(
        Gen.Int[0, 6],
        Gen.Double[50.7, 51.1],
        Gen.Double[-0.9, 0.9],
        Gen.OneOf(["Lewes", "Hove", "Crawley", "Hove Park", .. Hyphens]))
        .Select((sort, north, east, town) => sort switch
        {
            0 => null,
            6 => new Place { Privacy = PlacePrivacy.OnRequest },
            1 => new Place { Town = town, Outcode = "BN7", Privacy = PlacePrivacy.AreaOnly },
            _ => new Place { Town = town, Name = "Hall", Latitude = north, Longitude = east },
        });

    private static readonly Gen<(ImmutableArray<OneOff>, ImmutableArray<Pause>, DateOnly?, int)> Dates =
        Gen.Select(
            Gen.Select(Day, Time, Gen.Bool, Gen.OneOf<int?>(null, null, 30, 75)).Array[0, 3],
            Gen.Select(Day, Gen.Int[1, 90]).Array[0, 1],
            Day,
            Gen.Int[0, 8],
            (oneOffs, pauses, closes, ends) =>
            (
                oneOffs.Select(o => new OneOff(new(Guid.CreateVersion7()), o.Item1, o.Item2, o.Item3))
                    .ToImmutableArray(),
                pauses.Select(p => new Pause(p.Item1, p.Item1.AddDays(p.Item2))).ToImmutableArray(),
                ends == 0 ? closes : null as DateOnly?,
                ends));

    /// <summary>A card of any area.</summary>
    public static Gen<Card> Card { get; } = Gen.Select(
        Gen.Select(Gen.OneOf(Shelf.East, Shelf.West, Shelf.Brighton), Some(Said, 3), Some(Said, 4), Gen.Bool),
        Gen.Select(Some(Topics, 3), Some(People, 1), Some(Tongues, 2), Gen.Enum<AccessNeed>().Array[0, 4]),
        Gen.Select(Gen.Enum<MeetingFormat>(), Places, Schedules),
        Dates).Select((words, lists, place, dates) => Replaced(new()
        {
            Area = words.Item1, Id = new(Guid.CreateVersion7()), Name = $"Group {string.Join(' ', words.Item2)}",
            About = string.Join(", ", words.Item3), WelcomesNewcomers = words.Item4,
            Topics = [.. lists.Item1], For = [.. lists.Item2], Languages = [.. lists.Item3],
            Needs = [.. lists.Item4.Distinct()],
            Format = place.Item1, Place = place.Item2, Schedule = place.Item3, OneOffs = dates.Item1,
            Pauses = dates.Item2, ClosesOn = dates.Item3, LastConfirmed = new(2026, 11, 1),
        }, dates.Item4));

    /// <summary>A query with up to a few conditions.</summary>
    public static Gen<FinderQuery> Query { get; } =
        Gen.Select(Condition.Array[0, 3], Gen.Enum<FinderSort>(), Gen.Int[1, 9]).Select((conditions, sort, limit) =>
    {
        var query = conditions.Aggregate(
            new FinderQuery { Limit = limit, Origin = new(50.8225, -0.1372) }, (query, with) => with(query));
        return query with { Sort = sort == FinderSort.Relevance && query.Words.Count == 0 ? FinderSort.Next : sort };
    });

    /// <summary>A query of conditions that do not turn with the day.</summary>
    public static Gen<FinderQuery> LastingQuery { get; } = Query.Select(query => query with
    {
        Meeting = default(MeetingFilter) with { WithinDays = query.Meeting.WithinDays },
        NotDays = 0,
        NotParts = 0,
        Statuses = []
    });

    private static Gen<int> Lengths => Gen.OneOf(Minutes, Gen.Int[5, 200]);

    private static Gen<Func<FinderQuery, FinderQuery>> Condition
    {
        get
        {
            return Gen.OneOf(
                Gen.Select(
                    Gen.OneOf(Asked).Array[1, 2],
                    words => With(q => q with { Words = [.. words.SelectMany(Tokenizer.Tokenize).Distinct()] })),
                Gen.Select(Gen.Int[1, 127], bits => With(q => q with { Meeting = q.Meeting with { Weekdays = bits } })),
                Gen.Select(Gen.Int[0, 6], day => With(q => q with { NotDays = 1 << day })),
                Gen.Select(Gen.Int[1, 6], bits => With(q => q with { Meeting = q.Meeting with { Parts = bits } })),
                Gen.Select(
                    Gen.Int[0, 1439],
                    minute => With(q => q with { Meeting = q.Meeting with { NotBefore = minute, Before = null } })),
                Gen.Select(
                    Gen.Int[1, 1439],
                    minute => With(q => q with { Meeting = q.Meeting with { Before = minute, NotBefore = null } })),
                Gen.Select(
                    Gen.Frequency((3, Gen.Int[5, 1439]), (1, Gen.OneOf(20 * 60, 20 * 60 + 30, 10 * 60 + 15))),
                    minute => With(q => q with { Meeting = q.Meeting with { EndsBefore = minute } })),
                Gen.Select(Lengths, length => With(q => q with { Meeting = q.Meeting with { MinMinutes = length } })),
                Gen.Select(Lengths, length => With(q => q with { Meeting = q.Meeting with { MaxMinutes = length } })),
                Gen.Select(
                    Gen.Int[1, 60], days => With(q => q with { Meeting = q.Meeting with { WithinDays = days } })),
                Gen.Select(Gen.Double[0.5, 60], km => With(q => q with { WithinKm = km })),
                Gen.Select(Gen.Enum<MeetingFormat>(), format => With(q => q with { Formats = [format] })),
                Gen.Select(Gen.Enum<AccessNeed>(), need => With(q => q with { Needs = [need] })),
                Gen.Select(
                    Some(Topics, 2), Gen.Bool, (topics, all) => With(q => q with { Topics = topics, AllTopics = all })),
                Gen.Select(Some(Topics, 1), topics => With(q => q with { NotTopics = topics })),
                Gen.Select(
                    Some(People, 2),
                    people => With(q => q with { For = [.. people.Select(word => word.ToLowerInvariant())] })),
                Gen.Select(Some(Tongues, 1), tongues => With(q => q with { Languages = tongues })),
                Gen.Select(Gen.Bool, welcome => With(q => q with { Newcomers = welcome })),
                Gen.Select(
                    Gen.OneOf(GroupStatus.Active, GroupStatus.Paused),
                    status => With(q => q with { Statuses = [status] })),
                Gen.Select(Gen.OneOf(Shelf.East, Shelf.West), area => With(q => q with { Areas = [area] })),
                Gen.Select(
                    Gen.Enum<AccessNeed>().Array[1, 3], needs => With(q => q with { Needs = needs, AnyNeed = true })),
                Gen.Select(
                    Gen.OneOf(["lewes", "hove", "Park Hove", "craw", .. Hyphens]).Array[1, 2],
                    towns => With(q => q with { Towns = towns })),
                Gen.Select(Gen.OneOf(Shelf.East, Shelf.West), area => With(q => q with { NotAreas = [area] })),
                Gen.Select(Gen.Int[1, 6], bits => With(q => q with { NotParts = bits })),
                Gen.Select(Gen.Enum<MeetingFormat>(), format => With(q => q with { NotFormats = [format] })),
                Gen.Select(Gen.Enum<AccessNeed>().Array[1, 2], needs => With(q => q with { NotNeeds = needs })),
                Gen.Select(Gen.OneOf("women", "carers", "lgbtq"), people => With(q => q with { NotFor = [people] })),
                Gen.Select(Some(Tongues, 2), tongues => With(q => q with { NotLanguages = tongues })));
        }
    }

    private static Func<FinderQuery, FinderQuery> With(Func<FinderQuery, FinderQuery> change) => change;

    private static Gen<string[]> Some(string[] words, int most) =>
        Gen.OneOf(words).Array[0, most].Select(some => some.Distinct().ToArray());

    // Some cards have a meeting of the pattern moved or called off.
    private static Card Replaced(Card card, int sort)
    {
        if (sort < 5 || card.Schedule is null) return card;
        var first = new Diary(card with { OneOffs = [] }).Between(new(2026, 11, 20), new(2027, 3, 1)).FirstOrDefault();
        if (first is null) return card;
        return card with { OneOffs = [.. card.OneOffs, sort == 5
            ? new OneOff(first.Id, first.On, first.At, Cancelled: true)
            : new OneOff(first.Id, first.On.AddDays(1), new(10, 15), Cancelled: false)] };
    }
}
