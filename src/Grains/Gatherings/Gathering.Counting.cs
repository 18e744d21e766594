using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>What was counted by hand, and what came of it.</summary>
internal sealed partial record Gathering
{
    /// <summary>
    /// A keeper enters what was counted at a table, even when the question has closed. What was entered is never
    /// changed.
    /// </summary>
    public Result<Gathering> Enter(QuestionId id, TallyId tally, EnterTally counted, Caller by, DateTimeOffset now)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        return Enter(new Tally(tally, id, by.Member, counted, now));
    }

    private Result<Gathering> Enter(Tally entry)
    {
        var tally = entry.Id;
        var id = entry.Question;
        var counted = entry.Counted;
        if (Find(id) is not { } question) return GatheringRefusals.QuestionNotFound;
        if (!question.HasSheet) return GatheringRefusals.CountsNothing;
        if (Find(tally) is { } known) return IsAgain(known, entry) ? this : GatheringRefusals.TallyDiffers;
        if (!question.WasOpened) return GatheringRefusals.QuestionState;
        var isLate = question.State == QuestionState.Closed;
        if (Find(counted.TableId) is not { } table || (isLate && !question.Tables.Contains(table.Id)))
            return GatheringRefusals.TableNotFound;
        if (Sheet.Check(counted, question.Asks, table) is { } wrong) return wrong;
        if (counted.TookPart < SpentAt(id, table.Id))
            return GatheringRefusals.FewerThanVoted(Words<Animal>.Of(table.Label));
        if (WrongReplaced(counted.Replaces, tally)) return GatheringRefusals.Invalid("replaces", ReplacesDetail);
        return this with { Tallies = Tallies.Add(entry with { IsLate = isLate }) };
    }

    /// <summary>An entry, as the person who made it reads it back.</summary>
    public Result<TallyDetails> TallySeenBy(QuestionId id, TallyId tally, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (Find(tally) is not { By: { } writer } entry || entry.Question != id || !by.Is(writer))
            return GatheringRefusals.TallyNotFound;
        return entry.Seen();
    }

    /// <summary>Which tables have been counted, for keepers; and what to replace where entries differ.</summary>
    public Result<TallyList> TalliesSeenBy(QuestionId id, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } question) return GatheringRefusals.QuestionNotFound;
        if (!question.HasSheet) return new TallyList([]);
        return new TallyList([.. TablesOf(question).Select(table => Tallied(id, table.Id))]);
    }

    /// <summary>
    /// What came of a question, once it is closed. Before that the answer is the same however many counts there are.
    /// </summary>
    public Result<QuestionResult> ResultOf(QuestionId id, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (Find(id) is not { } question || (!question.IsAgreed && KeptFor(by) is null))
            return GatheringRefusals.QuestionNotFound;
        if (question.State != QuestionState.Closed) return GatheringRefusals.StillOpen;
        var first = question.Asks.Before is { } before ? Find(before) : null;
        return OutcomeOf(question).Result(first is { State: QuestionState.Closed } ? OutcomeOf(first) : null);
    }

    private const string ReplacesDetail = "Use up to 20 different IDs of other entries for the same table.";

    private static bool WrongReplaced(ImmutableArray<TallyId> replaces, TallyId tally)
    {
        return replaces.IsDefault || replaces.Length > GatheringFields.MaxReplaced || replaces.Contains(tally)
            || replaces.Distinct().Count() != replaces.Length;
    }

    // Nobody finds out by trying numbers whether somebody else entered the same.
    // Only whoever made it knows it by its ID.
    private static bool IsAgain(Tally known, Tally entry)
    {
        return (known.By is not null || known.Device is not null) && known.IsSentAgain(entry);
    }

    private TalliedTable Tallied(QuestionId id, TableId table)
    {
        var ofTable = TalliesOf(id).Where(tally => tally.Counted.TableId == table).ToList();
        var state = Entries.StateOf(ofTable, SpentAt(id, table));
        return new(table, state, [.. Entries.Standing(ofTable).Select(tally => tally.Id)]);
    }

    /// <summary>An entry, or null.</summary>
    public Tally? Find(TallyId id) => Tallies.FirstOrDefault(tally => tally.Id == id);

    private ImmutableArray<Tally> TalliesOf(QuestionId id) => [.. Tallies.Where(tally => tally.Question == id)];

    private ImmutableArray<Table> TablesOf(Question question)
    {
        return question.State == QuestionState.Closed
            ? [.. Tables.Where(table => question.Tables.Contains(table.Id))]
            : Tables;
    }

    private Outcome OutcomeOf(Question question) => new(question, TalliesOf(question.Id), TablesOf(question))
    {
        Slips = [.. SlipSums.Where(sum => sum.Question == question.Id)],
    };
}
