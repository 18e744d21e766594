using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Handing in counts. The counts themselves stay at home.</summary>
internal sealed partial record LinkedRoom
{
    /// <summary>A keeper says that our count is complete. What is counted afterwards changes nothing.</summary>
    /// <param name="id">The question.</param>
    /// <param name="count">What was counted; null if the question is not closed.</param>
    /// <param name="key">A new key.</param>
    /// <param name="standing">How our gathering stands, for the caller.</param>
    /// <param name="home">This area.</param>
    public Next<LinkedRoom> HandIn(
        QuestionId id, RoomCount? count, RoomKey key, GatheringStanding standing, AreaId home)
    {
        if (standing.State is null) return GatheringRefusals.NotFound;
        if (!standing.IsKeeper) return GatheringRefusals.KeepersOnly;
        if (Find(id) is not { } known) return LinkedRoomRefusals.NotShared;
        if (known.IsHandedIn) return this;
        if (count is null) return GatheringRefusals.StillOpen;
        var question = known with { Count = count, Key = key };
        return With(question)
            .SayReady(question, question.Areas.Remove(home), home)
            .Then(room => room.Answer(id, home));
    }

    private Next<LinkedRoom> SayReady(LinkedQuestion question, ImmutableArray<AreaId> to, AreaId home)
    {
        if (question is not { Count: { } count, Key: { } key }) return this;
        return this.Send([.. to.Select(area => new RoomReady
        {
            From = home,
            To = area,
            Gathering = Id,
            Question = question.Id,
            Enough = count.IsEnough,
            Key = key.Public,
        })]);
    }

    // It may come before the question does. The first key of an area counts, so that nobody can put in another.
    private Next<LinkedRoom> Receive(RoomReady ready, AreaId home)
    {
        if (Host is null || State != LinkedRoomState.Joined) return LinkRefusals.Misdirected;
        if (Host == home && !Joined.Contains(ready.From)) return LinkRefusals.Misdirected;
        if (!RoomKey.IsPublic(ready.Key)) return LinkRefusals.Misdirected;
        if (Find(ready.Question) is { Sum: not null }) return this;
        if (ReadyOf(ready.Question, ready.From) is not null) return this;
        if (Ready.Count(one => one.Area == ready.From) >= LinkedRoomFields.MaxQuestions) return RecordRefusals.Full;
        var room = this with { Ready = Ready.Add(new(ready.Question, ready.From, ready.Enough, ready.Key)) };
        return room.Answer(ready.Question, home);
    }
}
