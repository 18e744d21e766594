using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>Who has looked at the person's contact or needs, so that they can see it.</summary>
internal sealed partial record Member
{
    private const int MaxViews = 400;
    private const int ViewDays = 366;

    /// <summary>
    /// Notes what the caller has been shown, once a day for each caller; their own looks leave no trace.
    /// </summary>
    public Member ViewedBy(Caller by, MemberDetails shown, DateTimeOffset now)
    {
        if (by.Is(Id) || by.Role == CallerRole.Area) return this;
        return Viewed(by.Coordinates ? "coordinator" : $"{by.Member}", Shown(shown), now);
    }

    /// <summary>Notes that a lead has been shown a contact for their group.</summary>
    public Member ShownTo(MemberId? lead, ContactPart part, DateTimeOffset now) =>
        lead is { } viewer && Shows(part) is not null ? Viewed($"{viewer}", [PrivateField.Contact], now) : this;

    private Member Viewed(string viewer, IEnumerable<PrivateField> shown, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var known = Views.LastOrDefault(view => view.By == viewer && London.DayOf(view.At) == today);
        ImmutableArray<PrivateField> saw = [.. shown.Union(known?.Saw ?? []).Order()];
        if (saw.Length == (known?.Saw.Length ?? 0)) return this;
        var others = Views.RemoveAll(view => view == known || view.At < now.AddDays(-ViewDays));
        return this with { Views = [.. others.Add(new(viewer, known?.At ?? now, saw)).TakeLast(MaxViews)] };
    }

    /// <summary>The looks of the last year, oldest first, for the person only (code <c>member.not-found</c>).</summary>
    public Result<ImmutableArray<MemberView>> ViewsSeenBy(Caller by, DateTimeOffset now)
    {
        if (ErasedAt is not null && by.Is(Id)) return MemberRefusals.Erased;
        if (Profile is null || !by.Is(Id)) return MemberRefusals.NotFound;
        return Views.RemoveAll(view => view.At < now.AddDays(-ViewDays));
    }

    private static IEnumerable<PrivateField> Shown(MemberDetails details)
    {
        if (details.Contact is not null) yield return PrivateField.Contact;
        if (details.Helps is not null) yield return PrivateField.Helps;
    }
}
