using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>The browsers in which one person is signed in, and their other ways in.</summary>
internal sealed partial record MemberSessions : IForgets<MemberSessions>
{
    /// <summary>The maximum number of sessions of a person.</summary>
    public const int MaxSessions = 50;

    /// <summary>How long a session lasts without being used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How exactly it is known when a session was last used, so that a click is not a write.</summary>
    public static readonly TimeSpan UseInterval = TimeSpan.FromHours(1);

    /// <summary>The sessions, the last used last.</summary>
    [MaxItems(MaxSessions)]
    public ImmutableArray<SessionDetails> Sessions { get; init; } = [];

    /// <summary>The person, or the area for them, begins a session.</summary>
    public MemberSessions Begin(SessionId id, string device, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!IsFor(person, by) || Sessions.Any(one => one.Id == id)) return this;
        var others = Sessions.RemoveAll(one => IsOver(one, now));
        if (others.Length == MaxSessions) others = others.RemoveAt(0);
        return this with { Sessions = others.Add(new(id, device, now, now)) };
    }

    /// <summary>A session is used; the same if that is known already, or the session has ended.</summary>
    public MemberSessions Use(SessionId id, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!Has(id, person, by, now)) return this;
        var used = Sessions.Single(one => one.Id == id);
        if (now < used.LastUsed + UseInterval) return this;
        return this with { Sessions = Sessions.Remove(used).Add(used with { LastUsed = now }) };
    }

    /// <summary>Ends a session; the same if it has ended.</summary>
    public MemberSessions End(SessionId id, MemberId person, Caller by)
    {
        var others = Sessions.RemoveAll(one => one.Id == id);
        return !IsFor(person, by) || others.Length == Sessions.Length ? this : this with { Sessions = others };
    }

    /// <summary>
    /// Ends every session, the token of every program and the key of the calendar, and removes every passkey and the
    /// link to an account, so that no copy of any of them still works; the same if there is none.
    /// </summary>
    public MemberSessions EndAll(MemberId person, Caller by, DateTimeOffset now)
    {
        if (!IsFor(person, by)) return this;
        var others = WithoutPrograms(now).WithoutCalendarKey(now);
        if (others.Sessions.IsEmpty && others.Passkeys.IsEmpty && others.Account is null) return others;
        return others with { Sessions = [], Passkeys = [], Account = null };
    }

    /// <summary>Whether a session still lasts.</summary>
    public bool Has(SessionId id, MemberId person, Caller by, DateTimeOffset now) =>
        IsFor(person, by) && Sessions.Any(one => one.Id == id && !IsOver(one, now));

    /// <summary>The sessions that still last, the last used first.</summary>
    public ImmutableArray<SessionDetails> SeenBy(Caller by, MemberId person, DateTimeOffset now) =>
        IsFor(person, by) ? [.. Sessions.Where(one => !IsOver(one, now)).Reverse()] : [];

    /// <summary>The person is erased: every way in ends, and nothing opens their calendar.</summary>
    public Next<MemberSessions> Forget(MemberId person, AreaId home, DateTimeOffset now) =>
        HoldsNothing ? this : ((Next<MemberSessions>)new MemberSessions()).Wiped();

    private bool HoldsNothing =>
        Sessions.IsEmpty && Programs.IsEmpty && Passkeys.IsEmpty && CalendarKey is null && Account is null;

    private static bool IsFor(MemberId person, Caller by) => by.Is(person) || by.Role == CallerRole.Area;

    private static bool IsOver(SessionDetails session, DateTimeOffset now) => now >= session.LastUsed + Lifetime;
}
