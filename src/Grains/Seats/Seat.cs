using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Seats;

/// <summary>
/// A member's seat in a group of another area, as stored in the member's home. The name shown there is only in the
/// letter that requests the seat.
/// </summary>
internal sealed partial record Seat : ISends<Seat>, IReceives<Seat>, IForgets<Seat>
{
    /// <summary>How long a request waits for an answer before the member's own area gives up.</summary>
    public const int DaysToAnswer = 90;

    /// <summary>The token.</summary>
    public SeatId Id { get; init; }

    /// <summary>The member, or null if nobody has asked yet or the member is erased.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The group's area, or null if nobody has asked yet.</summary>
    public AreaId? Area { get; init; }

    /// <summary>The group.</summary>
    public GroupId GroupId { get; init; }

    /// <summary>The member's own group, for a guest of one meeting.</summary>
    public GroupId? GuestOf { get; init; }

    /// <summary>That meeting.</summary>
    public MeetingId? MeetingId { get; init; }

    /// <summary>Its state.</summary>
    public SeatState State { get; init; }

    /// <summary>When this state began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The day on which the group accepted the member.</summary>
    public DateOnly? SeatedOn { get; init; }

    /// <summary>Why the group's area declined, as a code.</summary>
    public string? Because { get; init; }

    /// <summary>Whether a letter to give up the seat has been sent or is waiting.</summary>
    public bool Left { get; init; }

    /// <summary>What the group tells the member so that they can come; null once the seat has ended.</summary>
    public GuestWelcome? Welcome { get; init; }

    /// <summary>The version of the letter that carried it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WelcomeVersion { get; init; }

    /// <summary>The marks at meetings there, one per meeting, oldest first.</summary>
    [MaxItems(1000)]
    public ImmutableArray<SeatMark> Marks { get; init; } = [];

    /// <summary>
    /// The member's attendance there. A method, because collection properties are written into the row.
    /// </summary>
    public IEnumerable<AttendanceLine> History() =>
        Marks.Select(m => new AttendanceLine(Area!.Value, GroupId, m.MeetingId, m.HeldOn, m.StartsAt, m.Mark));

    /// <summary>
    /// Asks for the seat. Members can ask only for themselves, and must consent to their name leaving the area.
    /// </summary>
    public Next<Seat> Ask(
        SeatId id,
        AskForSeat request,
        SeatAsked? waiting,
        AreaId home,
        MemberStanding standing,
        Caller by,
        DateTimeOffset now)
    {
        if (by.Member is not { } member) return AccessRefusals.NotYours;
        if (standing.WhyUnknown() is { } unknown) return unknown;
        if (Area is not null && Member is not null && Member != member) return SeatRefusals.Differs;
        if (Area is not null && State == SeatState.Ended) return SeatRefusals.Over;
        if (Area is not null && Says(request, waiting) && request.Consent) return this;
        if (SeatRules.Check(id, request, home, member, standing) is { } wrong) return wrong;
        if (Area is not null) return SeatRefusals.Differs;
        var asked = this with
        {
            Id = id,
            Member = member,
            Area = request.Area,
            GroupId = request.GroupId,
            GuestOf = request.GuestOf,
            MeetingId = request.MeetingId
        };
        var letter = new SeatAsked
        {
            From = home,
            To = request.Area,
            Group = request.GroupId,
            Seat = id,
            ShownAs = request.ShownAs,
            GuestOf = request.GuestOf,
            Meeting = request.MeetingId,
        };
        return asked.Send(letter).Then(seat => seat.Become(SeatState.Asked, now));
    }

    /// <summary>The seat, for the member only.</summary>
    public Result<SeatDetails> SeenBy(Caller by, bool acknowledged, string? waitsBecause = null)
    {
        return Area is not { } area || Member is not { } member || !by.Is(member)
            ? SeatRefusals.NotFound
            : new SeatDetails
        {
            Id = Id,
            Area = area,
            GroupId = GroupId,
            State = State,
            Since = Since,
            Because = Because,
            Acknowledged = acknowledged,
            MeetingId = MeetingId,
            Attendance = [.. History()],
            Welcome = State == SeatState.Seated ? Welcome : null,
            WaitsBecause = waitsBecause,
        };
    }

