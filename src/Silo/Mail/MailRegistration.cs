using PeerNet.Grains.Notices;

namespace PeerNet.Silo.Mail;

/// <summary>Registers how mail is sent.</summary>
internal static class MailRegistration
{
    /// <summary>Sends mail as configured; without a setting nobody is mailed.</summary>
    public static void AddNoticeMail(this IServiceCollection services, MailOptions options)
    {
        if (options.Folder is not null) services.AddSingleton<INoticeMail>(new MailFolder(options));
        if (options.Server is not null) services.AddSingleton<INoticeMail>(new SmtpMail(options));
    }
}
