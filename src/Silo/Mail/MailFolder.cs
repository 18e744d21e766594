using MimeKit;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Notices;
using PeerNet.Grains.SignIn;

namespace PeerNet.Silo.Mail;

/// <summary>Writes each mail into a folder instead of sending it.</summary>
internal sealed class MailFolder(MailOptions options) : INoticeMail, ICodeMail
{
    private readonly DirectoryInfo folder = new(options.Folder!);

    public Task Send(string address, Guid id) => Write(NoticeMessage.To(address, id, options), id);

    public Task Send(EmailAddress address, SignInCode code, CodePurpose purpose, Guid id) =>
        Write(CodeMessage.To(address, code, purpose, id, options), id);

    private async Task Write(MimeMessage? message, Guid id)
    {
        if (message is null) return;
        try
        {
            CreateFolder();
            await message.WriteToAsync(Path.Combine(folder.FullName, $"{id}.eml"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailNotSentException(fault);
        }
    }

    // For its owner's eyes only: the files have addresses.
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows()) folder.Create();
        else Directory.CreateDirectory(
            folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
