using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>The questions, and what was counted.</summary>
internal sealed partial class GatheringGrain
{
    public async Task<Result<Written<QuestionDetails>>> Ask(QuestionId question, AskQuestion asks, Caller by)
    {
        var votable = await VotableFor(asks);
        var ladder = await LadderOf(question, asks, by);
        var change = await Gathering.Commit(gathering => gathering.Ask(question, asks, by, ladder, votable));
        return change.Map(done => done.Part(gathering => gathering.Find(question)?.Seen()));
    }

    public Task<Result<QuestionDetails>> MakeReady(QuestionId question, IfMatch ifMatch, Caller by) =>
        Commit(question, gathering => gathering.MakeReady(question, by, ifMatch));

    public Task<Result<QuestionDetails>> OpenQuestion(QuestionId question, Caller by) =>
        Commit(question, gathering => gathering.OpenQuestion(question, by));

    public Task<Result<QuestionDetails>> CountQuestion(QuestionId question, Caller by) =>
        EndSlips(question, (gathering, keys) => gathering.CountQuestion(question, by, keys));

    public Task<Result<QuestionDetails>> CloseQuestion(QuestionId question, Caller by)
    {
        return EndSlips(
            question, (gathering, keys) => gathering.CloseQuestion(question, by, keys).Map(next => next.Release(Rule)));
    }

    public async Task<Result<Written<TallyDetails>>> Enter(
        QuestionId question, TallyId tally, EnterTally counted, Caller by)
    {
        var change = await Gathering.Commit(
            gathering => gathering.Enter(question, tally, counted, by, Now).Map(next => next.Release(Rule)));
        return change.Then(done => done.Record.TallySeenBy(question, tally, by).AsWritten(done.HasChanged));
    }

    public async Task<Result<TallyDetails>> GetTally(QuestionId question, TallyId tally, Caller by) =>
        (await Gathering.Read()).Record.TallySeenBy(question, tally, by);

    public async Task<Result<TallyList>> ListTallies(QuestionId question, Caller by) =>
        (await Gathering.Read()).Record.TalliesSeenBy(question, by);

    public async Task<Result<QuestionResult>> GetResult(QuestionId question, Caller by) =>
        (await Gathering.Read()).Record.ResultOf(question, by);

    public async Task<Result<ReleasedResult>> GetReleased(QuestionId question, Caller by) =>
        (await Gathering.Read()).Record.ReleasedOf(question, by);

    private async Task<ImmutableArray<VotableSentence>> VotableFor(AskQuestion asks) =>
        asks.Sentences.IsDefaultOrEmpty ? [] : await GrainFactory.Sentences(Key.Area, new(Key.Id)).ListVotable();

    // Whoever may not ask about a lens does not keep anybody from changing it.
    private async Task<AddLens?> LadderOf(QuestionId question, AskQuestion asks, Caller by)
    {
        if (asks.LensId is not { } id) return null;
        var lens = GrainFactory.Lens(Key.Area, id);
        if ((await lens.Get(by)).Refused(out _, out var found)) return null;
        if (Gathering.Latest.Ask(question, asks, by, found.Lens, []).Refused(out _, out _)) return found.Lens;
        return (await lens.Use()).OrNull();
    }

    private async Task<Result<QuestionDetails>> EndSlips(
        QuestionId question, Func<Gathering, IReadOnlyDictionary<QuestionId, SlipKey>, Result<Gathering>> transition)
    {
        var keys = await SlipKeys();
        var ended = await Commit(question, gathering => transition(gathering, keys));
        await TidyKeys();
        return ended;
    }

    private async Task<Result<QuestionDetails>> Commit(
        QuestionId question, Func<Gathering, Result<Gathering>> transition) =>
        (await Gathering.Commit(gathering => transition(gathering))).Map(done => done.Record.Find(question)!.Seen());
}
