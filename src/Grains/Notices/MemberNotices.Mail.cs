using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Notices;

/// <summary>
/// Mails about notices. A mail has no details, so that one is about everything that is new, and there is at most one an
/// hour.
/// </summary>
internal sealed partial record MemberNotices
{
    /// <summary>The least time between two mails to one person.</summary>
    public static readonly TimeSpan MailInterval = TimeSpan.FromHours(1);

    private static readonly TimeSpan TimeToGather = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MailMaxAge = TimeSpan.FromDays(2);

    /// <summary>When the last mail was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? LastMail { get; init; }

    /// <summary>The ID of the mail that was sent to a person at that time.</summary>
    public static Guid MailIdOf(MemberId person, DateTimeOffset at) =>
        Ids.Of<OperationId>($"mail/{person}/{at.UtcTicks}").Value;

    /// <summary>When a mail is due about what is new; null if nothing is.</summary>
    public DateTimeOffset? MailIsDueAt(DateTimeOffset now)
    {
        if (!Notices.Any(one => NeedsMail(one, now))) return null;
        var gathered = now + TimeToGather;
        return LastMail + MailInterval > gathered ? LastMail + MailInterval : gathered;
    }

    /// <summary>Notes that a mail is being sent about everything that is new; the same if none is due.</summary>
    public MemberNotices Mail(DateTimeOffset now)
    {
        if (LastMail + MailInterval > now || !Notices.Any(one => NeedsMail(one, now))) return this;
        return this with
        {
            LastMail = now,
            Notices = [.. Notices.Select(one => NeedsMail(one, now) ? one with { IsMailed = true } : one)],
        };
    }

    /// <summary>The mail was not sent: what it was about is new again, unless it has changed.</summary>
    /// <param name="before">The record before the mail was noted.</param>
    public MemberNotices NotMailed(MemberNotices before)
    {
        var unsent = before.Notices.Where(one => !one.IsMailed).Select(one => one.Id).ToHashSet();
        return this with
        {
            LastMail = before.LastMail,
            Notices = [.. Notices.Select(one => unsent.Contains(one.Id) ? one with { IsMailed = false } : one)],
        };
    }

    // Somebody who agrees to mail today is not mailed about last week.
    private static bool NeedsMail(Notice notice, DateTimeOffset now)
    {
        if (notice.IsMailed || notice.ReadAt is not null || !notice.IsOpen(now)) return false;
        return notice.At > now - MailMaxAge;
    }
}
