using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Meetings;

/// <summary>One meeting: its plan and its record.</summary>
[GrainInterfaceType("peernet.meeting"), Alias("peernet.meeting")]
public interface IMeetingGrain : IGrainWithStringKey
{
    /// <summary>Plans a one-off meeting, or moves a planned one.</summary>
    [Alias("plan")]
    Task<Result<Written<MeetingDetails>>> Plan(PlanMeeting plan, IfMatch ifMatch, Caller by);

    /// <summary>The meeting, with the details the caller may see (code <c>meeting.not-found</c>).</summary>
    [Alias("get"), Orleans.Concurrency.ReadOnly]
    Task<Result<MeetingDetails>> Get(Caller by);

    /// <summary>Logs the whole meeting at once.</summary>
    [Alias("record")]
    Task<Result<Written<MeetingDetails>>> Record(RecordMeeting record, Caller by, IfMatch ifMatch = default);

    /// <summary>
    /// Marks one person. Interleaves, so that people marking themselves at the same time share a write.
    /// </summary>
    [Alias("mark"), Orleans.Concurrency.AlwaysInterleave]
    Task<Result<MeetingDetails>> Mark(
        MemberId member, MarkAttendance mark, Caller by, IfMatch ifMatch = default);

    /// <summary>Sets the number of people counted at the door without a name.</summary>
    [Alias("count")]
    Task<Result<MeetingDetails>> Count(Unnamed counted, Caller by, IfMatch ifMatch = default);

    /// <summary>Cancels a meeting that has not been held.</summary>
    [Alias("cancel")]
    Task<Result<MeetingDetails>> Cancel(CancelMeeting cancellation, Caller by, IfMatch ifMatch = default);

    /// <summary>Reinstates a cancelled meeting.</summary>
    [Alias("reinstate")]
    Task<Result<MeetingDetails>> Reinstate(Caller by, IfMatch ifMatch = default);

    /// <summary>Corrects the record of a logged meeting.</summary>
    [Alias("correct")]
    Task<Result<Written<MeetingDetails>>> Correct(
        CorrectionId id, CorrectMeeting correction, Caller by, IfMatch ifMatch = default);
}
