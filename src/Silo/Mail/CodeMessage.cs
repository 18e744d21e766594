using MimeKit;
using MimeKit.Text;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.SignIn;

namespace PeerNet.Silo.Mail;

/// <summary>
/// The mail with a code: the same to everybody who asks for one, whether or not PeerNet knows the address.
/// </summary>
internal static class CodeMessage
{
    /// <summary>The mail to one address, or null if nothing can be sent there.</summary>
    public static MimeMessage? To(
        EmailAddress address, SignInCode code, CodePurpose purpose, Guid id, MailOptions options)
    {
        if (NoticeMessage.Mailbox(address.Text) is not { } to) return null;
        if (NoticeMessage.Mailbox(options.From) is not { } from) return null;
        var site = options.Link.TrimEnd('/');
        var text = purpose == CodePurpose.AddAddress ? Adding(code, site) : SigningIn(code, site);
        return new MimeMessage([from], [to], "Your code for PeerNet", new TextPart(TextFormat.Plain) { Text = text })
        {
            MessageId = $"{id}@{from.Domain}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }

    private static string SigningIn(SignInCode code, string site)
    {
        return $"""
            Hello,

            Your code to sign in to PeerNet is

            {code.Text}

            It works once, for 15 minutes. You can type it in, or open this page:

            {site}/sign-in/code?code={code.Text}

            Do not share this code with anyone. If you did not ask for it, you do not have to do anything.

            """;
    }

    // In another browser nobody may be signed in, and signing in there would make a second record.
    private static string Adding(SignInCode code, string site)
    {
        return $"""
            Hello,

            Your code to show PeerNet that this address is yours is

            {code.Text}

            It works once, for 15 minutes. Type it in where you asked for it, or open this
            page in the same browser:

            {site}/me/email/code?code={code.Text}

            Do not share this code with anyone. If you did not ask for it, you do not have to do anything.

            """;
    }
}
