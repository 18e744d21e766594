using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// A gathering of two or more groups, kept by a lead of each. Refusals have a code of
/// <see cref="GatheringRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.gathering"), Alias("peernet.gathering")]
public interface IGatheringGrain : IGrainWithStringKey
{
    /// <summary>Plans it, or changes the plan before it opens.</summary>
    [Alias("put")]
    Task<Result<Written<GatheringDetails>>> Put(PlanGathering plan, IfMatch ifMatch, Caller by);

    /// <summary>The gathering, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<GatheringDetails>> Get(Caller by);

    /// <summary>The groups that hold it; none if nobody has planned it.</summary>
    [Alias("groups"), AlwaysInterleave]
    Task<ImmutableArray<GroupId>> GetGroups();

    /// <summary>A lead accepts to keep it for their group.</summary>
    [Alias("keep")]
    Task<Result<GatheringDetails>> Keep(GroupId group, Caller by, IfMatch ifMatch = default);

    /// <summary>A lead declines to keep it, or gives it up.</summary>
    [Alias("give-up")]
    Task<Result<Done>> GiveUp(GroupId group, Caller by, IfMatch ifMatch = default);

    /// <summary>Opens it, once it has two keepers.</summary>
    [Alias("open")]
    Task<Result<GatheringDetails>> Open(Caller by, IfMatch ifMatch = default);

    /// <summary>Asks to close it; the second keeper closes it, or one who has waited for a day.</summary>
    [Alias("close")]
    Task<Result<GatheringDetails>> Close(Caller by, IfMatch ifMatch = default);

    /// <summary>Cancels it for good, before it opens.</summary>
    [Alias("cancel")]
    Task<Result<GatheringDetails>> Cancel(CancelGathering cancel, Caller by, IfMatch ifMatch = default);

    /// <summary>Lays a table, or changes how many people sit at it.</summary>
    [Alias("lay")]
    Task<Result<Written<TableDetails>>> Lay(TableId table, LayTable lay, Caller by);
}

/// <summary>
/// The questions of a gathering. A side of the same grain as <see cref="IGatheringGrain"/>: closing the gathering
/// closes all of them at once.
/// </summary>
[GrainInterfaceType("peernet.gathering.questions"), Alias("peernet.gathering.questions")]
public interface IQuestionsGrain : IGrainWithStringKey
{
    /// <summary>Drafts a question, or changes a draft.</summary>
    [Alias("ask")]
    Task<Result<Written<QuestionDetails>>> Ask(QuestionId question, AskQuestion asks, Caller by);

    /// <summary>A keeper says that it is ready; with the second, it stays as it is.</summary>
    [Alias("ready")]
    Task<Result<QuestionDetails>> MakeReady(QuestionId question, IfMatch ifMatch, Caller by);

    /// <summary>Opens it to the room.</summary>
    [Alias("open")]
    Task<Result<QuestionDetails>> OpenQuestion(QuestionId question, Caller by);

    /// <summary>Ends the vote: slips are over, and tables count.</summary>
    [Alias("count")]
    Task<Result<QuestionDetails>> CountQuestion(QuestionId question, Caller by);

    /// <summary>Closes it, so that everybody sees what came of it.</summary>
    [Alias("close")]
    Task<Result<QuestionDetails>> CloseQuestion(QuestionId question, Caller by);

    /// <summary>Enters what was counted at a table.</summary>
    [Alias("enter")]
    Task<Result<Written<TallyDetails>>> Enter(QuestionId question, TallyId tally, EnterTally counted, Caller by);

    /// <summary>What the caller entered.</summary>
    [Alias("get-tally"), AlwaysInterleave]
    Task<Result<TallyDetails>> GetTally(QuestionId question, TallyId tally, Caller by);

    /// <summary>Which tables have been counted, for keepers.</summary>
    [Alias("list-tallies"), AlwaysInterleave]
    Task<Result<TallyList>> ListTallies(QuestionId question, Caller by);

    /// <summary>
    /// A keeper or a coordinator takes words out of questions, options and conditions, and of the gathering's plan.
    /// </summary>
    [Alias("take-out")]
    Task<Result<GatheringDetails>> TakeOut(TakeOutWords takeOut, Caller by, IfMatch ifMatch = default);
}
