using PeerNet.Contracts.Members;

namespace PeerNet.Grains.SignIn;

/// <summary>Queries across the rows of people.</summary>
internal interface ISignInRows
{
    /// <summary>
    /// The ID of the person whose address it is: who has shown that it is theirs, or else whose profile has it. Null
    /// if there is none.
    /// </summary>
    Task<Guid?> FindMember(EmailAddress address);
}
