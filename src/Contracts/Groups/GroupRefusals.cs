namespace PeerNet.Contracts.Groups;

/// <summary>Every reason a group says no.</summary>
public static class GroupRefusals
{
    /// <summary>404.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound("group.not-found", "There is no such group in this area");

    /// <summary>403: strangers found no groups.</summary>
    public static Refusal SignInToFound { get; } = Refusal.Forbidden("group.members-found", "A group is founded by a member or a coordinator of the area");

    /// <summary>409: nobody can join a closed group.</summary>
    public static Refusal Closed { get; } = Refusal.Conflict("group.closed", "This group is closed");

    /// <summary>409: the group has its number.</summary>
    public static Refusal Full(int capacity) => Refusal.Conflict("group.full", "This group is full", $"It takes {capacity} people.");

    /// <summary>403: a lead brings people in.</summary>
    public static Refusal ByInvitation { get; } = Refusal.Forbidden("group.by-invitation", "A lead of this group brings people in");

    /// <summary>409: somebody must be able to look after the group.</summary>
    public static Refusal LastLead { get; } = Refusal.Conflict("group.last-lead", "This person is the only lead; name another lead first");

    /// <summary>422: not a part one can be given.</summary>
    public static Refusal NoSuchPart { get; } = Refusal.Invalid("group.part", "A person can be given the part of member, coLead or lead", "part");

    /// <summary>422: nobody of that id belongs to this area.</summary>
    public static Refusal PersonUnknown { get; } = Refusal.Invalid("group.person-unknown", "There is no such person in this area", "memberId");

    /// <summary>422: a field of the description cannot be.</summary>
    public static Refusal Description(string field, string detail) => Refusal.Invalid("group.description", "Something in the description cannot be", field, detail);

    /// <summary>422: the meeting pattern cannot be.</summary>
    public static Refusal Schedule(string field, string detail) => Refusal.Invalid("group.schedule", "Something in the meeting pattern cannot be", field, detail);

    /// <summary>422: too long a reason, or a day that is too far away.</summary>
    public static Refusal Closure(string field, string detail) => Refusal.Invalid("group.closure", "Something in the closure cannot be", field, detail);

    /// <summary>422: connections are with groups of other areas.</summary>
    public static Refusal ConnectionAtHome { get; } = Refusal.Invalid("group.connection-at-home", "A connection is with a group of another area", "area");

    /// <summary>409: as many connections as one group can look after.</summary>
    public static Refusal ConnectionsFull(int most) => Refusal.Conflict("group.connections-full", "This group has as many connections as it can", $"It can have {most}.");

    /// <summary>409: as many meetings shared at once as there can be.</summary>
    public static Refusal SharedFull(int most) => Refusal.Conflict("group.shared-full", "This group shares as many meetings as it can", $"It can share {most} at once.");
}
