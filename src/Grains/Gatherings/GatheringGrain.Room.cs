using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Gatherings;

/// <summary>What other records ask of the gathering.</summary>
internal sealed partial class GatheringGrain
{
    public async Task<GatheringStanding> GetStanding(Caller by) => (await Gathering.Read()).Record.StandingFor(by);

    public async Task<RoomCount?> GetCount(QuestionId question) => (await Gathering.Read()).Record.CountOf(question);

    public async Task<Result<Done>> TakeOut(SentenceId sentence, TakeOutWords takeOut, Caller by) =>
        (await Gathering.Commit(gathering => gathering.TakeOut(sentence, takeOut, by))).Map(_ => default(Done));
}
