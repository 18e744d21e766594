using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Grains.SignIn;

/// <summary>Queries across the rows of people.</summary>
internal interface ISignInRows
{
    /// <summary>
    /// The ID of the person whose address it is: who has shown that it is theirs, or else whose profile has it. Null
    /// if there is none.
    /// </summary>
    Task<Guid?> FindMember(EmailAddress address);

    /// <summary>The ID of the person to whose record an account elsewhere is linked. Null if there is none.</summary>
    Task<Guid?> FindMember(AccountDigest account);
}
