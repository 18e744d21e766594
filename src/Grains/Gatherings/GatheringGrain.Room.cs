using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Grains.Gatherings;

/// <summary>What other records ask of the gathering.</summary>
internal sealed partial class GatheringGrain
{
    public async Task<GatheringStanding> GetStanding(Caller by) => (await Gathering.Read()).Record.StandingFor(by);

    public async Task<GatheringId?> GetPrevious() => (await Gathering.Read()).Record.Plan?.Previous;

    public async Task<RoomCount?> GetCount(QuestionId question) => (await Gathering.Read()).Record.CountOf(question);

    public async Task<Result<Done>> TakeOut(SentenceId sentence, TakeOutWords takeOut, Caller by)
    {
        var taken = await Gathering.Commit(gathering => gathering.TakeOut(sentence, takeOut, by));
        return (await Followed(Details(by, taken))).AsDone();
    }

    // What other areas share is kept beside it. Whoever is interrupted sends it again.
    private async Task<Result<GatheringDetails>> Followed(Result<GatheringDetails> changed)
    {
        if (changed.Refused(out var refusal, out var gathering)) return refusal;
        var followed = await GrainFactory.LinkedRoom(Key.Area, gathering.Id).Follow(gathering);
        return followed.Map(_ => gathering);
    }
}
