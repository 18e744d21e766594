using MimeKit;
using MimeKit.Text;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Silo.Mail;

/// <summary>
/// The mail with a code for signing in: the same to everybody, whether or not PeerNet knows the address.
/// </summary>
internal static class CodeMessage
{
    /// <summary>The mail to one address, or null if nothing can be sent there.</summary>
    public static MimeMessage? To(EmailAddress address, SignInCode code, Guid id, MailOptions options)
    {
        if (NoticeMessage.Mailbox(address.Text) is not { } to) return null;
        if (NoticeMessage.Mailbox(options.From) is not { } from) return null;
        return new MimeMessage([from], [to], "Your code for PeerNet", Text(code, options.Link.TrimEnd('/')))
        {
            MessageId = $"{id}@{from.Domain}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }

    private static TextPart Text(SignInCode code, string link) => new(TextFormat.Plain)
    {
        Text = $"""
            Hello,

            Your code to sign in to PeerNet is

            {code.Text}

            It works once, for 15 minutes. You can type it in, or open this page:

            {link}/sign-in/code?code={code.Text}

            Tell nobody this code. If you did not ask for it, you do not have to do anything.

            """,
    };
}
