using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Notices;

/// <summary>
/// What PeerNet has told one person: for each thing the latest occasion, whatever order messages arrive in.
/// </summary>
internal sealed partial record MemberNotices : IReceives<MemberNotices>, IForgets<MemberNotices>
{
    /// <summary>How many notices a person has at most, including withdrawn ones that are still recognised.</summary>
    public const int MaxNotices = 200;

    /// <summary>The notices, in the order in which the person was first told of each thing.</summary>
    [MaxItems(MaxNotices)]
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>Whether the person has been erased, so that a late message tells nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsErased { get; init; }

    /// <inheritdoc/>
    public Next<MemberNotices> Receive(Message message, AreaId home, int number, DateTimeOffset now) => message switch
    {
        NoticeTold told => Tell(told, now),
        NoticeWithdrawn withdrawn => Withdraw(withdrawn.About, withdrawn.Occasion),
        _ => LinkRefusals.Misdirected,
    };

    /// <summary>Tells the person something; an occasion that they know about already changes nothing.</summary>
    public MemberNotices Tell(NoticeTold told, DateTimeOffset now) =>
        With(new(told.About, told.Occasion, now) { Until = told.Until }, now);

    /// <summary>
    /// Asks for exactly these logs of a group: each once a week, and what is no longer missing is withdrawn.
    /// </summary>
    public Result<MemberNotices> AskForLogs(
        GroupId group, ImmutableArray<MissingLog> missing, Caller by, DateTimeOffset now)
    {
        if (by.Role != CallerRole.Area) return AccessRefusals.NotYours;
        var today = London.DayOf(now);
        var asked = missing.ToDictionary(one => Asking.About(group, one.MeetingId), one => one.HeldOn);
        var kept = Notices
            .Where(one => one.About is { Kind: NoticeKind.LogMissing } about && about.GroupId == group)
            .Where(one => !one.IsWithdrawn && !asked.ContainsKey(one.About))
            .Aggregate(this, (all, one) => all.Withdraw(one.About, one.Occasion));
        return asked.Aggregate(kept, (all, one) =>
        {
            var occasion = Asking.OccasionOn(today, one.Value);
            return all.With(new(one.Key, occasion, Asking.InstantOf(occasion, one.Value)), now);
        });
    }

    /// <summary>Withdraws a notice, unless they have been told about a later occasion.</summary>
    public MemberNotices Withdraw(NoticeAbout about, int occasion)
    {
        if (Find(about) is not { } known || known.Occasion > occasion) return this;
        if (known.IsWithdrawn && known.Occasion == occasion) return this;
        return Replace(known, known with { Occasion = occasion, IsWithdrawn = true });
    }

    /// <summary>The person has read a notice.</summary>
    public Result<MemberNotices> Read(NoticeId id, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!by.Is(person) || Find(id, now) is not { } open) return NoticeRefusals.NotFound;
        return open.ReadAt is null ? Replace(open, open with { ReadAt = now }) : this;
    }

    /// <summary>The notice with that ID, if the person can see it.</summary>
    public Notice? Find(NoticeId id, DateTimeOffset now) =>
        Notices.FirstOrDefault(notice => notice.IsOpen(now) && notice.Id == id);

    /// <summary>What the person sees, newest first; nothing for anyone else.</summary>
    public ImmutableArray<NoticeDetails> SeenBy(Caller by, MemberId person, DateTimeOffset now)
    {
        if (!by.Is(person)) return [];
        return [.. Notices.Where(one => one.IsOpen(now)).OrderByDescending(one => one.At).Select(one => one.Details)];
    }

    /// <inheritdoc/>
    public Next<MemberNotices> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (IsErased) return this;
        return ((Next<MemberNotices>)new MemberNotices { IsErased = true }).Wiped();
    }

    private Notice? Find(NoticeAbout about) => Notices.FirstOrDefault(notice => notice.About == about);

    private MemberNotices Replace(Notice known, Notice next) =>
        this with { Notices = Notices.Replace(known, next) };

    private MemberNotices With(Notice next, DateTimeOffset now)
    {
        var known = Find(next.About);
        if (IsErased || known?.Occasion >= next.Occasion) return this;
        if (known is not null) return Replace(known, next);
        var all = Notices.Add(next);
        if (all.Length <= MaxNotices) return this with { Notices = all };
        var least = all.MinBy(one => (Worth(one, now), one.At))!;
        return least == next ? this : this with { Notices = all.Remove(least) };
    }

    // What nobody sees any more makes room first, then what has been read.
    private static int Worth(Notice notice, DateTimeOffset now)
    {
        if (!notice.IsOpen(now)) return 0;
        return notice.ReadAt is null ? 2 : 1;
    }
}