    /// <summary>
    /// Gives up the seat, or the claim to one that was never stored. If the area does so, the member is being erased,
    /// and everything that leads to them is removed.
    /// </summary>
    public Next<Seat> End(AreaId home, Caller by, DateTimeOffset now, SeatPart? claim = null)
    {
        var erased = by.Role == CallerRole.Area;
        if (Area is null && claim is not null) return Over(claim, by, now);
        if (!erased && (Member is not { } member || !by.Is(member))) return SeatRefusals.NotFound;
        if (Area is null || (erased && Member is null)) return this;
        // The letter that gives up the seat works whether or not the request has arrived: the group remembers it either
        // way.
        var ended = State switch
        {
            SeatState.Asked or SeatState.Seated =>
                Leave(home).Then(seat => seat.Become(SeatState.Ended, now, isOwnWish: !erased)),
            SeatState.Declined => Become(SeatState.Ended, now),
            SeatState.Ended => this,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return erased ? ended.Then(
            seat => (seat with { Member = null, Marks = [] }).Recall(message => message is SeatChanged)).Wiped()
                : ended;
    }

    /// <inheritdoc/>
    public Next<Seat> Forget(MemberId person, AreaId home, DateTimeOffset now) =>
        Member == person ? End(home, Caller.Area, now) : this;

    // Ended before it is stored, so that a request still on its way finds it over.
    private Next<Seat> Over(SeatPart claim, Caller by, DateTimeOffset now)
    {
        var seat = this with
        {
            Id = claim.SeatId,
            Member = by.Member,
            Area = claim.Area,
            GroupId = claim.GroupId,
            MeetingId = claim.MeetingId,
        };
        return seat.Become(SeatState.Ended, now, isOwnWish: true);
    }

    /// <summary>Gives up on a group that has not answered, and asks it to forget the request.</summary>
    public Next<Seat> Expire(AreaId home, DateTimeOffset now)
    {
        if (State != SeatState.Asked || Area is null || Since > now.AddDays(-DaysToAnswer)) return this;
        return Leave(home).Then(seat => seat.Become(SeatState.Ended, now));
    }

    private Next<Seat> Become(SeatState state, DateTimeOffset now, bool isOwnWish = false)
    {
        var isOver = state is SeatState.Declined or SeatState.Ended;
        var seat = this with
        {
            State = state,
            Since = now,
            SeatedOn = state == SeatState.Seated ? London.DayOf(now) : SeatedOn,
            Welcome = isOver ? null : Welcome,
        };
        return Member is { } member
            ? seat.Send(new SeatChanged(member, new(Id, Area!.Value, GroupId, state, MeetingId))
            {
                IsOwnWish = isOwnWish
            })
            : seat;
    }

    private Next<Seat> Leave(AreaId home)
    {
        return (this with { Left = true }).WithoutName()
            .Send(new SeatLeft { From = home, To = Area!.Value, Group = GroupId, Seat = Id });
    }

    /// <summary>The seat without the waiting letter that contains the name.</summary>
    private Next<Seat> WithoutName() => this.Recall(message => message is SeatAsked);

    private bool Says(AskForSeat request, SeatAsked? waiting)
    {
        return (
            Area, GroupId, GuestOf, MeetingId) == (request.Area, request.GroupId, request.GuestOf, request.MeetingId)
        && (waiting is null || waiting.ShownAs == request.ShownAs);
    }
}

/// <summary>A guest's mark at one meeting, and the version of the letter that carried it.</summary>
internal sealed record SeatMark(MeetingId MeetingId, DateOnly HeldOn, TimeOnly StartsAt, Mark Mark, int Version);
