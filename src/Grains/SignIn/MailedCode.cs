using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace PeerNet.Grains.SignIn;

/// <summary>The last code that was mailed to one address, and what came of it.</summary>
/// <param name="Address">The address under a secret key, which says nothing without the key.</param>
internal sealed record MailedCode(string Address)
{
    /// <summary>How many wrong codes lock the address.</summary>
    public const int MaxWrong = 5;

    /// <summary>How many codes are mailed to one address in a day.</summary>
    public const int MaxMails = 10;

    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>How long an address is locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>The least time between two mails to one address.</summary>
    public static readonly TimeSpan MailInterval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The code under the secret key; null once it was used, or could have been guessed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Code { get; init; }

    /// <summary>When it was mailed.</summary>
    public DateTimeOffset MailedAt { get; init; }

    /// <summary>When the first of the day's mails went out.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The number of the day's mails.</summary>
    public int Mails { get; init; }

    /// <summary>
    /// The number of wrong codes since the last right one, each within the lock time of the one before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Wrong { get; init; }

    /// <summary>When the last wrong code was entered. A new mail forgives nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset WrongAt { get; init; }

    /// <summary>Until when no code works.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Whether a code can be mailed.</summary>
    public bool MayMail(DateTimeOffset now)
    {
        if (IsLocked(now) || now < MailedAt + MailInterval) return false;
        return Mails < MaxMails || now >= Since + Day;
    }

    /// <summary>Whether it no longer matters.</summary>
    public bool IsOver(DateTimeOffset now)
    {
        if (IsLocked(now) || now < WrongAt + LockTime) return false;
        return now >= Since + Day && now >= MailedAt + Lifetime;
    }

    /// <summary>Whether no code works, because there have been too many wrong ones.</summary>
    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    /// <summary>Whether this is the code. The comparison takes the same time wherever the two differ.</summary>
    public bool Accepts(string code, DateTimeOffset now)
    {
        if (!IsLive(now)) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code!), Encoding.UTF8.GetBytes(code));
    }

    /// <summary>A new code is mailed, and the last one no longer works.</summary>
    public MailedCode Mail(string code, DateTimeOffset now)
    {
        var isNewDay = now >= Since + Day;
        return this with
        {
            Code = code,
            MailedAt = now,
            Since = isNewDay ? now : Since,
            Mails = isNewDay ? 1 : Mails + 1,
            LockedUntil = null,
        };
    }

    /// <summary>Somebody enters a code; the same if there is none to guess.</summary>
    public MailedCode Enter(string code, DateTimeOffset now)
    {
        if (!IsLive(now)) return this;
        if (Accepts(code, now)) return this with { Code = null, Wrong = 0 };
        var wrong = now < WrongAt + LockTime ? Wrong + 1 : 1;
        if (wrong < MaxWrong) return this with { Wrong = wrong, WrongAt = now };
        return this with { Code = null, Wrong = 0, LockedUntil = now + LockTime };
    }

    private bool IsLive(DateTimeOffset now) => Code is not null && now < MailedAt + Lifetime && !IsLocked(now);
}
