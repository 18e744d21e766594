using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts.Members;

/// <summary>A person: the one record that holds anything personal.</summary>
[GrainInterfaceType("peernet.member"), Alias("peernet.member")]
public interface IMemberGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates or changes the record. Refused with a code of <see cref="MemberRefusals"/> or
    /// <see cref="VersionRefusals"/>.
    /// </summary>
    [Alias("put")]
    Task<Result<Written<MemberDetails>>> Put(MemberProfile profile, IfMatch ifMatch, Caller by);

    /// <summary>
    /// The person, with the details the caller may see (code <c>member.not-found</c>). If these are someone else's
    /// contact or needs, the person can see that the caller looked.
    /// </summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<MemberDetails>> Get(Caller by);

    /// <summary>Who has looked at the person's contact and needs, for the person only.</summary>
    [Alias("views"), AlwaysInterleave]
    Task<Result<ImmutableArray<MemberView>>> ListViews(Caller by);

    /// <summary>
    /// The person calls, signed in: a record that someone else created for them is now their own. Answers whether they
    /// have a record (code <c>member.erased</c>).
    /// </summary>
    [Alias("recognise")]
    Task<Result<bool>> Recognise(Caller by);

    /// <summary>
    /// The person has shown, by a code, that an email address is theirs: they sign in with it from now on. Answers
    /// whether that is new. For the area only (codes <c>access.not-yours</c>, <c>member.not-found</c>,
    /// <c>member.erased</c>).
    /// </summary>
    [Alias("prove")]
    Task<Result<bool>> Prove(EmailAddress address, Caller by);

    /// <summary>Erases everything personal. Groups remove the person; past meetings keep their counts.</summary>
    [Alias("erase")]
    Task<Result<Done>> Erase(Caller by, IfMatch ifMatch = default);

    /// <summary>Whether this person is known, and which groups they lead.</summary>
    [Alias("standing"), AlwaysInterleave]
    Task<MemberStanding> GetStanding();
}

/// <summary>What other grains need to know about a person; nothing personal.</summary>
/// <param name="Known">Whether the person has a record, or had one before it was erased.</param>
/// <param name="Erased">Whether the person has been erased.</param>
/// <param name="Groups">The groups they belong to.</param>
/// <param name="Leads">Those of them that they lead or co-lead.</param>
/// <param name="Seats">Their seats in groups of other areas that have not ended.</param>
/// <param name="KeptBy">Who created the record for them, until they first sign in.</param>
[GenerateSerializer, Immutable, Alias("peernet.member-standing")]
public sealed record MemberStanding(
    [property: Id(0)] bool Known,
    [property: Id(1)] bool Erased,
    [property: Id(2)] ImmutableArray<GroupId> Groups,
    [property: Id(3)] ImmutableArray<GroupId> Leads,
    [property: Id(4)] ImmutableArray<SeatPart> Seats,
    [property: Id(5)] MemberId? KeptBy = null)
{
    /// <summary>The standing of someone without a record in this area.</summary>
    public static MemberStanding None { get; } = new(false, false, [], [], []);

    /// <summary>
    /// Returns a refusal if there is nobody with a record (codes <c>member.erased</c>, <c>member.not-found</c>), or
    /// null.
    /// </summary>
    public Refusal? WhyUnknown()
    {
        if (Erased) return MemberRefusals.Erased;
        return Known ? null : MemberRefusals.NotFound;
    }
}
