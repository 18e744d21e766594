using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>The programs that act for the person.</summary>
internal sealed partial record MemberSessions
{
    /// <summary>The maximum number of programs that a person lets in at a time.</summary>
    public const int MaxPrograms = 10;

    private const int MaxKnown = 30;

    /// <summary>Programs, oldest first; those that were ended are known for a while.</summary>
    [MaxItems(MaxKnown)]
    public ImmutableArray<SignedInProgram> Programs { get; init; } = [];

    /// <summary>The person lets a program in; the same if it is in already, was ended, or is one too many.</summary>
    public MemberSessions BeginProgram(
        SessionId id, string title, string digest, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!by.Is(person) || !SignInFields.ProgramTitle.Allows(title)) return this;
        if (Programs.Any(one => one.Id == id) || Programs.Count(one => one.EndedAt is null) >= MaxPrograms) return this;
        var isFull = Programs.Length == MaxKnown;
        var kept = isFull ? Programs.Remove(Programs.First(one => one.EndedAt is not null)) : Programs;
        return this with { Programs = kept.Add(new(id, title, digest, now, null, null)) };
    }

    /// <summary>The person ends a program's token; the same if it has ended.</summary>
    public MemberSessions EndProgram(SessionId id, MemberId person, Caller by, DateTimeOffset now)
    {
        if (!by.Is(person)) return this;
        if (Programs.FirstOrDefault(one => one.Id == id) is not { EndedAt: null } program) return this;
        return With(program, program.Ended(now));
    }

    /// <summary>A program's token is used; the same if that is known already, or if it does not work.</summary>
    public MemberSessions UseProgram(SessionId id, string digest, DateTimeOffset now)
    {
        if (Find(id, digest) is not { } program || now < program.LastUsed + UseInterval) return this;
        return With(program, program with { LastUsed = now });
    }

    /// <summary>Whether a program's token works.</summary>
    public bool HasProgram(SessionId id, string digest) => Find(id, digest) is not null;

    /// <summary>The programs whose tokens work, for the person only.</summary>
    public ImmutableArray<ProgramDetails> ProgramsSeenBy(Caller by, MemberId person)
    {
        if (!by.Is(person)) return [];
        return [.. Programs.Where(one => one.EndedAt is null)
            .Select(one => new ProgramDetails(one.Id, one.Title, one.BegunAt, one.LastUsed))];
    }

    private MemberSessions WithoutPrograms(DateTimeOffset now)
    {
        if (Programs.All(one => one.EndedAt is not null)) return this;
        return this with { Programs = [.. Programs.Select(one => one.EndedAt is null ? one.Ended(now) : one)] };
    }

    private SignedInProgram? Find(SessionId id, string digest) =>
        Programs.FirstOrDefault(one => one.Id == id && one.Digest == digest && one.EndedAt is null);

    private MemberSessions With(SignedInProgram before, SignedInProgram after) =>
        this with { Programs = Programs.Replace(before, after) };
}

/// <summary>A program, of whose token only a digest is known.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Title">What the person knows it by; empty once it is ended.</param>
/// <param name="Digest">The SHA-256 of the token, in hexadecimal digits.</param>
/// <param name="BegunAt">When the person let it in.</param>
/// <param name="LastUsed">When it was last used, to the hour.</param>
/// <param name="EndedAt">When the person ended it. Kept so that a form that is sent again does not revive it.</param>
internal sealed record SignedInProgram(
    SessionId Id, string Title, string Digest, DateTimeOffset BegunAt, DateTimeOffset? LastUsed,
    DateTimeOffset? EndedAt)
{
    /// <summary>The program once its token no longer works.</summary>
    public SignedInProgram Ended(DateTimeOffset now) => this with { EndedAt = now, Title = "" };
}
