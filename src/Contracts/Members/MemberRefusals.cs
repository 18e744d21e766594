namespace PeerNet.Contracts.Members;

/// <summary>Every reason a member record says no.</summary>
public static class MemberRefusals
{
    /// <summary>404: nobody of that id, or nobody the caller may know of.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound("member.not-found", "There is no such person in this area whom you may see");

    /// <summary>410: the person asked to be forgotten, and is.</summary>
    public static Refusal Erased { get; } = new(RefusalKind.Gone, "member.erased", "This person's record was erased and stays so");

    /// <summary>422: a field of the profile cannot be.</summary>
    public static Refusal Profile(string field, string detail) => Refusal.Invalid("member.profile", "Something in the profile cannot be", field, detail);
}
