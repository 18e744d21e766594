namespace PeerNet.Contracts.Groups;

/// <summary>Every refusal a group can give.</summary>
public static class GroupRefusals
{
    /// <summary>404: this area has no such group.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "group.not-found", "Group not found", "Check the ID, and that you are asking the right area.");

    /// <summary>403: a visitor tried to start a group.</summary>
    public static Refusal SignInToFound { get; } = Refusal.Forbidden(
        "group.members-found",
        "Only a member or a coordinator of this area can start a group",
        "Sign in as a member or a coordinator of this area.");

    /// <summary>409: a closed group takes nobody new and plans no meetings.</summary>
    public static Refusal Closed { get; } = Refusal.Conflict(
        "group.closed", "This group is closed",
        "Nobody new can join it, and it plans no meetings. A lead can reopen it.");

    /// <summary>409: a group that has lost its only lead takes nobody new.</summary>
    public static Refusal NeedsLead { get; } = Refusal.Conflict(
        "group.needs-lead",
        "This group has no lead at present",
        "Nobody new can join until it has one. Ask a coordinator of the area, or find another group.");

    /// <summary>409: the group has reached its capacity.</summary>
    public static Refusal Full(int capacity)
    {
        return Refusal.Conflict("group.full", "This group is full")
            .Saying("Its limit is {0}. Ask a lead, or find another group.", $"{capacity}");
    }

    /// <summary>403: people join this group only when a lead invites them.</summary>
    public static Refusal ByInvitation { get; } = Refusal.Forbidden(
        "group.by-invitation", "This group is by invitation only", "Ask a lead of the group to invite you.");

    /// <summary>409: the group has the maximum number of invitations that nobody has accepted yet.</summary>
    public static Refusal InvitationsFull(int max)
    {
        return Refusal.Conflict("group.invitations-full", "This group has too many open invitations").Saying(
            "A group can have up to {0} at a time. Withdraw one, or wait until one is accepted or expires.", $"{max}");
    }

    /// <summary>409: as many people have asked to join as can wait for an answer.</summary>
    public static Refusal TooManyAsked { get; } = Refusal.Conflict(
        "group.too-many-asked", "Too many people are waiting for this group to answer",
        "Try again later, or find another group.");

    /// <summary>409: a group cannot be left without a lead.</summary>
    public static Refusal LastLead { get; } = Refusal.Conflict(
        "group.last-lead", "This person is the only lead of the group", "Name another lead first, or close the group.");

    /// <summary>422: a part that cannot be given to anyone.</summary>
    public static Refusal NoSuchPart { get; } = Refusal.Invalid(
        "group.part", "The part is not valid", "part", "Use member, coLead or lead.");

    /// <summary>422: this area has no such person.</summary>
    public static Refusal PersonUnknown { get; } = Refusal.Invalid(
        "group.person-unknown",
        "This area has no person with that ID",
        "memberId",
        "Check the ID, or create the person’s record first.");

    /// <summary>422: a field of the description is missing or not valid.</summary>
    public static Refusal Description(string field, string detail) =>
        Refusal.Invalid("group.description", "The description is not valid", field, detail);

    /// <summary>422: a field of the schedule or of a pause is missing or not valid.</summary>
    public static Refusal Schedule(string field, string detail) =>
        Refusal.Invalid("group.schedule", "The schedule is not valid", field, detail);

    /// <summary>422: the reason for closing is too long, or the day too far away.</summary>
    public static Refusal Closure(string field, string detail) =>
        Refusal.Invalid("group.closure", "The closure is not valid", field, detail);

    /// <summary>409: a new group has no dealings with other areas until a coordinator has welcomed it.</summary>
    public static Refusal New { get; } = Refusal.Conflict(
        "group.new",
        "This group is new, and only this area knows of it",
        "A coordinator of this area can welcome it. After that it can connect with groups of other areas, and let "
            + "everybody read what it says.");

    /// <summary>422: connections are with groups of other areas only.</summary>
    public static Refusal ConnectionAtHome { get; } = Refusal.Invalid(
        "group.connection-at-home",
        "A connection must be with a group in another area",
        "area",
        "Groups in the same area do not need one. Check the area.");

    /// <summary>409: the group has the maximum number of connections.</summary>
    public static Refusal ConnectionsFull(int max)
    {
        return Refusal.Conflict("group.connections-full", "This group has no room for another connection")
            .Saying("A group can have up to {0} connections. End one that is no longer used.", $"{max}");
    }

    /// <summary>409: the group shares the maximum number of meetings.</summary>
    public static Refusal SharedFull(int max)
    {
        return Refusal.Conflict("group.shared-full", "This group cannot share any more meetings").Saying(
            "A group can share up to {0} meetings at a time. Stop sharing one, or wait until one is over.", $"{max}");
    }

    /// <summary>404: no link with that key lets anybody in.</summary>
    public static Refusal LinkNotFound { get; } = Refusal.NotFound(
        "group.link-not-found",
        "This invitation does not work any more",
        "It has been used, has ended, or is over 14 days old. Ask whoever gave it to you for another one.");

    /// <summary>409: the group has the maximum number of invitation links.</summary>
    public static Refusal LinksFull(int max)
    {
        return Refusal.Conflict("group.links-full", "This group has as many invitation links as it can")
            .Saying("A group can have up to {0} at a time. End one that nobody is going to use.", $"{max}");
    }

    /// <summary>409: a member leads as many groups as one person can.</summary>
    public static Refusal TooManyLed(int max)
    {
        return Refusal.Conflict("group.too-many-led", "You lead as many groups as one person can").Saying(
            "Whoever leads {0} groups cannot start another. Name somebody else as lead of one and leave it, or ask a "
                + "coordinator to start the new one.",
            $"{max}");
    }

    /// <summary>403: the group has not agreed that coordinators see its timeline.</summary>
    public static Refusal TimelineNotShared { get; } = Refusal.Forbidden(
        "group.timeline-not-shared",
        "This group keeps its timeline to itself",
        "Ask a lead of the group to share it with coordinators.");

    /// <summary>403: who sees the timeline is for the group to say, and for no coordinator.</summary>
    public static Refusal TimelineLeadsOnly { get; } = Refusal.Forbidden(
        "group.timeline-leads-only",
        "Only a lead who belongs to this group can decide this",
        "Ask a lead or co-lead of the group. A coordinator cannot decide it for them.");
}
