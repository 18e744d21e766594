namespace PeerNet.Grains.Notices;

/// <summary>Sends mail that says only that PeerNet has something to tell, and where.</summary>
public interface INoticeMail
{
    /// <summary>Sends one mail.</summary>
    /// <param name="address">The address that the person gave.</param>
    /// <param name="id">The ID of the mail, by which one that is sent twice all the same can be recognised.</param>
    /// <exception cref="MailNotSentException">
    /// It is certain that it was not sent. When that is uncertain, nothing is thrown.
    /// </exception>
    Task Send(string address, Guid id);
}

/// <summary>A mail was certainly not sent, and may be tried again.</summary>
public sealed class MailNotSentException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="cause">What failed; its message may hold an address and is never logged.</param>
    public MailNotSentException(Exception cause)
        : base("The mail was not sent.", cause)
    {
    }
}
