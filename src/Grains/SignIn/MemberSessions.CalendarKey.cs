using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.SignIn;

/// <summary>The key of the secret address of the person's calendar.</summary>
internal sealed partial record MemberSessions
{
    /// <summary>The key that they made last, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalendarKey? CalendarKey { get; init; }

    /// <summary>When the person made the key that opens their calendar; for themselves.</summary>
    public DateTimeOffset? CalendarKeySeenBy(Caller by, MemberId person) =>
        by.Is(person) && CalendarKey is { EndedAt: null } key ? key.MadeAt : null;

    /// <summary>
    /// The person makes a key, in place of any earlier one; the same if it is theirs already, or if they have ended it.
    /// </summary>
    public MemberSessions MakeCalendarKey(string digest, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!by.Is(person) || CalendarKey?.Digest == digest) return this;
        return this with { CalendarKey = new(digest, now, null) };
    }

    /// <summary>The person ends the key; the same if there is none.</summary>
    public MemberSessions EndCalendarKey(MemberId person, Caller by, DateTimeOffset now) =>
        by.Is(person) ? WithoutCalendarKey(now) : this;

    /// <summary>Whether a key with that digest opens the calendar.</summary>
    public bool CalendarOpensWith(string digest) => CalendarKey is { EndedAt: null } key && key.Digest == digest;

    private MemberSessions WithoutCalendarKey(DateTimeOffset now)
    {
        if (CalendarKey is not { EndedAt: null }) return this;
        return this with { CalendarKey = CalendarKey with { EndedAt = now } };
    }
}

/// <summary>A key of which only a digest is known, so that nobody who reads the row can use it.</summary>
/// <param name="Digest">The SHA-256 of the key, in hexadecimal digits.</param>
/// <param name="MadeAt">When the person made it.</param>
/// <param name="EndedAt">When they ended it. Kept so that a form that is sent again does not revive it.</param>
internal sealed record CalendarKey(string Digest, DateTimeOffset MadeAt, DateTimeOffset? EndedAt);
