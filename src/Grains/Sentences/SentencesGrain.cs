using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Sentences;

/// <summary>Holds the sentences of one gathering.</summary>
[GrainType("sentences")]
internal sealed class SentencesGrain(
    [PersistentState("sentences", StorageNames.Area)] IPersistentState<Row<SentenceSet>> stored, TimeProvider clock)
    : Grain, ISentencesGrain, IStandingGrain
{
    private Durable<SentenceSet> Sentences => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private GatheringId Gathering => new(Key.Id);

    private DateOnly Today => London.DayOf(clock.GetUtcNow());

    public async Task<Result<Written<SentenceDetails>>> Write(
        SentenceId sentence, WriteSentence says, IfMatch ifMatch, Caller by)
    {
        var room = await RoomOf(by);
        var change = await Sentences.Commit(set => set.Write(Gathering, sentence, says, ifMatch, room));
        return change.Then(done => done.Record.SeenBy(room, sentence, Today)
            .AsWritten(done.Before.Record.Find(sentence) is null));
    }

    public async Task<Result<SentenceDetails>> Agree(
        SentenceId sentence, TableId table, AgreeToSentence heard, Caller by, IfMatch ifMatch)
    {
        var groups = await GrainFactory.Gathering(Key.Area, Gathering).GetGroups();
        var notShared = await GrainFactory.WhyNotShared(Key.Area, heard.Readers, groups);
        return await Commit(sentence, by, (set, room) => set.Agree(sentence, table, heard, room, ifMatch, notShared));
    }

    public Task<Result<SentenceDetails>> PutToVote(SentenceId sentence, Caller by, IfMatch ifMatch) =>
        Commit(sentence, by, (set, room) => set.PutToVote(sentence, room, ifMatch));

    public Task<Result<SentenceDetails>> Withdraw(SentenceId sentence, Caller by, IfMatch ifMatch) =>
        Commit(sentence, by, (set, room) => set.Withdraw(sentence, room, ifMatch));

    public async Task<Result<SentenceDetails>> TakeOut(
        SentenceId sentence, TakeOutWords takeOut, Caller by, IfMatch ifMatch)
    {
        var taken = await Commit(sentence, by, (set, room) => set.TakeOut(sentence, takeOut, room, ifMatch));
        if (taken.Refused(out var refusal, out _)) return refusal;
        var asked = await GrainFactory.Room(Key.Area, Gathering).TakeOut(sentence, takeOut, by);
        return asked.Then(_ => taken);
    }

    public async Task<Result<SentenceDetails>> Get(SentenceId sentence, Caller by) =>
        (await Sentences.Read()).Record.SeenBy(await RoomOf(by), sentence, Today);

    public async Task<Result<ImmutableArray<SentenceDetails>>> List(Caller by) =>
        (await Sentences.Read()).Record.SeenBy(await RoomOf(by), Today);

    public async Task<ImmutableArray<VotableSentence>> ListVotable() => (await Sentences.Read()).Record.ListVotable();

    public async Task<ImmutableArray<TableId>> ListTables() => (await Sentences.Read()).Record.ListTables();

    public async Task<FewOrMore?> CountTables(Caller by) =>
        (await Sentences.Read()).Record.WordsStanding(await RoomOf(by));

    private async Task<Result<SentenceDetails>> Commit(
        SentenceId sentence, Caller by, Func<SentenceSet, GatheringStanding, Result<SentenceSet>> transition)
    {
        var room = await RoomOf(by);
        var change = await Sentences.Commit(set => transition(set, room));
        return change.Then(done => done.Record.SeenBy(room, sentence, Today));
    }

    private Task<GatheringStanding> RoomOf(Caller by) => GrainFactory.Room(Key.Area, Gathering).GetStanding(by);
}
