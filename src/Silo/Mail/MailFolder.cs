using PeerNet.Grains.Notices;

namespace PeerNet.Silo.Mail;

/// <summary>Writes each mail into a folder instead of sending it.</summary>
internal sealed class MailFolder(MailOptions options) : INoticeMail
{
    private readonly DirectoryInfo folder = new(options.Folder!);

    public async Task Send(string address, Guid id)
    {
        if (NoticeMessage.To(address, id, options) is not { } message) return;
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
