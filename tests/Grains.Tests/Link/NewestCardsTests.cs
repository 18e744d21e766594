using System.Globalization;
using System.Text;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Link;

namespace PeerNet.Grains.Tests.Link;

/// <summary>Which cards anybody can read, and how many rows are looked at for that.</summary>
public sealed class NewestCardsTests
{
    private readonly ChangeLog log = new();
    private readonly NewestCards<string> cards;

    public NewestCardsTests() =>
        cards = new("practice", log, changed => changed.Payload is { } card ? Encoding.UTF8.GetString(card) : null);

    [Fact]
    public async Task They_are_the_shared_ones_that_changed_last()
    {
        log.Add("1", null, "2", "3", null);
        Assert.Equal(["3", "2", "1"], await cards.List(1000));
    }

    [Fact]
    public async Task No_more_are_handed_over_than_are_asked_for()
    {
        log.Add("1", "2", "3");
        Assert.Equal(["3", "2"], await cards.List(2));
        Assert.Equal(["3", "2", "1"], await cards.List(3));
        Assert.Equal(1, log.PagesRead);
    }

    [Fact]
    public async Task They_are_read_once_until_one_changes_and_then_at_once()
    {
        log.Add("Robin");
        Assert.Equal(["Robin"], await cards.List(1000));
        Assert.Equal(["Robin"], await cards.List(1000));
        Assert.Equal(1, log.PagesRead);
        log.Change(1, "[taken out]");
        Assert.Equal(["[taken out]"], await cards.List(1000));
        log.Change(2, null);
        Assert.Empty(await cards.List(1000));
        Assert.Empty(await cards.List(1000));
        Assert.Equal(3, log.PagesRead);
    }

    [Fact]
    public async Task They_are_read_again_after_the_database_was_restored()
    {
        log.Add("Robin");
        Assert.Equal(["Robin"], await cards.List(1000));
        log.Restore("Sam");
        Assert.Equal(["Sam"], await cards.List(1000));
    }

    [Fact]
    public async Task What_changes_while_they_are_read_is_read_the_next_time()
    {
        log.Add("1");
        log.BeforeReading = () => log.Add("2");
        Assert.Equal(["2", "1"], await cards.List(1000));
        log.BeforeReading = () => log.Add("3");
        Assert.Equal(["3", "2", "1"], await cards.List(1000));
    }

    [Theory]
    [InlineData(100, 0, 100)]
    [InlineData(150, 0, 101)]
    [InlineData(90, 1910, 90)]
    [InlineData(90, 1950, 50)]
    [InlineData(90, 2000, 0)]
    public async Task No_more_are_listed_and_no_more_rows_read_than_there_is_room_for(int shared, int gone, int listed)
    {
        log.Add([.. Enumerable.Range(0, shared).Select(number => $"{number}")]);
        log.Add([.. Enumerable.Repeat<string?>(null, gone)]);
        var found = await cards.List(1000);
        Assert.Equal(listed, found.Length);
        Assert.Equal(listed == 0 ? [] : [$"{shared - 1}"], found.Take(1));
        Assert.InRange(log.RowsRead, listed, 2000);
    }

    [Fact]
    public async Task Long_cards_are_listed_up_to_a_mebibyte()
    {
        log.Add([.. Enumerable.Repeat(new string('x', 100_000), 200)]);
        Assert.Equal(10, (await cards.List(1000)).Length);
        // What does not fit is not even read.
        Assert.InRange(log.RowsRead, 10, 50);
    }

    /// <summary>The change log of one kind.</summary>
    private sealed class ChangeLog : ILinkRows
    {
        private readonly SortedDictionary<long, string?> changes = [];
        private string feed = "a";

        public Action BeforeReading { get; set; } = () => { };

        public int PagesRead { get; private set; }

        public int RowsRead { get; private set; }

        public void Add(params string?[] cards)
        {
            foreach (var card in cards) changes.Add(Newest + 1, card);
        }

        public void Change(long number, string? card)
        {
            changes.Add(Newest + 1, card);
            changes.Remove(number);
        }

        public void Restore(string card)
        {
            feed = "b";
            changes[Newest] = card;
        }

        public Task<(string Feed, long Newest)> Feed(string kind) => Task.FromResult((feed, Newest));

        public Task<IReadOnlyList<ChangedRow>> NewestChanges(string kind, long before, int limit)
        {
            BeforeReading();
            BeforeReading = () => { };
            var page = changes.Reverse().Where(change => change.Key < before).Take(limit)
                .Select(change => new ChangedRow(
                    Guid.Parse(change.Key.ToString("D32", CultureInfo.InvariantCulture)),
                    change.Key,
                    change.Value is null ? null : Encoding.UTF8.GetBytes(change.Value)))
                .ToList();
            PagesRead++;
            RowsRead += page.Count;
            return Task.FromResult<IReadOnlyList<ChangedRow>>(page);
        }

        public Task<IReadOnlyList<ChangedRow>> Changes(string kind, long after, int limit) => throw NotOfThis();

        public Task<IReadOnlyList<WaitingLetter>> Letters(
            AreaId to, IEnumerable<string> kinds, DateTimeOffset now, int limit) => throw NotOfThis();

        public Task<IReadOnlyList<MessageCount>> CountMessages() => throw NotOfThis();

        // Nothing leaves the area, so nothing is entered in the ledger.
        public Task Enter(IReadOnlyCollection<Leaving> leaving) => throw NotOfThis();

        public Task AcknowledgeCards(string kind, AreaId to, CardCursor upTo, DateTimeOffset now) => throw NotOfThis();

        public Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now) => throw NotOfThis();

        public Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to) => throw NotOfThis();

        private long Newest => changes.Count == 0 ? 0 : changes.Keys.Last();

        private static NotSupportedException NotOfThis() => new();
    }
}
