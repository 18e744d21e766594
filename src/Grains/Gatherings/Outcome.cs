using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;

namespace PeerNet.Grains.Gatherings;

/// <summary>What came of a question that is closed.</summary>
/// <param name="Question">The question.</param>
/// <param name="Tallies">Everything that was entered for it, in the order in which it came.</param>
/// <param name="Tables">The tables that were asked and were not taken away since.</param>
internal sealed record Outcome(Question Question, ImmutableArray<Tally> Tallies, ImmutableArray<Table> Tables)
{
    /// <summary>What slips had answered when it closed, for each table.</summary>
    public ImmutableArray<SlipSum> Slips { get; init; } = [];

    private QuestionKind Kind => Question.Asks.Kind;

    private ImmutableArray<string> Boxes => SheetBoxes.Of(Question.Asks);

    /// <summary>
    /// The tables whose figures are shown. Whether there was only one is settled when the question closes, so that
    /// taking another away shows nothing more.
    /// </summary>
    public ImmutableArray<TableCount> Shown => Bound.Shown(Tallies, Slips, Kind, Question.Tables.Length == 1);

    /// <summary>How many tables count, in words or in figures.</summary>
    public int TablesIn => Entries.Union(Tallies, Slips).Length;

    /// <summary>The result: in words always, in figures within the bound.</summary>
    /// <param name="first">What came of the same question in the first round, if it is closed.</param>
    public QuestionResult Result(Outcome? first = null)
    {
        if (!Question.HasSheet)
            return new() { Id = Question.Id, Finding = Question.WasOpened ? Finding.Over : Finding.NotAsked };
        var counted = Entries.Union(Tallies, Slips);
        if (Kind == QuestionKind.Mirror) return Mirrored(counted);
        var shown = Shown;
        var reading = InWords(counted);
        var figures = InFigures(shown);
        return new()
        {
            Id = Question.Id,
            Finding = reading.Finding,
            Options = InReadingOrder(Question.Asks, WithOutlook(reading, counted, shown), figures),
            Conditions = Corners.Conditions(counted),
            TablesIn = counted.Length,
            TablesAsked = Tables.Length,
            LateTables = figures is null ? 0 : counted.Count(table => !shown.Any(one => one.Table == table.Table)),
            People = figures?.People,
            Moved = IsOfTheSameTables(first) ? ItDepends - first!.ItDepends : null,
        };
    }

    /// <summary>What this area can add to the sum of several; it stays here until it is hidden.</summary>
    public RoomCount Count()
    {
        var counted = Entries.Union(Tallies, Slips);
        var reading = InWords(counted);
        return new()
        {
            All = InNumbers(Room.Of(Kind, Boxes, counted)),
            Shown = InFigures(Shown) is { } figures ? InNumbers(figures) : null,
            Finding = reading.Finding,
            // Of voices, which give places, what comes first.
            Stands = [.. reading.Options.Where(option => option.Stands || option.Place == 1)
                .Select(option => option.Box)],
        };
    }

    private static ImmutableArray<int> InNumbers(Room room) => [room.People, .. room.Voices];

    // Before the bound there are no words either: they would say as much as figures.
    private QuestionResult Mirrored(ImmutableArray<TableCount> counted)
    {
        var shown = Shown;
        var result = new QuestionResult
        {
            Id = Question.Id,
            Finding = Uncounted,
            TablesIn = counted.Length,
            TablesAsked = Tables.Length,
        };
        if (counted.IsEmpty) return result;
        if (counted.All(table => table.People(Kind) == 0)) return result with { Finding = Finding.NobodyVoted };
        return result with
        {
            Finding = shown.IsEmpty ? Finding.NotEnough : Finding.Mirrored,
            LateTables = shown.IsEmpty ? 0 : counted.Length - shown.Length,
            Mirror = Mirror.Read(Question.Asks, shown, counted),
        };
    }

    private Finding Uncounted => Question.WasOpened ? Finding.NoCount : Finding.NotAsked;

    // With other tables, people would seem to have changed their minds who were only asked once.
    private bool IsOfTheSameTables(Outcome? first) =>
        first is not null && first.Shown.Select(one => one.Table).ToHashSet().SetEquals(Shown.Select(one => one.Table));

    // What is stored as a first round may have been changed into something else.
    private int? ItDepends => Kind == QuestionKind.Quiz ? InFigures(Shown)?.Voices[Corners.ItDepends] : null;

    private Reading InWords(ImmutableArray<TableCount> counted)
    {
        var room = Room.Of(Kind, Boxes, counted);
        if (!counted.IsEmpty) return Sheet.Read(Kind, room);
        return new(Uncounted, room.Each((_, option) => option));
    }

    // A keeper says how many people sit at a missing table, and can say another number each time. Worked out from
    // counts that are not shown, the outlook would turn where it gives them away.
    private ImmutableArray<OptionResult> WithOutlook(
        Reading reading, ImmutableArray<TableCount> counted, ImmutableArray<TableCount> shown)
    {
        if (Kind != QuestionKind.Vote || InFigures(shown) is not { } figures) return reading.Options;
        if (reading.Finding == Finding.NoneChosen || !IsAsShown(counted, shown)) return reading.Options;
        var missing = Tables.Where(table => !shown.Any(one => one.Table == table.Id)).Sum(table => table.Present);
        if (missing == 0) return reading.Options;
        return [.. reading.Options.Select((option, at) => option with
        {
            Outlook = Approval.OutlookOf(figures.Voices[at], figures.People, missing),
        })];
    }

    // Whether words and figures are of the same counts: no table is late, in dispute or corrected. The counts are not
    // compared, or whoever guesses a sheet would see when it is right.
    private bool IsAsShown(ImmutableArray<TableCount> counted, ImmutableArray<TableCount> shown)
    {
        if (counted.Length != shown.Length || Tallies.Any(tally => tally.IsLate && !tally.Counted.Replaces.IsEmpty))
            return false;
        return counted.All(table => shown.Any(one => one.Table == table.Table));
    }

    private Room? InFigures(ImmutableArray<TableCount> shown) => shown.IsEmpty ? null : Room.Of(Kind, Boxes, shown);

    // Inside a place the shorter text is read first. A sheet without places is read from top to bottom.
    internal static ImmutableArray<OptionResult> InReadingOrder(
        AskQuestion asks, ImmutableArray<OptionResult> options, Room? figures)
    {
        return [.. options.Select((option, at) => option with
        {
            Text = asks.Options.ElementAtOrDefault(at),
            Voices = figures?.Voices[at],
            Percent = asks.Kind == QuestionKind.Quiz ? figures?.PercentOf(at) : null,
        }).OrderBy(option => option.Place ?? 0).ThenBy(option => option.Place is null ? 0 : option.Text!.Length)];
    }
}
