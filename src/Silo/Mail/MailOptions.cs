using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace PeerNet.Silo.Mail;

/// <summary>How mail is sent, from the configuration section <c>PeerNet:Mail</c>: to a folder, or by SMTP.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>A folder in which each mail becomes a file, for trying PeerNet out.</summary>
    public string? Folder { get; set; }

    /// <summary>The SMTP server, such as smtp.example.org.</summary>
    public string? Server { get; set; }

    /// <summary>The port of the SMTP server. Default: 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>
    /// How the connection is encrypted: <c>StartTls</c> (the default), <c>SslOnConnect</c>, or <c>None</c> for a server
    /// on the same machine.
    /// </summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>The user name at the SMTP server, if it requires one.</summary>
    public string? User { get; set; }

    /// <summary>The file with the password, if there is a user name.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The sender, such as PeerNet &lt;peernet@example.org&gt;.</summary>
    public string From { get; set; } = "";

    /// <summary>The public address of the area, to which a mail leads.</summary>
    public string Link { get; set; } = "";

    /// <summary>How long the SMTP server may take to answer. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsConfigured => Folder is not null || Server is not null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured) yield break;
        if (Folder is not null && Server is not null)
            yield return new("PeerNet:Mail:Folder and PeerNet:Mail:Server cannot both be set.", [nameof(Folder)]);
        if (NoticeMessage.Mailbox(From) is null)
            yield return new(
                "PeerNet:Mail:From must be an email address, such as peernet@example.org.", [nameof(From)]);
        if (!Uri.TryCreate(Link, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
            yield return new(
                "PeerNet:Mail:Link must be the area's public address, such as https://example.org.", [nameof(Link)]);
        if (User is not null && !File.Exists(PasswordFile))
            yield return new(
                "PeerNet:Mail:PasswordFile must be a file, because there is a user.", [nameof(PasswordFile)]);
    }
}
