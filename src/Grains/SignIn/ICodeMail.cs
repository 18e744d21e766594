using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Grains.SignIn;

/// <summary>Sends mail with the code that lets somebody sign in.</summary>
public interface ICodeMail
{
    /// <summary>Sends one mail.</summary>
    /// <param name="address">The address that somebody typed, known or not.</param>
    /// <param name="code">The code.</param>
    /// <param name="id">The ID of the mail.</param>
    /// <exception cref="Notices.MailNotSentException">It is certain that it was not sent.</exception>
    Task Send(EmailAddress address, SignInCode code, Guid id);
}
