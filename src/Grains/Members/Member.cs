using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>
/// A person. Everything personal that PeerNet knows about someone is in this record and no other, so that erasing it
/// erases the person.
/// </summary>
internal sealed partial record Member : IHasEditions, ISends<Member>, IReceives<Member>
{
    /// <summary>The person's own ID.</summary>
    public MemberId Id { get; init; }

    /// <summary>Their profile, or null if there is none yet or it is erased.</summary>
    public MemberProfile? Profile { get; init; }

    /// <summary>Consents given and withdrawn, oldest first.</summary>
    public ImmutableArray<ConsentReceipt> Receipts { get; init; } = [];

    /// <summary>
    /// Their part in each group they belong to, have asked to join or are invited to. A null part is for a group they
    /// left, kept to recognise messages that arrive late.
    /// </summary>
    public ImmutableArray<GroupNews> Groups { get; init; } = [];

    /// <summary>Their seats in groups of other areas, including ended ones.</summary>
    public ImmutableArray<SeatNews> Seats { get; init; } = [];

    /// <summary>When they were erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What other grains need to know about the person.</summary>
    public MemberStanding Standing
    {
        get
        {
            return new(
                Profile is not null || ErasedAt is not null,
                ErasedAt is not null,
                [.. Groups.Where(g => g.Part >= Part.Member).Select(g => g.GroupId)],
                [.. Groups.Where(g => g.Part >= Part.CoLead).Select(g => g.GroupId)],
                [.. Seats.Where(s => IsLive(s.Seat)).Select(s => s.Seat)]);
        }
    }

    /// <inheritdoc/>
    public object Seen() => (Profile, ErasedAt);

    /// <summary>
    /// Creates the record (the person, a lead or a coordinator) or changes it (the person or a coordinator).
    /// </summary>
    public Result<Member> Describe(
        MemberId id,
        MemberProfile profile,
        IfMatch ifMatch,
        int edition,
        Caller by,
        MemberStanding caller,
        DateTimeOffset now)
    {
        var mine = by.Is(id) || by.Coordinates;
        if (Profile is null && !mine && caller.Leads.IsEmpty) return AccessRefusals.NotYours;
        if (ErasedAt is not null) return mine ? MemberRefusals.Erased : MemberRefusals.NotFound;
        // A lead who repeats a newcomer's record must not get "not found".
        if (Profile is not null && !mine)
            return !caller.Leads.IsEmpty && PeerNetJson.Same(Profile, profile) ? this : MemberRefusals.NotFound;
        if (id.IsGuest) return MemberRefusals.Id;
        if (ProfileRules.Check(profile) is { } wrong) return wrong;
        if (Profile is not null && PeerNetJson.Same(Profile, profile)) return this;
        if (ifMatch.Check(edition) is { } stale) return stale;
        return this with
        {
            Id = id, Profile = profile, Receipts = Receipts.AddRange(Changed(Profile?.Consents, profile.Consents, now))
        };
    }

    /// <inheritdoc/>
    public Next<Member> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        // Nobody finds out from the fate of an invitation whether there is, or was, such a person.
        if (message is MembershipChanged { Part: Part.Invited } && Profile is null) return this;
        if (ErasedAt is not null) return MemberRefusals.Erased;
        return message switch
        {
            MembershipChanged membership => Note(membership),
            SeatChanged seat => NoteSeat(seat, now),
            _ => LinkRefusals.Misdirected,
        };
    }

    /// <summary>
    /// Erases everything except that the person existed. Past meetings name only the ID, so their counts stay correct.
    /// </summary>
    public Next<Member> Erase(Caller by, DateTimeOffset now)
    {
        if (Profile is null && ErasedAt is null) return MemberRefusals.NotFound;
        if (!by.Is(Id) && !by.Coordinates) return MemberRefusals.NotFound;
        if (ErasedAt is not null) return this;
        return new Member { Id = Id, ErasedAt = now }.Send([.. Holders()]).Wiped();
    }

    /// <summary>Messages to the records that hold something about the person, so that they forget it.</summary>
    private IEnumerable<PersonErased> Holders() =>
    [
        .. Groups.Where(g => g.Part is not null).Select(g => new PersonErased(Id, "group", g.GroupId.Value)),
        // Includes ended seats: marks there lead to the person until they are wiped.
        .. Seats.Select(s => new PersonErased(Id, "seat", s.Seat.SeatId.Value)),
    ];

    private static IEnumerable<ConsentReceipt> Changed(Consents? before, Consents after, DateTimeOffset now)
    {
        return from consent in ConsentNames
        where consent.Given(after) != (before is not null && consent.Given(before))
        select new ConsentReceipt(consent.What, consent.Given(after), now);
    }

    private static readonly ImmutableArray<(string What, Func<Consents, bool> Given)> ConsentNames =
    [
        ("nameToGroups", c => c.NameToGroups),
        ("contactToLeads", c => c.ContactToLeads),
        ("helpsToLeads", c => c.HelpsToLeads),
    ];
}

