using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// What whoever holds a table's paper can do: enter the counts of that table, while the gathering is on.
/// </summary>
internal sealed partial record Gathering
{
    /// <summary>A keeper takes a table's code back and makes another.</summary>
    public Result<Gathering> ChangeCode(TableId id, ChangeCode change, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } table) return GatheringRefusals.TableNotFound;
        if (change.Number == table.Code) return this;
        if (IsOver) return GatheringRefusals.State;
        if (change.Number > GatheringFields.MaxCodes) return RecordRefusals.Full;
        return change.Number == table.Code + 1
            ? this with { Tables = Tables.Replace(table, table with { Code = change.Number }) }
            : GatheringRefusals.Invalid("number").Saying("Use {0} for another code.", $"{table.Code + 1}");
    }

    /// <summary>The right of whoever types a table's code, on the day of the gathering.</summary>
    public Result<TableRight> TableOf(string code, PaperKey? key, DateTimeOffset now)
    {
        if (Plan is null || State != GatheringState.Open || Plan.HeldOn != London.DayOf(now))
            return GatheringRefusals.UnknownCode;
        return key?.FindTable(code, Tables) is { } table
            ? new TableRight(Id, table.Id, key.RightOf(table))
            : GatheringRefusals.UnknownCode;
    }

    /// <summary>
    /// What whoever holds a table's paper can enter, now or once it is opened, and what was entered from their device.
    /// </summary>
    public Result<TableSheets> SheetsSeenAt(TableRight right, PaperKey? key, string device)
    {
        if (Plan is null || SeatOf(right, key) is not { } table) return GatheringRefusals.UnknownCode;
        var onPaper = Questions.Where(one => one.IsOnPaper && TablesOf(one).Contains(table));
        var sheets = onPaper.Select(question => new TableSheet(
            question.Seen(), Tallied(question.Id, table.Id), MineOf(question.Id, table.Id, device)));
        return new TableSheets(Plan.Title, new(table.Id, table.Label, table.Present), [.. sheets]);
    }

    /// <summary>
    /// Whoever holds a table's paper enters its counts, even when the question has closed. What comes before it is
    /// opened has the code <c>gathering.question-state</c>, and nothing else has: phones send it again later.
    /// </summary>
    /// <param name="right">The right.</param>
    /// <param name="key">The key of what is on paper; null if there is none.</param>
    /// <param name="device">The digest of the device's secret.</param>
    /// <param name="entry">The entry.</param>
    public Result<Gathering> EnterAt(TableRight right, PaperKey? key, string device, Tally entry)
    {
        if (SeatOf(right, key) is not { } table) return GatheringRefusals.UnknownCode;
        if (entry.Counted.TableId != table.Id) return GatheringRefusals.TableNotFound;
        if (Find(entry.Question) is not { IsAgreed: true }) return GatheringRefusals.QuestionNotFound;
        var entered = Enter(entry with { By = null, Device = device });
        var ofTable = TalliesOf(entry.Question).Count(tally => tally.Counted.TableId == table.Id);
        var isMore = !entered.Refused(out _, out var next) && !ReferenceEquals(next, this);
        return isMore && ofTable >= GatheringFields.MaxAtTable ? RecordRefusals.Full : entered;
    }

    private Table? SeatOf(TableRight right, PaperKey? key)
    {
        if (State != GatheringState.Open || Find(right.TableId) is not { } table) return null;
        return key?.Is(right.Right, table) == true ? table : null;
    }

    private ImmutableArray<TallyDetails> MineOf(QuestionId question, TableId table, string device)
    {
        return [.. TalliesOf(question).Where(tally => tally.Device == device && tally.Counted.TableId == table)
            .Select(tally => tally.Seen())];
    }
}
