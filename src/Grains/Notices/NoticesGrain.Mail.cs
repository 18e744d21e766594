using Microsoft.Extensions.Logging;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Notices;

/// <summary>
/// Mails, planned by a reminder of Orleans in the area's database, so that a mail that is due survives a restart.
/// </summary>
internal sealed partial class NoticesGrain
{
    private const string Reminder = "mail";

    /// <summary>Sends the mail that is due. One that certainly was not sent is tried again within the hour.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (mail is null || await addresses.Of(Person) is not { } address)
        {
            await StopMail();
            return;
        }
        // Noted first, and sent afterwards: a crash may cost a mail, but none is sent twice.
        var noted = await Notices.Commit(notices => notices.Mail(Now));
        if (noted.Refused(out _, out var change)) return;
        if (!change.HasChanged) await StopMail();
        else if (!await Sent(mail, address, change.Record.LastMail!.Value))
            await Notices.Commit(notices => notices.NotMailed(change.Before.Record));
    }

    private async Task<bool> Sent(INoticeMail mail, string address, DateTimeOffset at)
    {
        try
        {
            await mail.Send(address, MemberNotices.MailIdOf(Person, at));
            return true;
        }
        catch (MailNotSentException fault)
        {
            CannotMail(Person.Value, fault.InnerException?.GetType().FullName);
            return false;
        }
    }

    private async Task PlanMail()
    {
        if (mail is null || (await Notices.Read()).Record.MailIsDueAt(Now) is not { } due) return;
        if (await addresses.Of(Person) is null || await this.GetReminder(Reminder) is not null) return;
        await this.RegisterOrUpdateReminder(Reminder, due - Now, MemberNotices.MailInterval);
    }

    private async Task StopMail()
    {
        if (await this.GetReminder(Reminder) is { } reminder) await this.UnregisterReminder(reminder);
        // Something may have been told in the meantime, which relied on the reminder.
        await PlanMail();
    }

    [LoggerMessage(1206, LogLevel.Warning, "Could not mail {Person} about new notices: {Type}")]
    private partial void CannotMail(Guid person, string? type);
}
