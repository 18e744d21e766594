using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>What a gathering has in common with those of other areas. The link itself is kept beside it.</summary>
internal sealed partial record Gathering
{
    /// <summary>
    /// Receives a question that keepers of another area have agreed on. It is ready, and nobody here changes it.
    /// </summary>
    public Next<Gathering> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        if (message is not QuestionBrought brought) return LinkRefusals.Misdirected;
        if (Plan is null || IsOver || Find(brought.Question) is not null) return this;
        var question = new Question
        {
            Id = brought.Question, Asks = brought.Asks, State = QuestionState.Ready, IsBrought = true,
        };
        return this with { Questions = Questions.Add(question) };
    }

    /// <summary>
    /// What was counted for a question; null before it is closed, and for one whose counts are not added up.
    /// </summary>
    public RoomCount? CountOf(QuestionId id)
    {
        return Find(id) is { State: QuestionState.Closed } question && LinkedRoomFields.CanBeAdded(question.Asks.Kind)
            ? OutcomeOf(question).Count()
            : null;
    }
}
