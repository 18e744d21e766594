using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>Slips of paper, with which people answer for themselves instead of raising a hand.</summary>
internal sealed partial record Gathering
{
    /// <summary>The keys that are still needed: of what is printed, and of each question that is open.</summary>
    public IReadOnlySet<Guid> KeysNeeded()
    {
        if (Plan is null || IsOver) return ImmutableHashSet<Guid>.Empty;
        var open = Questions.Where(question => question.State == QuestionState.Open);
        return open.Select(question => question.Id.Value).Append(Id.Value).ToImmutableHashSet();
    }

    /// <summary>A keeper has slips made for a table.</summary>
    /// <param name="id">The table.</param>
    /// <param name="make">How many it is to have.</param>
    /// <param name="areKeysKept">Whether this area has a place for keys.</param>
    /// <param name="by">The caller.</param>
    public Result<Gathering> MakeSlips(TableId id, MakeSlips make, bool areKeysKept, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } table) return GatheringRefusals.TableNotFound;
        if (make.Count == table.Slips) return this;
        if (IsOver) return GatheringRefusals.State;
        if (!areKeysKept) return GatheringRefusals.NoPaper;
        if (make.Count < table.Slips || make.Count > table.Present)
            return GatheringRefusals.Invalid("count")
                .Saying("Use {0} to {1}, one for each person.", $"{table.Slips}", $"{table.Present}");
        var others = Tables.Concat(TakenAway).Sum(one => one.Slips) - table.Slips;
        if (others + make.Count > GatheringFields.MaxSlips)
            return GatheringRefusals.Invalid("count", $"All tables together have up to {GatheringFields.MaxSlips}.");
        return this with { Tables = Tables.Replace(table, table with { Slips = make.Count }) };
    }

    /// <summary>
    /// A slip answers an open question. The same again changes nothing, and other choices replace the first.
    /// </summary>
    /// <param name="id">The question.</param>
    /// <param name="at">The table of the slip; null if it has none.</param>
    /// <param name="slip">The answer.</param>
    /// <param name="key">The question's key; null if there is none.</param>
    public Result<Gathering> Spend(QuestionId id, TableId? at, SpendSlip slip, SlipKey? key)
    {
        if (Find(id) is not { IsAgreed: true } question) return GatheringRefusals.UnknownCode;
        if (!question.HasSheet) return GatheringRefusals.CountsNothing;
        if (question.State != QuestionState.Open) return GatheringRefusals.NotOpen;
        if (at is not { } seat || Find(seat) is not { } table) return GatheringRefusals.UnknownCode;
        if (key is null) return GatheringRefusals.NoPaper;
        if (SlipRules.Check(slip.Choices, question.Asks) is { } wrong) return wrong;
        var (mark, choices) = key.Seal(slip.Code, SlipRules.PlacesOf(slip.Choices, question.Asks));
        var known = Slips.FirstOrDefault(one => one.Question == id && one.Mark == mark);
        if (known?.Sealed == choices) return this;
        if (known is not null) return this with { Slips = Slips.Replace(known, known with { Sealed = choices }) };
        if (SpentAt(id, seat) >= table.Present) return GatheringRefusals.TooManySlips(Words<Animal>.Of(table.Label));
        // In the order of their marks, which says nothing about who came first.
        var spent = Slips.Add(new(id, seat, mark, choices));
        return this with { Slips = spent.Sort((one, other) => string.CompareOrdinal(one.Mark, other.Mark)) };
    }

    /// <summary>What a slip can answer now.</summary>
    public Result<SlipDetails> SlipSeenAt(TableId? at)
    {
        if (Plan is null || State != GatheringState.Open) return GatheringRefusals.UnknownCode;
        if (at is not { } seat || Find(seat) is not { } table) return GatheringRefusals.UnknownCode;
        var open = Questions.Where(question => question is { State: QuestionState.Open, HasSheet: true });
        return new SlipDetails(Id, Plan.Title, table.Label, [.. open.Select(question => question.Seen())]);
    }

    /// <summary>What is to be printed, for keepers.</summary>
    public Result<Paper> PaperSeenBy(PaperKey? key, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (key is null) return GatheringRefusals.NoPaper;
        return new Paper([.. Tables.Select(table => new TablePaper(
            table.Id, key.CodeOf(table), key.RightOf(table), [.. key.SlipsOf(table)]))]);
    }

    /// <summary>Choices in the order of the sheet.</summary>
    public ImmutableArray<string> InOrder(QuestionId id, ImmutableArray<string> choices) =>
        [.. SheetBoxes.Of(Find(id)!.Asks).Where(choices.Contains)];

    /// <summary>Whether a question is open.</summary>
    public bool IsOpen(QuestionId id) => Find(id) is { State: QuestionState.Open };

    // Adds up the slips of questions that are over, table by table. Without its key, a question's slips cannot be read
    // and are not counted.
    private Gathering Summed(IReadOnlyDictionary<QuestionId, SlipKey> keys)
    {
        var over = Slips.Where(slip => !IsOpen(slip.Question)).ToList();
        if (over.Count == 0) return this;
        var sums = over.GroupBy(slip => (slip.Question, slip.Table))
            .Select(same => SumOf(same.Key.Question, same.Key.Table, [.. same], keys));
        return this with { Slips = Slips.RemoveRange(over), SlipSums = [.. SlipSums, .. sums.OfType<SlipSum>()] };
    }

    private SlipSum? SumOf(
        QuestionId question, TableId table, IReadOnlyList<SpentSlip> slips,
        IReadOnlyDictionary<QuestionId, SlipKey> keys)
    {
        var key = keys.GetValueOrDefault(question);
        var opened = slips.Select(slip => key?.Open(slip)).ToList();
        if (opened.Any(choices => choices is null)) return null;
        var boxes = SheetBoxes.Of(Find(question)!.Asks).Select((_, place) => place);
        var counts = boxes.Select(place => opened.Count(choices => choices!.Value.Contains(place)));
        return new(question, table, slips.Count) { Counts = [.. counts] };
    }

    private int SpentAt(QuestionId question, TableId table)
    {
        return Slips.Count(slip => slip.Question == question && slip.Table == table)
            + SlipSums.Where(sum => sum.Question == question && sum.Table == table).Sum(sum => sum.TookPart);
    }
}
