using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>
/// How a gathering is linked with those of the same ID in other areas. Each area keeps its own record of it, and its
/// counts at home. Pure: each transition returns the next record, the same record, or a refusal.
/// </summary>
internal sealed partial record LinkedRoom : ISends<LinkedRoom>, IReceives<LinkedRoom>
{
    private const int MaxAreasAsked = 20;

    /// <summary>The gathering.</summary>
    public GatheringId Id { get; init; }

    /// <summary>The area that asked the others; null if it is not linked.</summary>
    public AreaId? Host { get; init; }

    /// <summary>What the host plans.</summary>
    public LinkedPlan? Plan { get; init; }

    /// <summary>The number of the letter that said so.</summary>
    public int PlanVersion { get; init; }

    /// <summary>Whether this area takes part.</summary>
    public LinkedRoomState State { get; init; }

    /// <summary>The areas that the host has asked; only there.</summary>
    [MaxItems(MaxAreasAsked)]
    public ImmutableArray<LinkedArea> Areas { get; init; } = [];

    /// <summary>The questions that all areas ask.</summary>
    [MaxItems(LinkedRoomFields.MaxQuestions)]
    public ImmutableArray<LinkedQuestion> Questions { get; init; } = [];

    /// <summary>
    /// What other areas have handed in, for questions that are not added up. There is room for areas that were not
    /// asked: of their letters that come first, nobody can tell.
    /// </summary>
    [MaxItems(10 * LinkedRoomFields.MaxQuestions)]
    public ImmutableArray<ReadyRoom> Ready { get; init; } = [];

    /// <summary>How it stands; an invitation only for whoever can answer it.</summary>
    /// <param name="canAnswer">Whether the caller leads a group or coordinates.</param>
    /// <param name="home">This area.</param>
    public Result<LinkedRoomDetails> SeenBy(bool canAnswer, AreaId home)
    {
        if (State != LinkedRoomState.Joined && !canAnswer) return LinkedRoomRefusals.NotFound;
        return Details(home) is { } details ? details : LinkedRoomRefusals.NotFound;
    }

    /// <summary>The other areas for which something waits, with the reason.</summary>
    public static IEnumerable<WaitingArea> WaitingFor(LinkedRoomDetails seen, Func<AreaId, string?> why)
    {
        return from area in seen.Areas.Select(one => one.Area).Append(seen.Host)
               let because = why(area)
               where because is not null
               select new WaitingArea(area, because);
    }

    /// <summary>
    /// The invitation, if nobody has answered it, it is not cancelled and its day has not passed; otherwise null.
    /// </summary>
    public LinkedRoomDetails? InvitationOn(DateOnly today, AreaId home)
    {
        var isWaiting = State == LinkedRoomState.Asked && Plan is { IsCancelled: false } && Plan.HeldOn >= today;
        return isWaiting ? Details(home) : null;
    }

    /// <summary>A shared question, or null.</summary>
    public LinkedQuestion? Find(QuestionId id) => Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>What came of a question in all areas together.</summary>
    public Result<TogetherResult> TogetherOf(QuestionId id)
    {
        if (Find(id) is not { } question) return LinkedRoomRefusals.NotShared;
        return question.Sum is { } sum ? Together.Of(question, sum) : LinkedRoomRefusals.NotAddedUp;
    }

    private IEnumerable<AreaId> Joined =>
        Areas.Where(one => one.State == LinkedRoomState.Joined).Select(one => one.Area);

    private ReadyRoom? ReadyOf(QuestionId question, AreaId area) =>
        Ready.FirstOrDefault(one => one.Question == question && one.Area == area);

    private LinkedRoom With(LinkedQuestion question) =>
        this with { Questions = Questions.Replace(Find(question.Id)!, question) };

    private LinkedRoomDetails? Details(AreaId home)
    {
        if (Host is not { } host || Plan is null) return null;
        return new LinkedRoomDetails
        {
            Id = Id,
            Host = host,
            Plan = Plan,
            State = State,
            Areas = Areas,
            Questions = [.. Questions.Select(question => Seen(question, home))],
        };
    }

    private LinkedQuestionDetails Seen(LinkedQuestion question, AreaId home) => new()
    {
        Id = question.Id,
        Areas = question.Areas,
        HandedIn = [.. question.Areas.Where(area => HasHandedIn(question, area, home))],
        Adding = question.Attempt?.Areas ?? [],
        IsAddedUp = question.Sum is not null,
    };

    private bool HasHandedIn(LinkedQuestion question, AreaId area, AreaId home)
    {
        if (question.Sum is { } sum) return !sum.Missing.Contains(area);
        return area == home ? question.IsHandedIn : ReadyOf(question.Id, area) is not null;
    }
}
