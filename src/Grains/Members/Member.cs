using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.Worries;
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
    public Profile? Profile { get; init; }

    /// <summary>Who created the record, if it was not the person.</summary>
    public Creation? Creation { get; init; }

    /// <summary>When the person first called, if somebody else created the record.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Consents given and withdrawn, oldest first.</summary>
    [MaxItems(MaxReceipts)]
    public ImmutableArray<ConsentReceipt> Receipts { get; init; } = [];

    /// <summary>
    /// Their part in each group they belong to, have asked to join or are invited to. A null part is for a group they
    /// left, kept to recognise messages that arrive late.
    /// </summary>
    [MaxItems(1500)]
    public ImmutableArray<GroupNews> Groups { get; init; } = [];

    /// <summary>Their seats in groups of other areas, including ended ones.</summary>
    [MaxItems(2000)]
    public ImmutableArray<SeatNews> Seats { get; init; } = [];

    /// <summary>Looks of others at their contact and needs, oldest first.</summary>
    [MaxItems(MaxViews)]
    public ImmutableArray<MemberView> Views { get; init; } = [];

    /// <summary>Records that hold something they wrote.</summary>
    [MaxItems(500)]
    public ImmutableArray<Holding> Holdings { get; init; } = [];

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
                [.. Seats.Where(s => IsLive(s.Seat)).Select(s => s.Seat)],
                ClaimedAt is null ? Creation?.By : null);
        }
    }

    /// <inheritdoc/>
    public object Seen() => (Profile, ErasedAt);

    /// <inheritdoc/>
    public Next<Member> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        // Nobody finds out from the fate of an invitation whether there is, or was, such a person.
        if (message is MembershipChanged { Part: Part.Invited } && Profile is null) return this;
        if (ErasedAt is not null) return MemberRefusals.Erased;
        return message switch
        {
            HoldingReleased released => Release(released.Holding),
            WorryWritten => this,
            MembershipChanged membership => ((Next<Member>)Note(membership, now))
                .Then(member => member.Tell(this, membership, now)),
            SeatChanged seat => ((Next<Member>)NoteSeat(seat, now)).Then(member => member.Tell(this, seat)),
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
        .. Holdings.Select(holding => new PersonErased(Id, holding.Kind, holding.Id)),
        new(Id, "notices", Id.Value),
        new(Id, "worries-of", Id.Value),
        new(Id, "sessions", Id.Value),
    ];
}
