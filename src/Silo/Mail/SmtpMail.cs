using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Notices;
using PeerNet.Grains.SignIn;

namespace PeerNet.Silo.Mail;

/// <summary>Sends each mail by SMTP.</summary>
internal sealed class SmtpMail(MailOptions options) : INoticeMail, ICodeMail
{
    public Task Send(string address, Guid id) => Send(NoticeMessage.To(address, id, options));

    public Task Send(EmailAddress address, SignInCode code, CodePurpose purpose, Guid id) =>
        Send(CodeMessage.To(address, code, purpose, id, options));

    private async Task Send(MimeMessage? message)
    {
        if (message is null) return;
        using var timeout = new CancellationTokenSource(options.Timeout);
        using var server = new SmtpClient();
        await Connect(server, timeout.Token);
        await Send(server, message, timeout.Token);
        await Disconnect(server, timeout.Token);
    }

    private async Task Connect(SmtpClient server, CancellationToken cancel)
    {
        try
        {
            await server.ConnectAsync(options.Server!, options.Port, options.Security, cancel);
            if (options.User is not { } user) return;
            var password = await File.ReadAllTextAsync(options.PasswordFile!, cancel);
            await server.AuthenticateAsync(user, password.Trim(), cancel);
        }
        catch (Exception fault)
        {
            throw new MailNotSentException(fault);
        }
    }

    // Only a refusal is certain: without an answer the server may have taken the mail.
    private static async Task Send(SmtpClient server, MimeMessage message, CancellationToken cancel)
    {
        try
        {
            await server.SendAsync(message, cancel);
        }
        catch (SmtpCommandException refused) when (IsTemporary(refused))
        {
            throw new MailNotSentException(refused);
        }
        catch (Exception fault) when (fault is CommandException or ProtocolException or IOException
            or OperationCanceledException)
        {
            // It was refused for good, or nobody knows.
        }
    }

    // RFC 5321, section 4.2.1: a code of 4yz may be tried again.
    private static bool IsTemporary(SmtpCommandException refused) => (int)refused.StatusCode is >= 400 and < 500;

    private static async Task Disconnect(SmtpClient server, CancellationToken cancel)
    {
        try
        {
            await server.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception fault) when (fault is CommandException or ProtocolException or IOException
            or OperationCanceledException)
        {
            // The mail is sent; how the connection ends makes no difference.
        }
    }
}
