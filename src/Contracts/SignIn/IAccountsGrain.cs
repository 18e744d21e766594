using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// Accounts elsewhere with which people of the area sign in. It keeps nothing itself, because the person's record has
/// the link. One grain answers for an account, so that two people never get it at once.
/// </summary>
[GrainInterfaceType("peernet.accounts"), Alias("peernet.accounts")]
public interface IAccountsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Links an account to the record of whoever is signed in, in place of any earlier one (code
    /// <c>sign-in.account-taken</c> if it is somebody else's).
    /// </summary>
    [Alias("link")]
    Task<Result<Done>> Link(AccountDigest account, Caller by);

    /// <summary>Whose account it is, which is thereby used; null if nobody's.</summary>
    [Alias("use")]
    Task<MemberId?> Use(AccountDigest account);
}
