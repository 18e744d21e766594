using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Connections;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>
/// A group and the people in it. Pure: each transition returns the next group, the same group, or a refusal.
/// </summary>
internal sealed partial record Group : IHasEditions, IHasFace, ISends<Group>, IReceives<Group>, IForgets<Group>
{
    /// <summary>The group's own id, so that a row can be read without its key.</summary>
    public GroupId Id { get; init; }

    /// <summary>Its description, or null if the group does not exist.</summary>
    public GroupDescription? Description { get; init; }

    /// <summary>Everyone who belongs, has asked to join or is invited.</summary>
    [MaxItems(1000)]
    public ImmutableArray<Membership> Roster { get; init; } = [];

    /// <summary>When it lost its only lead, until somebody leads it again.</summary>
    public DateTimeOffset? WithoutLeadSince { get; init; }

    /// <summary>
    /// Who has left in the last 400 days, and when: a meeting from before then that is logged late still has them on
    /// its roster.
    /// </summary>
    [MaxItems(500)]
    public ImmutableArray<MembershipTerm> Departed { get; init; } = [];

    /// <summary>Its closure, past or future, if any.</summary>
    public GroupClosure? Closure { get; init; }

    /// <summary>
    /// The series and pauses it had before, oldest first, so that a change never makes past meetings appear or vanish.
    /// </summary>
    [MaxItems(20)]
    public ImmutableArray<EarlierPlan> EarlierPlans { get; init; } = [];

    /// <summary>What the IDs of its occurrences begin with, by which the group is found from one of them.</summary>
    public string? OccurrenceTag { get; init; }

    /// <summary>The day a lead last confirmed the description.</summary>
    public DateOnly LastConfirmed { get; init; }

    /// <summary>Meetings outside its series, or replacing one of a series with the same ID.</summary>
    [MaxItems(400)]
    public ImmutableArray<MeetingAnnouncement> Announced { get; init; } = [];

    /// <summary>
    /// Guests from other areas. Those whose seat has ended are kept for a while without a name, so that a late letter
    /// cannot bring them back.
    /// </summary>
    [MaxItems(4000)]
    public ImmutableArray<GuestSeat> Seats { get; init; } = [];

    /// <summary>Connections with groups of other areas, and the meetings they share.</summary>
    public GroupConnections Connections { get; init; } = new();

    /// <summary>Whether a coordinator has welcomed it, so that other areas may know of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public WelcomeState Welcome { get; init; }

    /// <summary>Whether it was welcomed before, so that other areas must learn that its card has gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasWelcomed { get; init; }

    /// <summary>The last change of its description or closure, which may change any of its meetings.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Revision? Revised { get; init; }

    /// <inheritdoc/>
    public object Seen() => (Description, LastConfirmed, Closure, Welcome);

    /// <summary>
    /// Creates the group or changes its description. A member who creates a group leads it, and the group is new until
    /// a coordinator welcomes it.
    /// </summary>
    public Next<Group> Describe(
        GroupId id, GroupDescription description, IfMatch ifMatch, int edition, Caller by, DateTimeOffset now)
    {
        if (Description is null && by.Role is not (CallerRole.Member or CallerRole.Coordinator or CallerRole.Area))
            return GroupRefusals.SignInToFound;
        if (Description is not null && !LedBy(by)) return AccessRefusals.LeadsOnly;
        if (DescriptionRules.Check(description) is { } wrong) return wrong;
        if (Description is not null && PeerNetJson.Same(Description, description)) return this;
        if (ifMatch.Check(edition) is { } stale) return stale;
        var today = London.DayOf(now);
        var described = this with
        {
            Id = id,
            Description = description,
            LastConfirmed = today,
            Revised = Revision.After(Revised, now),
            EarlierPlans = EarlierPlansBefore(description, today),
            OccurrenceTag = OccurrenceId.TagOf(id),
            FoundedOn = Description is null ? today : FoundedOn,
        };
        return Description is null && by is { Role: CallerRole.Member, Member: { } founder }
            ? (described with { Welcome = WelcomeState.New }).With(founder, Part.Lead, now)
            : described;
    }

    /// <summary>Confirms that the description is still right.</summary>
    public Result<Group> Confirm(Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (LastConfirmed == London.DayOf(now)) return this;
        return this with { LastConfirmed = London.DayOf(now) };
    }

    /// <summary>Closes the group, today or on a given day.</summary>
    public Result<Group> Close(GroupClosure closure, Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (!GroupFields.ClosureReason.Allows(closure.Reason))
            return GroupRefusals.Closure("reason", GroupFields.ClosureReason.Detail);
        var today = London.DayOf(now);
        // Sent again without a day, it stays closed since the day it closed; over a later day it means today.
        var since = Closure?.On < today ? Closure.On : today;
        var dated = closure with { On = closure.On ?? since };
        if (Math.Abs(dated.On!.Value.DayNumber - today.DayNumber) > 366)
            return GroupRefusals.Closure("on", "Use a day within a year of today.");
        return dated == Closure ? this : this with { Closure = dated, Revised = Revision.After(Revised, now) };
    }

    /// <summary>Reopens the group. On the days on which it was closed it did not meet.</summary>
    public Result<Group> Reopen(Caller by, DateTimeOffset now)
    {
        if (Description is null) return GroupRefusals.NotFound;
        if (!LedBy(by)) return AccessRefusals.LeadsOnly;
        if (Closure is null) return this;
        return this with
        {
            Closure = null,
            Revised = Revision.After(Revised, now),
            EarlierPlans = EarlierPlansWithClosure(London.DayOf(now)),
        };
    }
}
