namespace PeerNet.Contracts.Members;

/// <summary>Every refusal a member record can give.</summary>
public static class MemberRefusals
{
    /// <summary>404: no such person, or the caller may not know of them.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "member.not-found",
        "Person not found",
        "This area has nobody with that ID, or you are not allowed to see them.");

    /// <summary>410: the person asked to be erased.</summary>
    public static Refusal Erased { get; } = new(
        RefusalKind.Gone, "member.erased", "This person’s record has been erased", "The ID cannot be used again.");

    /// <summary>422: the ID can only belong to a guest from another area.</summary>
    public static Refusal Id { get; } = Refusal.Invalid(
        "member.id", "The ID of the person is not valid", "id", "Use a UUID of version 4 or 7, not version 8.");

    /// <summary>409: other records hold the maximum number of things that the person wrote.</summary>
    public static Refusal TooMany(int max)
    {
        return Refusal.Conflict("member.too-many", "You have too many of these at a time")
            .Saying("A person can have up to {0}. End or withdraw one first.", $"{max}");
    }

    /// <summary>422: a field of the profile is missing or not valid.</summary>
    public static Refusal Profile(string field, string detail) =>
        Refusal.Invalid("member.profile", "The profile is not valid", field, detail);
}
