using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Meetings;

/// <summary>What the page shows on which a lead logs a meeting.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="GroupName">Its name.</param>
/// <param name="Today">The day in Sussex.</param>
public sealed record LogModel(GroupId GroupId, string GroupName, DateOnly Today)
{
    private const int MaxShown = 4;

    /// <summary>The meeting, if it is not to be chosen on the page.</summary>
    public MeetingDetails? Meeting { get; init; }

    /// <summary>The meetings that nobody has logged yet, the last first.</summary>
    public IReadOnlyList<MeetingLine> Open { get; init; } = [];

    /// <summary>Those of them that are shown. Any other is found by its day and time.</summary>
    public IEnumerable<MeetingLine> Shown => Open.Take(MaxShown);

    /// <summary>The next meetings: a page that a phone keeps shows each once its day has come.</summary>
    public IReadOnlyList<MeetingLine> Upcoming { get; init; } = [];

    /// <summary>The last meetings that are logged already, the last first.</summary>
    public IReadOnlyList<MeetingLine> Logged { get; init; } = [];

    /// <summary>Everyone who can be ticked, in the order in which they are shown.</summary>
    public IReadOnlyList<LogPerson> People { get; init; } = [];

    /// <summary>What is filled in.</summary>
    public LogForm Form { get; init; } = new();

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What happened since the lead opened the page.</summary>
    public LogNews News { get; init; }

    /// <summary>What the lead sent, if it was not saved because somebody else had saved something else.</summary>
    public LogForm? Unsaved { get; init; }

    /// <summary>Whether the meeting is logged as a whole, so that a change needs a reason.</summary>
    public bool IsCorrection => Meeting?.Recorded == true;

    /// <summary>Whether the meeting can be logged at all: it was not cancelled, and its day has come.</summary>
    public bool CanBeLogged => Meeting is null || (!IsCancelled && !IsToCome);

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled => Meeting?.State == MeetingState.Cancelled;

    /// <summary>Whether its day has not come yet.</summary>
    public bool IsToCome => Meeting?.HeldOn > Today;

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    public LogModel With(LogForm sent, FormErrors errors) => this with { Form = sent, Errors = errors };

    /// <summary>The name of one of the people, or null if the caller may not see it.</summary>
    public string? NameOf(MemberId member) => People.FirstOrDefault(person => person.MemberId == member)?.Name;
}

/// <summary>What happened to a meeting since its page was opened.</summary>
public enum LogNews
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Somebody else has logged it.</summary>
    LoggedMeanwhile,
    /// <summary>Somebody else has changed what is logged.</summary>
    ChangedMeanwhile,
}

/// <summary>Somebody who can be ticked.</summary>
/// <param name="MemberId">The person, or a guest as rosters know them.</param>
/// <param name="Name">Their name; null if the caller may not see it.</param>
/// <param name="IsLikely">Whether they came last time, or are marked as present already.</param>
public sealed record LogPerson(MemberId MemberId, string? Name, bool IsLikely);
