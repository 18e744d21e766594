using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Scenarios;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>What the finder keeps over restarts, whatever a feed brings.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-finder-tests-");

    private string File => Path.Combine(folder.FullName, "finder.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_groups_of_a_neighbour_are_found_after_a_restart_and_its_feed_continues_where_it_was()
    {
        var card = Shelf.ACard(Shelf.West) with { About = "Knitting", Schedule = Shelf.Weekly("TU", 19) };
        using (var before = new Shelf(File))
        {
            before.Search.Apply(Shelf.West, new([before.Updated(card)], new("feed", 7), Restarted: false), Shelf.Noon);
            before.Search.Seen(Shelf.West, Shelf.Noon, reachable: true);
        }
        using var after = new Shelf(File);
        Assert.Equal(new CardCursor("feed", 7), after.Search.CursorOf(Shelf.West));
        var page = after.Find(new() { Words = ["knit"] });
        Assert.Equal(card.Id, Assert.Single(page.Items).Id);
        var west = page.Areas.Single(area => area.Id == Shelf.West);
        Assert.Equal((Shelf.Noon, false), (west.AsOf, west.Reachable));
    }

    [Fact]
    public void What_was_deleted_stays_deleted_after_a_restart()
    {
        using (var before = new Shelf(File)) before.Delete(before.Put(Shelf.ACard()));
        using var after = new Shelf(File);
        Assert.Equal(0, after.Find().Total);
    }

    [Theory]
    [InlineData("not a database at all, but a text that somebody put there instead")]
    [InlineData("")]
    public void A_file_that_cannot_be_read_is_created_again_and_the_feed_is_read_from_the_start(string text)
    {
        System.IO.File.WriteAllText(File, text);
        using (var shelf = new Shelf(File))
        {
            Assert.Equal(CardCursor.Start, shelf.Search.CursorOf(Shelf.East));
            shelf.Put(Shelf.ACard());
        }
        using var after = new Shelf(File);
        Assert.Equal(1, after.Find().Total);
    }

    [Fact]
    public void A_damaged_file_or_one_of_another_version_is_created_again()
    {
        (long, byte[])[] damages = [(60, [0, 0, 0, 9]), (4096, [.. Enumerable.Repeat((byte)0xA5, 12_000)])];
        foreach (var (at, bytes) in damages)
        {
            using (var before = new Shelf(File)) foreach (var _ in Enumerable.Range(0, 50)) before.Put(Shelf.ACard());
            using (var raw = System.IO.File.OpenWrite(File))
            {
                raw.Seek(at, SeekOrigin.Begin);
                raw.Write(bytes);
            }
            using var after = new Shelf(File);
            Assert.Equal((0, CardCursor.Start), (after.Find().Total, after.Search.CursorOf(Shelf.East)));
        }
    }

    [Fact]
    public void A_feed_that_begins_again_removes_at_its_end_what_it_did_not_name_even_after_a_restart()
    {
        var stays = Shelf.ACard(Shelf.West);
        var goes = Shelf.ACard(Shelf.West);
        var other = Shelf.ACard();
        using (var before = new Shelf(File))
        {
            foreach (var card in (Card[])[stays, goes, other]) before.Put(card);
            before.Search.Apply(
                Shelf.West, new([before.Updated(stays)], new("another", 1), Restarted: true), Shelf.Noon);
            Assert.Equal(3, before.Find().Total);
        }
        using var after = new Shelf(File);
        after.Search.Apply(Shelf.West, new([], new("another", 1), Restarted: false), Shelf.Noon);
        Assert.Equal([stays.Id, other.Id], after.Find().Items.Select(item => item.Id).OrderBy(id => id == other.Id));
    }

    [Fact]
    public void A_page_that_cannot_be_stored_is_not_shown_and_is_fetched_again()
    {
        using var shelf = new Shelf(File);
        shelf.Put(Shelf.ACard());
        var before = shelf.Search.CursorOf(Shelf.East);
        using (var other = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "DROP TABLE card";
            command.ExecuteNonQuery();
        }
        Assert.Throws<SqliteException>(() => shelf.Put(Shelf.ACard()));
        Assert.Equal((1, before), (shelf.Find().Total, shelf.Search.CursorOf(Shelf.East)));
    }

    [Fact]
    public void The_last_copy_of_a_card_in_a_page_counts()
    {
        using var shelf = new Shelf();
        var card = Shelf.ACard();
        shelf.Search.Apply(
            Shelf.East, shelf.Page(shelf.Updated(card), shelf.Updated(card with { Name = "Coffee" })), Shelf.Noon);
        Assert.Equal("Coffee", Assert.Single(shelf.Find().Items).Name);
    }

    public static TheoryData<string> Hostile => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_card_that_no_group_could_have_is_skipped_and_the_rest_of_its_page_is_not(string what)
    {
        using var invalid = new Counted("peernet.finder.invalid_cards");
        using var shelf = new Shelf(File);
        var good = Shelf.ACard(Shelf.West);
        var bad = Wrong[what](Shelf.ACard(Shelf.West));
        shelf.Search.Apply(Shelf.West, shelf.Page(shelf.Updated(bad), shelf.Updated(good)), Shelf.Noon);
        Assert.Equal(good.Id, Assert.Single(shelf.Find().Items).Id);
        Assert.True(invalid.Of("area", "west-sussex") > 0);
    }

    [Fact]
    public void A_card_that_became_invalid_is_no_longer_shown()
    {
        using var shelf = new Shelf();
        var card = shelf.Put(Shelf.ACard());
        shelf.Put(card with { Name = "Tea\u0007" });
        Assert.Equal(0, shelf.Find().Total);
    }

    [Fact]
    public void A_neighbour_with_too_many_cards_crowds_out_nobody()
    {
        using var shelf = new Shelf(maxCards: 3);
        foreach (var _ in Enumerable.Range(0, 10)) shelf.Put(Shelf.ACard(Shelf.West));
        var own = shelf.Put(Shelf.ACard());
        Assert.Equal(4, shelf.Find().Total);
        Assert.Equal(own.Id, Assert.Single(shelf.Find(new() { Areas = [Shelf.East] }).Items).Id);
    }

    private static Dictionary<string, Func<Card, Card>> Wrong { get; } = new()
    {
        ["a name with a control character"] = card => card with { Name = "Tea\u0000" },
        ["a name of a line and another"] = card => card with { Name = "Tea\nTalk" },
        ["no name"] = card => card with { Name = " " },
        ["a long name"] = card => card with { Name = new('a', 121) },
        ["a million letters"] = card => card with { About = new('a', 1_000_000) },
        ["another area's card"] = card => card with { Area = Shelf.East },
        ["no id"] = card => card with { Id = default },
        ["a topic of a sentence"] = card => card with { Topics = ["two words"] },
        ["a topic of nothing"] = card => card with { Topics = [null!] },
        ["eleven topics"] = card => card with { Topics = [.. Enumerable.Range(10, 11).Select(n => $"topic{n}")] },
        ["an unknown need"] = card => card with { Needs = [(AccessNeed)77] },
        ["an unknown format"] = card => card with { Format = (MeetingFormat)9 },
        ["a place off the earth"] = card => card with { Place = new() { Latitude = 91, Longitude = 0 } },
        ["a place nowhere"] = card => card with { Place = new() { Latitude = double.NaN, Longitude = 0 } },
        ["a town with a control character"] = card => card with { Place = new() { Town = "Le\u0001wes" } },
        ["a rule of a million parts"] = card =>
            card with { Schedule = With($"FREQ=DAILY;BYDAY={string.Join(',', Enumerable.Repeat("MO", 1_000_000))}") },
        ["a rule of every second"] = card => card with { Schedule = With("FREQ=SECONDLY") },
        ["a rule without a day"] = card => card with { Schedule = With("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") },
        ["a hundred versions"] = card => card with { Schedule = Shelf.Following([.. Enumerable.Range(0, 100)
            .Select(n => new SeriesVersion(new DateOnly(2026, 1, 1).AddDays(n), new(9, 0), 60, "FREQ=DAILY"))]) },
        ["a version of nothing"] = card => card with { Schedule = Shelf.Following((SeriesVersion)null!) },
        ["a series of nothing"] = card => card with { Schedule = new() { Series = [null!] } },
        ["two series of one name"] = card => card with
        {
            Schedule = new() { Series = [.. With("FREQ=DAILY").Series, .. With("FREQ=DAILY").Series] }
        },
        ["a thousand dates"] = card => card with { OneOffs = [.. Enumerable.Range(0, 1000)
            .Select(n => new OneOff(new(Guid.CreateVersion7()), new(2027, 1, 1), new(9, 0), false))] },
        ["a thousand pauses"] = card => card with
        {
            Pauses = [.. Enumerable.Range(0, 1000).Select(n => new Pause(new(2027, 1, 1), new(2027, 1, 2)))]
        },
    };

    private static Schedule With(string rule) =>
        Shelf.Following(new SeriesVersion(new(2026, 1, 1), new(9, 0), 60, rule));

    [Fact]
    public async Task Nobody_waits_for_a_page_of_schedules_that_take_long_to_work_out_and_all_of_it_is_read_in_the_end()
    {
        const int cards = 100;
        using var shelf = new Shelf(maxBuildTime: TimeSpan.FromMilliseconds(50));
        var all = Enumerable.Range(1, cards).Select(place => new CardChange(
            CardState.Updated, new(new Guid(place, 3, 3, [8, 0, 0, 0, 0, 0, 0, 1])), place, null))
                .Select(change => change with
            {
                Data = Shelf.ACard(Shelf.West) with { Id = change.Id, Schedule = Odd((int)change.Modified) }
            }).ToList();
        var working = Task.Factory.StartNew(
            () =>
            {
                var parts = 1;
                while (!shelf.Search.Apply(Shelf.West, Rest(), Shelf.Noon)) parts++;
                return parts;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var longest = TimeSpan.Zero;
        var began = TimeProvider.System.GetTimestamp();
        while (!working.IsCompleted)
        {
            var started = TimeProvider.System.GetTimestamp();
            _ = shelf.Search.AgeOf(Shelf.West);
            _ = shelf.Search.CursorOf(Shelf.East);
            shelf.Put(Shelf.ACard());
            var took = TimeProvider.System.GetElapsedTime(started);
            if (took > longest) longest = took;
            await Task.Yield();
        }
        Assert.InRange(await working, 2, cards);
        Assert.True(longest < TimeProvider.System.GetElapsedTime(began) / 2, $"Somebody waited {longest}.");
        Assert.Equal(new("feed", cards), shelf.Search.CursorOf(Shelf.West));

        // The last day of each leap year, from a day of its own, so that no two cards share a timetable.
        static Schedule Odd(int place)
        {
            return Shelf.Following(new SeriesVersion(
                new DateOnly(2000, 1, 1).AddDays(place), new(19, 0), 90,
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366"));
        }

        CardPage Rest()
        {
            var after = (int)shelf.Search.CursorOf(Shelf.West).After;
            return new([.. all.Skip(after)], new("feed", cards), Restarted: false);
        }
    }
}
