using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// Signing in with a code that is mailed. Anyone may ask, and nothing depends on whether the area knows the address
/// until somebody has shown that it is theirs.
/// </summary>
[GrainInterfaceType("peernet.sign-in"), Alias("peernet.sign-in")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>
    /// Mails a code, unless one was mailed in the last minute, ten were mailed in a day, or the address is locked; the
    /// answer is the same (code <c>sign-in.no-mail</c> if the area sends no mail at all).
    /// </summary>
    [Alias("ask")]
    Task<Result<Done>> Ask(EmailAddress address);

    /// <summary>
    /// Mails a code like <see cref="Ask"/>, to somebody who is signed in and wants to add the address to their record:
    /// the link in this mail leads them back to that.
    /// </summary>
    [Alias("ask-to-add")]
    Task<Result<Done>> AskToAdd(EmailAddress address);

    /// <summary>
    /// Uses a code, once (codes <c>sign-in.code</c>, <c>sign-in.locked</c>), and says whose address it is. Their
    /// record notes that it is.
    /// </summary>
    [Alias("enter")]
    Task<Result<SignInAnswer>> Enter(EmailAddress address, SignInCode code);

    /// <summary>
    /// Notes the address in the record of a new person, who has used a code; or answers with the person who has it
    /// already (code <c>member.not-found</c> if there is no such record).
    /// </summary>
    [Alias("register")]
    Task<Result<MemberId>> Register(EmailAddress address, MemberId member);

    /// <summary>
    /// Uses a code, once (codes <c>sign-in.code</c>, <c>sign-in.locked</c>), and notes the address in the record of
    /// somebody who is signed in already (code <c>sign-in.taken</c> if it is somebody else's).
    /// </summary>
    [Alias("add")]
    Task<Result<Done>> Add(EmailAddress address, SignInCode code, Caller by);
}

/// <summary>The answer to a code that is right.</summary>
/// <param name="Member">Whose address it is, or null if nobody in the area has it.</param>
[GenerateSerializer, Immutable, Alias("peernet.sign-in-answer")]
public sealed record SignInAnswer([property: Id(0)] MemberId? Member);
