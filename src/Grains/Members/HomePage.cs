using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Members;

/// <summary>Puts together what a person sees first.</summary>
internal sealed record HomePage(
    Member Me,
    IReadOnlyList<GroupAtHome> Groups,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<SupportOfferDetails> Offers,
    DateTimeOffset Now)
{
    private const int MaxGroups = 50, MaxSeats = 20, MaxOffers = 20, MaxTasks = 20, MaxAsked = 20, DaysAnswered = 30;

    private readonly List<JoinRequest> asking =
        [.. Groups.SelectMany(one => one.Group.RequestsSeenBy(new(CallerRole.Member, Me.Id), Now))
            .OrderBy(one => one.Since)];

    /// <summary>The people whose names the answer needs; a guest's is on their request.</summary>
    public IReadOnlyCollection<MemberId> ToName =>
        [.. asking.Take(MaxTasks).Where(one => one.SeatId is null).Select(one => one.MemberId).Distinct()];

    /// <summary>The answer, with the names that the caller may see.</summary>
    public MemberHome WithNames(IReadOnlyDictionary<MemberId, string?> names)
    {
        var today = London.DayOf(Now);
        var belong = Groups.Select(one => (one, Part: one.Group.MembershipOf(Me.Id)))
            .Where(one => one.Part?.Part >= Part.Member)
            .Select(one => one.one.Line(one.Part!.Part, today))
            .OrderBy(line => line.NextMeeting?.StartsAt ?? DateTimeOffset.MaxValue)
            .ThenBy(line => line.Name, StringComparer.Ordinal);
        return new()
        {
            Groups = [.. belong.Take(MaxGroups)],
            Seats = [.. Seats.Where(IsShown).OrderByDescending(seat => seat.Since).Take(MaxSeats).Select(Line)],
            Offers = [.. Offers.OrderByDescending(offer => offer.Id.Value).Take(MaxOffers).Select(Line)],
            Waiting = Tasks(today, names),
            Asked = [.. With(Part.Asked).Take(MaxAsked)],
        };
    }

    // Whatever role the person has in the area, what waits for them is what waits for a lead of the group.
    private Caller Self => new(CallerRole.Member, Me.Id);

    private HomeTasks Tasks(DateOnly today, IReadOnlyDictionary<MemberId, string?> names)
    {
        var led = Groups.Where(one => one.Group.LedBy(Self)).ToList();
        var unlogged = led.SelectMany(one => one.NotLogged(Now)).OrderBy(one => one.HeldOn).ToList();
        var invited = With(Part.Invited).ToList();
        var answered = Seats.Where(IsAnswered).OrderBy(seat => seat.Since).Select(seat => seat.Id).ToList();
        var proposed = led.SelectMany(one => one.Group.ProposalsSeenBy(Self, Now)).OrderBy(one => one.Since).ToList();
        var stale = led.Where(one => one.Group.NeedsConfirmation(Now))
            .OrderBy(one => one.Group.LastConfirmed)
            .Select(one => TaskOf(one.Group, one.Group.LastConfirmed))
            .ToList();
        var taken = Offers.Where(offer => offer.IsMine)
            .SelectMany(offer => offer.Matches.Where(match => match.State == MatchState.TakenUp)
                .Select(match => new OfferTask(offer.Id, match.Id, match.OtherName, match.Since)))
            .OrderBy(one => one.Since)
            .ToList();
        return new()
        {
            Counts = new(
                asking.Count, unlogged.Count, invited.Count, answered.Count, proposed.Count, stale.Count, taken.Count),
            Requests = [.. asking.Take(MaxTasks).Select(one => one.SeatId is null
                ? one with { Name = names.GetValueOrDefault(one.MemberId) }
                : one)],
            NotLogged = [.. unlogged.Take(MaxTasks)],
            Invitations = [.. invited.Take(MaxTasks)],
            SeatsAnswered = [.. answered.Take(MaxTasks)],
            Connections = [.. proposed.Take(MaxTasks)],
            ToConfirm = [.. stale.Take(MaxTasks)],
            OffersTakenUp = [.. taken.Take(MaxTasks)],
        };
    }

    private bool IsShown(Seat seat) => seat.State is SeatState.Asked or SeatState.Seated || IsAnswered(seat);

    private bool IsAnswered(Seat seat) =>
        seat.State is SeatState.Seated or SeatState.Declined && seat.Since > Now.AddDays(-DaysAnswered);

    private IEnumerable<GroupTask> With(Part part)
    {
        return Groups.Select(one => (one.Group, Part: one.Group.MembershipOf(Me.Id)))
            .Where(one => one.Part?.Part == part)
            .OrderBy(one => one.Part!.Since)
            .Select(one => TaskOf(one.Group, London.DayOf(one.Part!.Since)));
    }

    private static GroupTask TaskOf(Group group, DateOnly since) => new(group.Id, group.Description!.Name, since);

    private static HomeOffer Line(SupportOfferDetails offer)
    {
        return new(
            offer.Id, offer.Terms.Side, offer.Terms.Kind, offer.Terms.GroupId, offer.IsMine, offer.State,
            offer.Terms.ExpiresOn!.Value, offer.Matches.Length,
            offer.Matches.MaxBy(match => match.Since)?.State, offer.Area);
    }

    private static HomeSeat Line(Seat seat)
    {
        return new(
            seat.Id, seat.Area!.Value, seat.GroupId, seat.State, seat.Since, seat.MeetingId, seat.Welcome?.Place,
            seat.Welcome?.OnlineLink);
    }
}
