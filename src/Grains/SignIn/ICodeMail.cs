using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Grains.SignIn;

/// <summary>What somebody asks for a code for.</summary>
public enum CodePurpose
{
    /// <summary>They sign in.</summary>
    SignIn,

    /// <summary>They are signed in, and show that an address is theirs.</summary>
    AddAddress,
}

/// <summary>Sends mail with the code that shows that an address is somebody's.</summary>
public interface ICodeMail
{
    /// <summary>Sends one mail.</summary>
    /// <param name="address">The address that somebody typed, known or not.</param>
    /// <param name="code">The code.</param>
    /// <param name="purpose">What it was asked for, on which the link in the mail depends.</param>
    /// <param name="id">The ID of the mail.</param>
    /// <exception cref="Notices.MailNotSentException">It is certain that it was not sent.</exception>
    Task Send(EmailAddress address, SignInCode code, CodePurpose purpose, Guid id);
}
