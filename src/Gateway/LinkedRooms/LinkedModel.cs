using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.LinkedRooms;

/// <summary>What the pages of a gathering show of the other areas that hold it.</summary>
/// <param name="Home">This area.</param>
/// <param name="Neighbours">The areas next to it.</param>
/// <param name="Room">How it is linked; null if it is not, or the caller may not see it.</param>
public sealed record LinkedModel(NamedArea Home, IReadOnlyList<NamedArea> Neighbours, LinkedRoomDetails? Room)
{
    /// <summary>What came of each question in all areas together, once it is added up.</summary>
    public IReadOnlyDictionary<QuestionId, TogetherResult> Together { get; init; } =
        new Dictionary<QuestionId, TogetherResult>();

    /// <summary>Whether this area asked the others.</summary>
    public bool IsHost => Room?.Host == Home.Area;

    /// <summary>Whether another area asks this one, which does not take part.</summary>
    public bool IsAsked => Room is { State: not LinkedRoomState.Joined };

    /// <summary>Whether the area that asked has cancelled its gathering.</summary>
    public bool IsCancelled => Room is { Plan.IsCancelled: true };

    /// <summary>Whether this area takes part.</summary>
    public bool IsLinked => Room is { State: LinkedRoomState.Joined };

    /// <summary>The areas that a keeper can still ask; none if another area asks, until that is declined.</summary>
    public IEnumerable<NamedArea> CanBeAsked
    {
        get
        {
            var others = Room?.Areas ?? [];
            var isFull = others.Count(one => one.State != LinkedRoomState.Declined) >= LinkedRoomFields.MaxAreas - 1;
            if (isFull || (Room is { State: not LinkedRoomState.Declined } && !IsHost)) return [];
            return Neighbours.Where(one => others.All(other => other.Area != one.Area));
        }
    }

    /// <summary>The areas for which something waits until the border to them is open.</summary>
    public IEnumerable<AreaId> Closed =>
        Room?.Waiting.Where(one => LinkWords.IsClosed(one.WaitsBecause)).Select(one => one.Area) ?? [];

    /// <summary>A question that all areas ask, or null.</summary>
    public LinkedQuestionDetails? Find(QuestionId id) => Room?.Questions.FirstOrDefault(one => one.Id == id);

    /// <summary>What came of a question in all areas together, or null.</summary>
    public TogetherResult? TogetherOf(QuestionId id) => Together.GetValueOrDefault(id);

    /// <summary>Whether a question is closed here, and nobody has said that its count is complete.</summary>
    public bool CanHandIn(QuestionDetails question)
    {
        return question.State == QuestionState.Closed
            && Find(question.Id) is { IsAddedUp: false } shared && !shared.HandedIn.Contains(Home.Area);
    }

    /// <summary>Whether a keeper can share a question with the other areas.</summary>
    public bool CanShare(QuestionDetails question)
    {
        return IsHost && Find(question.Id) is null && LinkedRoomFields.CanBeAdded(question.Asks.Kind)
            && question.State is QuestionState.Ready or QuestionState.Open;
    }

    /// <summary>What an area is called.</summary>
    public string NameOf(AreaId area) =>
        Neighbours.Append(Home).FirstOrDefault(one => one.Area == area)?.Name ?? area.Value;

    /// <summary>Areas as a sentence names them.</summary>
    public Listing NamesOf(IEnumerable<AreaId> areas) => new(areas.Select(NameOf));
}
