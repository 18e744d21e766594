using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Bench.Finding;

/// <summary>
/// Made-up cards of three areas, the same every time: words as unevenly distributed as in real text, a few thousand
/// schedules, and places all over Sussex.
/// </summary>
internal static class Cards
{
    public static readonly AreaId[] Areas = [new("east-sussex"), new("west-sussex"), new("brighton-and-hove")];
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Known =
    [
        "tea", "talk", "walk", "anxiety", "recovery", "hearing", "voices", "women", "carers", "young", "people", "men",
        "garden", "music", "art", "writing", "sleep", "grief", "loss", "addiction",
        "gambling", "housing", "work", "return", "bipolar", "depression", "panic", "trauma", "eating", "autism", "adhd",
        "parents", "veterans", "faith", "swim", "sea", "cook", "share", "listen", "hope",
    ];

    private static readonly string[] Syllables = [
        "ba",
        "ren",
        "lo",
        "mi",
        "ter",
        "an",
        "sel",
        "co",
        "ding",
        "ful",
        "per",
        "ha",
        "vi",
        "tor",
        "un",
        "est",
        "lan",
        "der",
        "mo",
        "ra"
    ];
    private static readonly string[] Words = [
        .. Known,
        .. from one in Syllables from two in Syllables from three in Syllables.Take(8) select one + two + three
    ];
    private static readonly string[] Topics = [.. Known.Take(40)];
    private static readonly string[] Towns = [
        "Lewes", "Hove", "Brighton", "Worthing", "Crawley", "Hastings", "Eastbourne", "Chichester", "Horsham", "Bexhill"
    ];
    private static readonly string[] People = [
        "women", "men", "carers", "young", "lgbtq", "veterans", "parents"
    ], Tongues = ["en", "en", "en", "bsl", "pl", "ar", "uk"];
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static IEnumerable<Card> Make(int count)
    {
#pragma warning disable CA5394
        var random = new System.Random(42);
        for (var at = 0; at < count; at++)
        {
            var day = random.Next(7);
            yield return new Card
            {
                Area = Areas[random.Next(3)],
                Id = new(Guid.CreateVersion7()),
                Name = $"{Word(random)} and {Word(random)} {Days[day].ToLowerInvariant()}",
                About = Text(random, 40),
                FirstTime = Text(random, 20),
                For = random.Next(3) > 0 ? [] : [Any(random, People)],
                Topics = [.. Enumerable.Range(0, 1 + random.Next(3))
                    .Select(_ => Topics[Uneven(random, Topics.Length)])
                    .Distinct()],
                Languages = [.. ((string[])["en", Any(random, Tongues)]).Distinct()],
                Needs = [.. Enum.GetValues<AccessNeed>().Where(_ => random.Next(3) == 0)],
                Format = random.Next(10) switch { < 7 =>
                    MeetingFormat.InPerson, < 9 => MeetingFormat.Online, _ => MeetingFormat.Hybrid },
                Place = random.Next(10) == 0 ? null : new()
                {
                    Town = Any(random, Towns),
                    Name = "The hall",
                    Latitude = 50.73 + random.NextDouble() * 0.4,
                    Longitude = -0.95 + random.NextDouble() * 1.7
                },
                Schedule = random.Next(12) == 0 ? null : ASchedule(random, day),
                Joining = (Joining)random.Next(3),
                WelcomesNewcomers = random.Next(4) > 0,
                LastConfirmed = new DateOnly(2026, 11, 1).AddDays(-random.Next(200)),
            };
        }
    }

    private static Schedule ASchedule(System.Random random, int day)
    {
        var rule = random.Next(10) switch
        {
            < 6 => $"FREQ=WEEKLY;BYDAY={Days[day]}",
            6 => $"FREQ=WEEKLY;INTERVAL=2;BYDAY={Days[day]}",
            7 => $"FREQ=MONTHLY;BYDAY=-1{Days[day]}",
            8 => $"FREQ=MONTHLY;BYDAY=2{Days[day]}",
            _ => $"FREQ=WEEKLY;BYDAY={Days[day]},{Days[(day + 3) % 7]}",
        };
        var version = new SeriesVersion(
            new DateOnly(2026, 1, 5).AddDays(7 * random.Next(2)),
            new(9 + random.Next(13), random.Next(4) * 15),
            90,
            rule);
        return new() { Series = [new() { Id = "meetings", Versions = [version] }] };
    }

    private static string Text(System.Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    private static string Word(System.Random random) => Words[Uneven(random, Words.Length)];

    // The first words often, the last hardly ever.
    private static int Uneven(System.Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 3));

    private static T Any<T>(System.Random random, T[] of) => of[random.Next(of.Length)];
#pragma warning restore CA5394
}
