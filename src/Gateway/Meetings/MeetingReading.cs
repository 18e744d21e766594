using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Meetings;

/// <summary>Reads meetings for their pages.</summary>
internal static class MeetingReading
{
    /// <summary>Returns a meeting for whom may plan it (code <c>access.leads-only</c>).</summary>
    public static async Task<Result<PlanModel>> ReadPlanned(this Home home, MeetingId id, Caller by)
    {
        if ((await home.Meeting(id).Get(by)).Refused(out var refusal, out var meeting)) return refusal;
        if ((await home.ReadLed(meeting.GroupId, by)).Refused(out refusal, out var group)) return refusal;
        return new PlanModel(group, PlanForm.Of(meeting), meeting);
    }

    /// <summary>Returns a meeting with its group, as the caller sees them.</summary>
    public static async Task<Result<MeetingModel>> ReadMeeting(
        this Home home, MeetingId id, Caller by, TimeProvider clock)
    {
        if ((await home.Meeting(id).Get(by)).Refused(out var refusal, out var meeting)) return refusal;
        if ((await home.Group(meeting.GroupId).Get(by)).Refused(out refusal, out var group)) return refusal;
        return new MeetingModel(meeting, group, by, clock.GetUtcNow());
    }
}
