using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Gatherings;

/// <summary>What the sentences of the gathering ask of it.</summary>
internal sealed partial class GatheringGrain
{
    public async Task<GatheringStanding> GetStanding(Caller by) => (await Gathering.Read()).Record.StandingFor(by);

    public async Task<Result<Done>> TakeOut(SentenceId sentence, TakeOutWords takeOut, Caller by) =>
        (await Gathering.Commit(gathering => gathering.TakeOut(sentence, takeOut, by))).Map(_ => default(Done));
}
