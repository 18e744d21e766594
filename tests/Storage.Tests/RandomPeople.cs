using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Storage.Tests;

/// <summary>
/// People of a running silo who do whatever may be done, at random: logs that come late, corrections, offers, guests,
/// leaving and erasure. What is refused has not happened.
/// </summary>
internal sealed class RandomPeople(
    IGrainFactory grains, int seed, IReadOnlyList<MemberId> people, IReadOnlyList<GroupId> groups)
{
    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());
    private readonly Random random = new(seed);
    private readonly List<(MeetingId Meeting, GroupId Group)> meetings = [];
    private readonly List<(SupportOfferId Offer, MemberId Maker)> offers = [];
    private readonly List<(SupportOfferId Offer, MatchId Match, MemberId Maker, MemberId Taker)> matches = [];
    private readonly List<(SeatId Seat, GroupId Group)> seats = [];

    /// <summary>How many acts of each kind were not refused.</summary>
    public Dictionary<string, int> Done { get; } = [];

    public async Task Live(int steps)
    {
        for (var step = 0; step < steps; step++) await Step(random.Next(12));
    }

    private Task Step(int act) => act switch
    {
        0 or 1 => Log(),
        2 => Correct(),
        3 => Count("join", grains.Group(Home, AGroup).Join(APerson, new(), By(APerson))),
        4 => Join(),
        5 => Offer(),
        6 => TakeUp(),
        7 => GoOn(),
        8 => Ask(),
        9 => Leave(),
        10 => Withdraw(),
        _ => Erase(),
    };

    private static Contracts.Areas.AreaId Home => AreaUnderTest.Home;

    // The first person leads every group, and stays.
    private MemberId Lead => people[0];

    private GroupId AGroup => groups[random.Next(groups.Count)];

    private MemberId APerson => people[random.Next(people.Count)];

    private async Task Log()
    {
        var log = new RecordMeeting
        {
            GroupId = AGroup, HeldOn = today.AddDays(-random.Next(1, 300)), StartsAt = new(19, random.Next(60)),
            Present = [Lead], Unnamed = new(random.Next(3)),
        };
        var id = new MeetingId(Guid.CreateVersion7());
        if (await Count("log", grains.Meeting(Home, id).Record(log, By(Lead)))) meetings.Add((id, log.GroupId));
    }

    private async Task Correct()
    {
        if (meetings.Count == 0) return;
        var (meeting, group) = meetings[random.Next(meetings.Count)];
        var correction = new CorrectMeeting
        {
            Why = "Another day",
            HeldOn = random.Next(3) == 0 ? null : today.AddDays(-random.Next(1, 300)),
            DidNotHappen = random.Next(4) == 0 ? new(NotHeldReason.Venue) : null,
        };
        var id = new CorrectionId(Guid.CreateVersion7());
        await Count("correct", grains.Meeting(Home, meeting).Correct(id, correction, By(Lead)));
    }

    private async Task Join()
    {
        var person = APerson;
        var grain = grains.Group(Home, AGroup);
        if (random.Next(3) > 0) await Count("join", grain.Join(person, new(), By(person)));
        else if (person != Lead) await Count("leave", grain.Leave(person, By(person)));
    }

    private async Task Offer()
    {
        var isGroups = random.Next(2) == 0;
        var maker = isGroups ? Lead : APerson;
        var terms = new SupportOfferTerms
        {
            Side = (SupportSide)random.Next(2), Kind = SupportKind.Lift, GroupId = isGroups ? AGroup : null,
            HowOften = SupportFrequency.AsLongAsItLasts,
        };
        var id = new SupportOfferId(Guid.CreateVersion7());
        var made = grains.SupportOffer(Home, id).Put(terms, IfMatch.None, By(maker));
        if (await Count("offer", made)) offers.Add((id, maker));
    }

    private async Task TakeUp()
    {
        if (offers.Count == 0) return;
        var (offer, maker) = offers[random.Next(offers.Count)];
        var match = new MatchId(Guid.CreateVersion7());
        var taker = APerson;
        var grain = grains.Matches(Home, offer);
        if (!await Count("take up", grain.TakeUp(match, new("Robin"), By(taker)))) return;
        if (await Count("agree", grain.Agree(match, new("Kim"), By(maker)))) matches.Add((offer, match, maker, taker));
    }

    private async Task GoOn()
    {
        if (matches.Count == 0) return;
        var (offer, match, maker, taker) = matches[random.Next(matches.Count)];
        var grain = grains.Matches(Home, offer);
        await Count("arrange", grain.Arrange(match, new(today), By(maker)));
        await Count("report", grain.Report(match, new(random.Next(3) > 0), By(taker)));
        if (random.Next(3) == 0) await Count("end", grain.End(match, By(maker)));
    }

    private async Task Ask()
    {
        var seat = SeatId.Random();
        var asked = new SeatAsked
        {
            From = new("west-sussex"), To = Home, Group = AGroup, Seat = seat, ShownAs = "Robin",
        };
        if (await Count("guest", grains.Link(Home).Receive(asked))) seats.Add((seat, asked.Group));
    }

    private async Task Leave()
    {
        if (seats.Count == 0) return;
        var (seat, group) = seats[random.Next(seats.Count)];
        await Count("guest leaves", grains.Link(Home).Receive(new SeatLeft
        {
            From = new("west-sussex"), To = Home, Group = group, Seat = seat,
        }));
    }

    private async Task Withdraw()
    {
        if (offers.Count == 0 || random.Next(2) == 0) return;
        var (offer, maker) = offers[random.Next(offers.Count)];
        await Count("withdraw", grains.SupportOffer(Home, offer).Withdraw(By(maker), IfMatch.None));
    }

    private async Task Erase()
    {
        var person = APerson;
        if (person == Lead || random.Next(3) > 0) return;
        await Count("erase", grains.Member(Home, person).Erase(By(person)));
    }

    private async Task<bool> Count<T>(string act, Task<Result<T>> answer)
    {
        if ((await answer).Refused(out _, out _)) return false;
        Done[act] = Done.GetValueOrDefault(act) + 1;
        return true;
    }

    private static Caller By(MemberId member) => new(CallerRole.Member, member);
}
