using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Groups;

/// <summary>The group's timeline: what no other record says of it, and who sees it.</summary>
internal sealed partial record Group
{
    /// <summary>The day on which it had its first co-lead. It stays when that person is erased.</summary>
    public DateOnly? FirstCoLeadOn { get; init; }

    /// <summary>Whether a lead lets coordinators see the timeline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SharesTimeline { get; init; }

    /// <summary>
    /// Lets coordinators see the timeline, or no longer. The group decides, so a coordinator must be one of its leads.
    /// </summary>
    public Result<Group> ShareTimeline(bool isShared, Caller by)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (by.Member is not { } member || !(PartOf(member) >= Part.CoLead)) return GroupRefusals.TimelineLeadsOnly;
        return SharesTimeline == isShared ? this : this with { SharesTimeline = isShared };
    }

    /// <summary>Why the caller may not see the timeline, or null.</summary>
    public Refusal? WhyTimelineIsHiddenFrom(Caller by)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (by.Member is { } member && PartOf(member) >= Part.Member) return null;
        if (!by.Coordinates) return AccessRefusals.NotYours;
        return SharesTimeline ? null : GroupRefusals.TimelineNotShared;
    }

    private Group CoLed(DateOnly day) => this with { FirstCoLeadOn = FirstCoLeadOn < day ? FirstCoLeadOn : day };
}
