using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>What the gathering has on paper.</summary>
internal sealed partial class GatheringGrain
{
    public async Task<Result<TableDetails>> MakeSlips(TableId table, MakeSlips make, Caller by)
    {
        var change = await Gathering.Commit(gathering => gathering.MakeSlips(table, make, keys.AreKept, by));
        return change.Map(done => done.Record.Find(table)!.Seen(isKeeper: true));
    }

    public async Task<Result<Paper>> GetPaper(Caller by)
    {
        var gathering = (await Gathering.Read()).Record;
        var secret = gathering.KeysNeeded().Contains(Key.Id) ? await keys.FindOrMake(Key.Id, Key.Id) : null;
        return gathering.PaperSeenBy(secret is null ? null : new(secret), by);
    }

    public async Task<Result<SlipDetails>> FindSlip(string code)
    {
        var table = await TableOf(code);
        return (await Gathering.Read()).Record.SlipSeenAt(table);
    }

    public async Task<Result<SlipAnswer>> Spend(QuestionId question, SpendSlip slip)
    {
        var table = await TableOf(slip.Code);
        var key = table is null ? null : await KeyFor(question);
        var change = await Gathering.Commit(gathering => gathering.Spend(question, table, slip, key));
        return change.Map(done => new SlipAnswer(question, done.Record.InOrder(question, slip.Choices)));
    }

    public async Task<Result<TableDetails>> ChangeCode(TableId table, ChangeCode change, Caller by)
    {
        var changed = await Gathering.Commit(gathering => gathering.ChangeCode(table, change, by));
        return changed.Map(done => done.Record.Find(table)!.Seen(isKeeper: true));
    }

    public async Task<Result<TableRight>> FindTable(string code)
    {
        var key = await PaperKey();
        return (await Gathering.Read()).Record.TableOf(code, key, Now);
    }

    public async Task<Result<TableSheets>> GetSheets(TableRight right, string device)
    {
        var key = await PaperKey();
        return (await Gathering.Read()).Record.SheetsSeenAt(right, key, device);
    }

    public async Task<Result<Written<TallyDetails>>> EnterAt(
        TableRight right, string device, QuestionId question, TallyId tally, EnterTally counted)
    {
        var key = await PaperKey();
        var entry = new Tally(tally, question, null, counted, Now);
        var change = await Gathering.Commit(
            gathering => gathering.EnterAt(right, key, device, entry).Map(next => next.Release(Rule)));
        return change.Map(done => done.Part(gathering => gathering.Find(tally)?.Seen()));
    }

    public async Task TidyKeys() => keys.DestroyAllBut(Key.Id, (await Gathering.Read()).Record.KeysNeeded());

    private async Task<TableId?> TableOf(string code)
    {
        var tables = Gathering.Latest.Tables;
        return (await PaperKey())?.FindSlip(code, tables);
    }

    private async Task<PaperKey?> PaperKey() =>
        await keys.Find(Key.Id, Key.Id) is { } secret ? new(secret) : null;

    // A key that is lost is not replaced: somebody could answer twice.
    private async Task<SlipKey?> KeyFor(QuestionId question)
    {
        if (!Gathering.Latest.IsOpen(question)) return null;
        var secret = Gathering.Latest.Slips.Any(slip => slip.Question == question)
            ? await keys.Find(Key.Id, question.Value)
            : await keys.FindOrMake(Key.Id, question.Value);
        return secret is null ? null : new(secret);
    }

    private async Task<IReadOnlyDictionary<QuestionId, SlipKey>> SlipKeys()
    {
        var found = new Dictionary<QuestionId, SlipKey>();
        foreach (var question in Gathering.Latest.Slips.Select(slip => slip.Question).Distinct())
            if (await keys.Find(Key.Id, question.Value) is { } secret) found[question] = new(secret);
        return found;
    }
}
