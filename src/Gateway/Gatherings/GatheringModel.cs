using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.LinkedRooms;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What the pages of a gathering show.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Groups">Its groups.</param>
/// <param name="Now">The time.</param>
public sealed record GatheringModel(GatheringDetails Gathering, IReadOnlyList<KeptGroup> Groups, DateTimeOffset Now)
{
    /// <summary>What is known of each question that was opened.</summary>
    public IReadOnlyDictionary<QuestionId, CountedQuestion> Counted { get; init; } =
        new Dictionary<QuestionId, CountedQuestion>();

    /// <summary>How it is linked with those of other areas.</summary>
    public required LinkedModel Linked { get; init; }

    /// <summary>What came of it, once it is over.</summary>
    public WriteUp? WriteUp { get; init; }

    /// <summary>The lenses that lie on its tables.</summary>
    public IReadOnlyList<LensDetails> Lenses { get; init; } = [];

    /// <summary>What comes from it and is to be done next, was done or was given up; on its own page only.</summary>
    public ImmutableArray<NextStepDetails> Steps { get; init; } = [];

    /// <summary>What the groups are called that own one of those.</summary>
    public IReadOnlyDictionary<GroupId, string> StepOwners { get; init; } = new Dictionary<GroupId, string>();

    /// <summary>What the groups are called that own a step of an earlier gathering.</summary>
    public IReadOnlyDictionary<GroupId, string> Owners { get; init; } = new Dictionary<GroupId, string>();

    /// <summary>The words to take out, as they were typed.</summary>
    public string? TypedWords { get; init; }

    /// <summary>What could not be done.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The group for which the caller keeps it, if they do.</summary>
    public KeptGroup? Mine => Groups.FirstOrDefault(group => group.Keeper.IsMine);

    /// <summary>Whether the caller is one of its keepers.</summary>
    public bool IsKeeper => Mine is not null;

    /// <summary>The group for which the caller can write something down, if they belong to one of its groups.</summary>
    public KeptGroup? Own =>
        Groups.Where(group => group.IsOwn).MaxBy(group => (group.Keeper.IsMine, group.IsLed));

    /// <summary>Whether what is written down for a group can come from it.</summary>
    public bool HasBegun => Gathering.State is GatheringState.Open or GatheringState.Closed;

    /// <summary>Where the caller writes down what gets in the way or is to be done, as coming from it.</summary>
    /// <param name="what">Barriers or steps, as an address has them.</param>
    public string? AddressOfNew(string what) =>
        HasBegun && Own is { } own ? $"/groups/{own.Keeper.GroupId}/{what}/new?gathering={Gathering.Id}" : null;

    /// <summary>The address of its page.</summary>
    public string Url => $"/gatherings/{Gathering.Id}";

    /// <summary>Whether tables, questions and keepers can still change.</summary>
    public bool IsToCome => Gathering.State is GatheringState.Planned or GatheringState.Open;

    /// <summary>Whether it is still kept who comes.</summary>
    public bool KeepsComing => IsToCome && GatheringFields.KeepsComing(Gathering.Plan.HeldOn, London.DayOf(Now));

    /// <summary>Whether enough groups keep it for it to open.</summary>
    public bool HasTwoKeepers =>
        Groups.Count(group => group.Keeper.State == KeeperState.Keeping) >= GatheringFields.MinGroups;

    /// <summary>Whether another area shares a question that did not fit in here; right only for keepers.</summary>
    public bool HasNoRoomForShared
    {
        get
        {
            var isFull = Gathering.Questions.Length >= GatheringFields.MaxQuestions;
            return isFull && Linked.Room?.Questions.Any(shared => Find(shared.Id) is null) == true;
        }
    }

    /// <summary>Whether its day has not come yet.</summary>
    public bool IsBeforeItsDay => Gathering.Plan.HeldOn > London.DayOf(Now);

    /// <summary>The question, or null.</summary>
    public QuestionDetails? Find(QuestionId id) => Gathering.Questions.FirstOrDefault(one => one.Id == id);

    /// <summary>What came of a question, once it is closed.</summary>
    public QuestionResult? ResultOf(QuestionId id) => Counted.GetValueOrDefault(id)?.Result;

    /// <summary>What anybody may be told of a question, once its gathering is over.</summary>
    public ReleasedResult? ReleasedOf(QuestionId id) => Counted.GetValueOrDefault(id)?.Released;

    /// <summary>Which tables are in, for keepers; empty for anybody else.</summary>
    public IReadOnlyList<TalliedTable> TablesOf(QuestionId id) =>
        [.. Counted.GetValueOrDefault(id)?.Tables?.Tables ?? []];

    /// <summary>What a table is called.</summary>
    public Animal? LabelOf(TableId id) => Gathering.Tables.FirstOrDefault(table => table.Id == id)?.Label;

    /// <summary>Its groups, as a sentence names them.</summary>
    public Listing GroupNames =>
        new(Groups.Select(group => group.Name ?? (object)new Sentence("a group that is not here any more")));

    /// <summary>The names of some of its groups.</summary>
    public Listing NamesOf(IEnumerable<PeerNet.Contracts.Groups.GroupId> groups) =>
        new(Groups.Where(one => groups.Contains(one.Keeper.GroupId)).Select(one => one.Name).OfType<string>());
}

/// <summary>A group of a gathering.</summary>
/// <param name="Keeper">Whether somebody keeps it for the group.</param>
/// <param name="Name">What the group is called; null if it is not there.</param>
/// <param name="IsOwn">Whether the caller belongs to it.</param>
/// <param name="IsLed">Whether the caller leads it.</param>
public sealed record KeptGroup(KeeperDetails Keeper, string? Name, bool IsOwn, bool IsLed)
{
    /// <summary>Whether the caller can say that they will keep the gathering for it, or will not.</summary>
    public bool WaitsForCaller => IsLed && Keeper.State != KeeperState.Keeping;
}

/// <summary>What is known of a question that was opened.</summary>
/// <param name="Id">The question.</param>
/// <param name="Result">What came of it, once it is closed.</param>
/// <param name="Tables">Which tables are in, for keepers.</param>
/// <param name="Released">What anybody may be told of it, once its gathering is over.</param>
public sealed record CountedQuestion(
    QuestionId Id, QuestionResult? Result, TallyList? Tables, ReleasedResult? Released);
