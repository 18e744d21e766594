using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Panels;

/// <summary>
/// A panel: groups that recruit judge each candidate's answers with thumbs. Only leads of its groups see it. Refusals
/// have a code of <see cref="PanelRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.panel"), Alias("peernet.panel")]
public interface IPanelGrain : IGrainWithStringKey
{
    /// <summary>A lead of one of its groups sets it up, or changes the draft.</summary>
    [Alias("set-up")]
    Task<Result<Written<PanelDetails>>> SetUp(SetUpPanel says, IfMatch ifMatch, Caller by);

    /// <summary>The panel, with what was made of each answer.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<PanelDetails>> Get(Caller by);

    /// <summary>A lead says that the questions are agreed; from then on they stay.</summary>
    [Alias("agree")]
    Task<Result<PanelDetails>> Agree(IfMatch ifMatch, Caller by);

    /// <summary>A lead enters the sheet for a candidate, or corrects it.</summary>
    [Alias("enter")]
    Task<Result<Written<SheetDetails>>> Enter(Candidate candidate, EnterSheet sheet, IfMatch ifMatch, Caller by);

    /// <summary>What was made of one candidate's answers.</summary>
    [Alias("get-sheet"), AlwaysInterleave]
    Task<Result<SheetDetails>> GetSheet(Candidate candidate, Caller by);

    /// <summary>A lead of the group that set it up ends it: all of it is gone.</summary>
    [Alias("end")]
    Task<Result<Done>> End(Caller by, IfMatch ifMatch = default);

    /// <summary>All of it is gone if that day is six months after its own; before that nothing happens.</summary>
    [Alias("expire")]
    Task Expire(DateOnly today);
}

/// <summary>The panels of an area.</summary>
[GrainInterfaceType("peernet.panel-list"), Alias("peernet.panel-list")]
public interface IPanelListGrain : IGrainWithStringKey
{
    /// <summary>Those of a group that the caller leads (code <c>panel.not-found</c> for anybody else).</summary>
    [Alias("list")]
    Task<Result<PanelList>> List(GroupId group, Caller by);
}
