using PeerNet.Grains.Notices;
using PeerNet.Grains.SignIn;

namespace PeerNet.Silo.Mail;

/// <summary>Registers how mail is sent.</summary>
internal static class MailRegistration
{
    /// <summary>Sends mail as configured; without a setting nobody is mailed.</summary>
    public static void AddMail(this IServiceCollection services, MailOptions options)
    {
        if (options.Folder is not null) services.AddMail(new MailFolder(options));
        if (options.Server is not null) services.AddMail(new SmtpMail(options));
    }

    private static void AddMail<TMail>(this IServiceCollection services, TMail mail)
        where TMail : class, INoticeMail, ICodeMail
    {
        services.AddSingleton<INoticeMail>(mail);
        services.AddSingleton<ICodeMail>(mail);
    }
}
