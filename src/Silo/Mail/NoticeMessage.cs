using MimeKit;
using MimeKit.Text;

namespace PeerNet.Silo.Mail;

/// <summary>
/// The one mail that PeerNet sends about notices. It says nothing about anyone, because others may read over a
/// shoulder, or share the account.
/// </summary>
internal static class NoticeMessage
{
    /// <summary>The mail to one address, or null if nothing can be sent there.</summary>
    public static MimeMessage? To(string address, Guid id, MailOptions options)
    {
        if (Mailbox(address) is not { } to || Mailbox(options.From) is not { } from) return null;
        return new MimeMessage([from], [to], "Something is waiting for you on PeerNet", Text(options.Link))
        {
            MessageId = $"{id}@{from.Domain}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }

    /// <summary>One address with a domain; null if the text is anything else.</summary>
    public static MailboxAddress? Mailbox(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Domain.Length > 0 ? mailbox : null;

    private static TextPart Text(string link) => new(TextFormat.Plain)
    {
        Text = $"""
            Hello,

            PeerNet has something to tell you. Sign in to see what it is:

            {link}

            You get this email because you asked PeerNet to tell you by email.
            You can change that at any time under ‘About you’ on PeerNet.

            """,
    };
}
