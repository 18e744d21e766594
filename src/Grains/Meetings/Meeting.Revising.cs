using System.Text.Json.Serialization;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Meetings;

/// <summary>When the meeting last became different in people's calendars.</summary>
internal sealed partial record Meeting
{
    /// <summary>
    /// Its last change of day, time, length, title or place, or whether it takes place; null if it has only followed
    /// its series. What people intend and who came does not count: strangers can see the number.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Revision? Revised { get; init; }

    /// <summary>The meeting after a change, with a new revision if calendars show the change.</summary>
    public Next<Meeting> Revise(Meeting before, GroupStanding group, DateTimeOffset now)
    {
        if (ReferenceEquals(this, before)) return this;
        var was = before.Begun(Id, group).Now(group);
        return was.ShownIn(group) == Now(group).ShownIn(group)
            ? this
            : this with { Revised = Revision.After(Revised, now) };
    }

    private (DateOnly, TimeOnly, int, string?, Place?, bool IsOff) ShownIn(GroupStanding group) =>
        (HeldOn, StartsAt, Minutes ?? LengthIn(group), Title, Place, IsOff);
}
