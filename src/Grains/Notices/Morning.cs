using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;

namespace PeerNet.Grains.Notices;

/// <summary>
/// The leads of a group, the logs that they are asked for, and whether they can be asked what the group has done.
/// </summary>
internal sealed record AskedLeads(
    ImmutableArray<MemberId> Leads, ImmutableArray<MissingLog> Missing, bool CanBeAskedForPractice)
{
    /// <summary>Whether guests of the group have a seat that time has ended.</summary>
    public bool HasExpiredSeats { get; init; }
}

/// <summary>
/// How far the area has come with its morning's work, so that restarts, several silos and repeated reminders do it
/// once.
/// </summary>
internal sealed record Morning
{
    /// <summary>The day, in London.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The last group whose leads were asked that day.</summary>
    public GroupId? After { get; init; }

    /// <summary>Whether that was the last group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDone { get; init; }

    /// <summary>Begins the work of the day, if it is late enough and this has not happened yet.</summary>
    public Morning Begin(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (today <= Day || now < Asking.MorningOf(today)) return this;
        return new() { Day = today };
    }

    /// <summary>A page of groups has been asked, up to that one; null if there are no more.</summary>
    public Morning Passed(GroupId? last) => last is null ? this with { IsDone = true } : this with { After = last };
}
