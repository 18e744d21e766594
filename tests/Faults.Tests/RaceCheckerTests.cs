using PeerNet.Contracts.SupportOffers;
using PeerNet.Faults.Tests.Campaigns;

namespace PeerNet.Faults.Tests;

/// <summary>The races find nothing wrong, so here is the proof that they would.</summary>
public sealed class RaceCheckerTests
{
    private static readonly MatchDetails First = AMatch(MatchState.TakenUp), Second = AMatch(MatchState.Agreed);

    private static readonly MatchDetails Refused = AMatch(MatchState.Ended) with
    {
        Because = "support-offer.not-open", Acknowledged = true,
    };

    private static readonly TakenUp Winner = new(First.Id, Told.Won, First);
    private static readonly TakenUp Late = new(Refused.Id, Told.Lost, Refused);
    private static readonly TakenUp AtTheDoor = new(new(Guid.CreateVersion7()), Told.Lost, null);

    private static readonly RacedOffer Once =
        new(new(Guid.CreateVersion7()), 1, [Winner, Late, AtTheDoor], [First]);

    private static readonly RacedOffer Twice =
        Once with { Room = 2, TakeUps = [Winner, new(Second.Id, Told.Won, Second), Late], Seen = [First, Second] };

    [Fact]
    public void A_race_with_as_many_winners_as_there_is_room_has_no_findings()
    {
        Assert.Empty(RaceChecker.Find(Once));
        Assert.Empty(RaceChecker.Find(Twice));
        Assert.Empty(RaceChecker.Find(Twice with { Room = 3, TakeUps = Twice.TakeUps.RemoveAt(2) }));
    }

    [Fact]
    public void A_winner_whom_the_maker_declined_makes_room_for_another()
    {
        var declined = Once.TakeUps.Add(new(new(Guid.CreateVersion7()), Told.Declined, null));
        Assert.Empty(RaceChecker.Find(Once with { TakeUps = declined }));
        Assert.Empty(RaceChecker.Find(Once with { TakeUps = [declined[3]], Seen = [] }));
        var still = Winner with { Told = Told.Declined };
        Assert.Equal([Wrong.Disagrees], Found(Once with { TakeUps = [still, Late, AtTheDoor] }));
    }

    [Fact]
    public void A_second_winner_is_doubled()
    {
        Assert.Equal([Wrong.Doubled], Found(Twice with { Room = 1 }));
        Assert.Equal(
            [Wrong.Doubled, Wrong.Doubled], Found(Once with { Seen = [First, AMatch(MatchState.TakenUp)] }));
    }

    [Fact]
    public void An_offer_that_nobody_got_is_lost()
    {
        Assert.Equal([Wrong.Lost], Found(Once with { TakeUps = [Late, AtTheDoor], Seen = [] }));
        Assert.Equal([Wrong.Lost], Found(Twice with { TakeUps = [Winner, Late], Seen = [First] }));
    }

    [Fact]
    public void Somebody_who_was_never_told_is_stuck()
    {
        var waiting = new TakenUp(new(Guid.CreateVersion7()), Told.Nothing, null);
        Assert.Equal([Wrong.Stuck], Found(Once with { TakeUps = [Winner, waiting] }));
        var unheard = Winner with { Seen = First with { Acknowledged = false } };
        Assert.Equal([Wrong.Stuck], Found(Once with { TakeUps = [unheard] }));
    }

    [Fact]
    public void Somebody_who_was_told_that_they_won_and_lost_it_or_the_reverse_is_noticed()
    {
        var stranger = Winner with { Match = Second.Id };
        Assert.Contains(Wrong.Disagrees, Found(Once with { TakeUps = [stranger, Late] }));
        Assert.Contains(Wrong.Disagrees, Found(Once with { TakeUps = [Winner with { Told = Told.Lost }, Late] }));
    }

    [Fact]
    public void Two_sides_that_see_different_states_are_noticed()
    {
        var ahead = Winner with { Seen = First with { State = MatchState.Agreed } };
        Assert.Equal([Wrong.Disagrees], Found(Once with { TakeUps = [ahead, Late] }));
        Assert.Equal([Wrong.Disagrees], Found(Once with { TakeUps = [Winner with { Seen = null }, Late] }));
        Assert.Equal([Wrong.Disagrees], Found(Once with { TakeUps = [Winner, Late with { Seen = Second }] }));
    }

    private static IEnumerable<Wrong> Found(RacedOffer offer) =>
        RaceChecker.Find(offer).Select(finding => finding.Wrong);

    private static MatchDetails AMatch(MatchState state) =>
        new() { Id = new(Guid.CreateVersion7()), State = state, Since = default };
}
