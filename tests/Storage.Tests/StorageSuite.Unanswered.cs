using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.SupportOffers;
using PeerNet.Silo;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_request_for_a_seat_that_nobody_has_answered_for_ninety_days_ends()
    {
        var member = await APerson();
        var old = await ASeat(member, "asked", days: 91);
        var recent = await ASeat(member, "asked", days: 89);
        var seated = await ASeat(member, "seated", days: 400);
        await EndUnanswered(async () => await State(old) == SeatState.Ended);
        Assert.Equal((SeatState.Asked, SeatState.Seated), (await State(recent), await State(seated)));

        async Task<SeatState> State(SeatId seat) =>
            Yes(await Area.Grains.Seat(AreaUnderTest.Home, seat).Get(By(member))).State;
    }

    [Fact]
    public async Task A_take_up_that_nobody_has_answered_for_ninety_days_ends_at_both_ends()
    {
        var person = await APerson();
        Guid offer = Guid.CreateVersion7(), old = Guid.CreateVersion7(), recent = Guid.CreateVersion7();
        await AStored("support-offer", offer, new SupportOffer
        {
            Id = new(offer), Maker = person, Matches = [TakenUp(91), TakenUp(89), TakenUp(400, MatchState.Agreed)],
            Terms = new() { Side = SupportSide.Offer, Kind = SupportKind.Lift, ExpiresOn = new(2100, 1, 1) },
        });
        await AStored("match-abroad", old, AMatchAbroad(91));
        await AStored("match-abroad", recent, AMatchAbroad(89));
        await EndUnanswered(async () => await Matches() == 2 && await IsGone(old));
        Assert.False(await IsGone(recent));

        async Task<int> Matches() =>
            Yes(await Area.Grains.SupportOffer(AreaUnderTest.Home, new(offer)).Get(By(person))).Matches.Length;

        async Task<bool> IsGone(Guid match) =>
            (await Area.Grains.MatchAbroad(AreaUnderTest.Home, new(match)).Get(By(person))).Refused(out _, out _);

        MatchAbroad AMatchAbroad(int days) => new()
        {
            Id = new(Guid.CreateVersion7()), Member = person, Offer = new(South, new(offer)), Since = DaysAgo(days),
            Terms = new() { Side = SupportSide.Offer, Kind = SupportKind.Lift },
        };
    }

    [Fact]
    public async Task Take_ups_count_for_the_area_of_whoever_took_up_until_they_are_answered()
    {
        await Empty();
        for (var number = 0; number < 2; number++)
            await AStored("support-offer", Guid.CreateVersion7(), new SupportOffer
            {
                Matches = [From(South), From(North), From(South, MatchState.Agreed), TakenUp(1)],
            });
        await AStored("match-abroad", Guid.CreateVersion7(), new MatchAbroad { Offer = new(South, default) });
        await AStored("support-offer", Guid.CreateVersion7(), new SupportOffer { Matches = [From(South)] });
        var rows = new OfferRows(Area.Database);
        Assert.Equal((3, 2), (await rows.CountTakeUps(South), await rows.CountTakeUps(North)));
        Assert.Equal(0, await rows.CountTakeUps(AreaUnderTest.Home));

        static Match From(AreaId home, MatchState state = MatchState.TakenUp) =>
            TakenUp(1, state) with { Route = new(home, AreaUnderTest.Home) };
    }

    private static Match TakenUp(int days, MatchState state = MatchState.TakenUp) =>
        new() { Id = new(Guid.CreateVersion7()), State = state, Since = DaysAgo(days) };

    private static DateTimeOffset DaysAgo(int days) => TimeProvider.System.GetUtcNow().AddDays(-days);

    private async Task AStored(string kind, Guid id, object record)
    {
        await ACopy(kind, id).Write(new Note());
        var json = JsonSerializer.Serialize(record, record.GetType(), PeerNetJson.Options);
        await Damage(kind, id, $$"""{"version":1,"record":{{json}}}""");
    }

    private async Task EndUnanswered(Func<Task<bool>> isDone)
    {
        using var timer = new UnansweredRequests(
            Area.Rows, new OfferRows(Area.Database), Area.Grains, TimeProvider.System,
            NullLogger<UnansweredRequests>.Instance);
        await timer.StartAsync(Ended);
        await Until(isDone);
        await timer.StopAsync(Ended);
    }

    private async Task<SeatId> ASeat(MemberId member, string state, int days)
    {
        var seat = SeatId.Random();
        await ACopy("seat", seat.Value).Write(new Note());
        await Damage("seat", seat.Value, $$$"""
            {"version":1,"record":{"id":"{{{seat}}}","member":"{{{member}}}","area":"{{{South}}}",
            "groupId":"{{{Guid.CreateVersion7()}}}","state":"{{{state}}}",
            "since":"{{{TimeProvider.System.GetUtcNow().AddDays(-days):O}}}"}}
            """);
        return seat;
    }
}
