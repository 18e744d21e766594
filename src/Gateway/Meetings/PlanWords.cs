using PeerNet.Contracts;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Meetings;

/// <summary>What to do about a meeting that cannot be planned, for people.</summary>
internal static class PlanWords
{
    public static Sentence Of(Refusal refusal) => refusal.Code switch
    {
        "meeting.already-held" => "This meeting is logged already, so it cannot be moved or cancelled.",
        "meeting.cancelled" => "This meeting is cancelled. Say that it is going ahead before you change it.",
        "meeting.no-such-time" => "The clocks go forward that night, and skip this time. Choose another.",
        "group.closed" => "The group is closed by then. Choose an earlier day.",
        _ => refusal.Says(),
    };
}
