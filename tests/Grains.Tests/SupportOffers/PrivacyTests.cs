using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>Who sees what of an offer and its matches, and what erasing a person leaves.</summary>
public sealed class PrivacyTests
{
    [Theory]
    [InlineData(MatchState.TakenUp, false)]
    [InlineData(MatchState.Agreed, true)]
    [InlineData(MatchState.Arranged, true)]
    [InlineData(MatchState.Done, false)]
    [InlineData(MatchState.NotDone, false)]
    [InlineData(MatchState.Ended, false)]
    public void Each_reaches_the_other_only_while_the_match_is_agreed_or_arranged(MatchState state, bool isReached)
    {
        var offer = AMatchThatIs(state);
        var maker = offer.ReachedBy(Match(1), Maker);
        var taker = offer.ReachedBy(Match(1), Ada);
        Assert.Equal(isReached ? (Person(12), ContactPart.Phone) : null, maker);
        Assert.Equal(isReached ? (Person(11), ContactPart.Email) : null, taker);
        Assert.Null(offer.ReachedBy(Match(1), Bo));
        Assert.Null(offer.ReachedBy(Match(1), Coordinator));
    }

    [Fact]
    public void Who_shows_no_contact_is_not_reached()
    {
        var offer = AnOffer().TakeUp(Match(1), new("Robin"), Ada, Now).Yes().Agreed();
        Assert.Null(offer.ReachedBy(Match(1), Maker));
        Assert.NotNull(offer.ReachedBy(Match(1), Ada));
        var changed = offer.TakeUp(Match(1), Yes, Ada, Now).Yes();
        Assert.NotNull(changed.ReachedBy(Match(1), Maker));
    }

    [Fact]
    public void Whoever_has_agreed_for_a_group_is_reached_only_while_they_lead_it()
    {
        var room = AnOffer(ALift with { GroupId = TheGroup }, ALead(1)).TakenUp().Agreed(by: ALead(2));
        Assert.True(room.IsStillReached(Ada, ALead(2).Own));
        Assert.False(room.IsStillReached(Ada, Somebody(2, TheGroup).Own));
        Assert.True(room.IsStillReached(ALead(1), Ada.Own));
        Assert.True(AMatchThatIs(MatchState.Agreed).IsStillReached(Ada, Maker.Own));
    }

    [Theory]
    [InlineData(MatchState.Agreed)]
    [InlineData(MatchState.Arranged)]
    public void Whoever_has_agreed_for_a_group_and_no_longer_leads_it_takes_back_what_they_show(MatchState state)
    {
        var room = AnOffer(ALift with { GroupId = TheGroup }, ALead(1)).TakenUp().Agreed(by: ALead(2));
        if (state == MatchState.Arranged) room = room.Arrange(Match(1), Thursday, ALead(1), Now).Yes();
        var ended = room.End(Match(1), Somebody(2), Now).Yes();
        Assert.Equal(MatchState.Ended, ended.Matches[0].State);
        Assert.DoesNotContain("Kim", MakingTests.PeerNetJsonOf(ended), StringComparison.Ordinal);
        Assert.Equal("support-offer.match-not-found", room.End(Match(1), Somebody(3), Now).No());
        Assert.Equal("support-offer.match-not-found", room.Arrange(Match(1), Thursday, Somebody(2), Now).No());
        Assert.Equal("support-offer.match-not-found", room.Report(Match(1), ItWasNot, Somebody(2), Now).No());
        Assert.Equal("support-offer.match-not-found", room.Agree(Match(1), MakersYes, Somebody(2), Now).No());
        Assert.Null(room.SeenBy(Somebody(2)));
    }

    [Fact]
    public void Each_sees_the_name_that_the_other_chose_and_no_id()
    {
        var taken = AnOffer().TakenUp();
        Assert.Equal("Robin", taken.SeenBy(Maker)!.OtherName);
        Assert.Null(taken.SeenBy(Ada)!.OtherName);
        var agreed = taken.Agreed();
        Assert.Equal("Kim", agreed.SeenBy(Ada)!.OtherName);
        Assert.Null(agreed.SeenBy(Ada, 1, Now).Yes().MadeBy);
        Assert.Equal(Person(11), agreed.SeenBy(Maker, 1, Now).Yes().MadeBy);
        Assert.Equal(Person(11), agreed.SeenBy(Coordinator, 1, Now).Yes().MadeBy);
        Assert.Null(agreed.SeenBy(Coordinator));
    }

    [Fact]
    public void Each_sees_what_both_say_of_how_it_went()
    {
        var offer = AMatchThatIs(MatchState.Done).Report(Match(1), ItWasNot, Maker, Now).Yes();
        Assert.Equal((ItWasDone, ItWasNot), (offer.SeenBy(Ada)!.MyOutcome, offer.SeenBy(Ada)!.OtherOutcome));
        Assert.Equal((ItWasNot, ItWasDone), (offer.SeenBy(Maker)!.MyOutcome, offer.SeenBy(Maker)!.OtherOutcome));
    }

    [Fact]
    public void A_match_that_has_ended_leaves_no_trace_that_anybody_sees()
    {
        foreach (var state in Enum.GetValues<MatchState>())
        {
            var ended = AMatchThatIs(state).End(Match(1), Maker, Now).Yes();
            Assert.Null(ended.SeenBy(Ada));
            Assert.Null(ended.SeenBy(Maker));
            var stored = MakingTests.PeerNetJsonOf(ended);
            foreach (var said in (string[])["Robin", "Kim", "station\"", "Thank you"])
                Assert.DoesNotContain(said, stored, StringComparison.Ordinal);
        }
        var open = AMatchThatIs(MatchState.Ended).SeenBy(Ada, 1, Now).Yes();
        Assert.Equal(SupportOfferState.Open, open.State);
    }

    [Fact]
    public void An_outsider_sees_an_open_offer_and_nothing_of_one_that_is_not()
    {
        Assert.Empty(AnOffer().SeenBy(Bo, 1, Now).Yes().Matches);
        SupportOffer[] closed =
        [
            AnOffer().TakenUp(), AnOffer().Pause(true, Maker).Yes(), AnOffer().Hide(new("No"), ByCoordinator).Yes(),
        ];
        Assert.All(closed, offer => Assert.Equal("support-offer.not-found", offer.SeenBy(Bo, 1, Now).No()));
        Assert.Equal("support-offer.not-found", AnOffer().SeenBy(Bo, 1, Now.AddDays(91)).No());
        Assert.Equal(
            "support-offer.not-found", AnOffer().SeenBy(Bo with { Own = MemberStanding.None }, 1, Now).No());
    }

    [Fact]
    public void Only_the_maker_and_coordinators_see_that_it_is_hidden_and_why()
    {
        var hidden = AnOffer().TakenUp().Hide(new("It names somebody"), ByCoordinator).Yes();
        Assert.Same(hidden, hidden.Hide(new("It names somebody"), ByCoordinator).Yes());
        foreach (var inside in (OfferCaller[])[Maker, Coordinator])
        {
            var seen = hidden.SeenBy(inside, 1, Now).Yes();
            Assert.Equal((SupportOfferState.Hidden, "It names somebody"), (seen.State, seen.HiddenBecause));
        }
        var taker = hidden.SeenBy(Ada, 1, Now).Yes();
        Assert.Equal((SupportOfferState.Paused, null), (taker.State, taker.HiddenBecause));
        Assert.Equal("access.coordinators-only", AnOffer().Hide(new("No"), Maker.By).No());
    }

    [Fact]
    public void An_offer_for_my_groups_exists_for_nobody_else()
    {
        var offer = AnOffer(ALift with { Audience = SupportAudience.MyGroups });
        var friend = Somebody(14, TheGroup) with { MakersGroups = [TheGroup] };
        var stranger = Somebody(15) with { MakersGroups = [TheGroup] };
        offer.SeenBy(friend, 1, Now).Yes();
        offer.TakeUp(Match(1), Yes, friend, Now).Yes();
        Assert.Equal("support-offer.not-found", offer.SeenBy(stranger, 1, Now).No());
        Assert.Equal("support-offer.not-found", offer.TakeUp(Match(1), Yes, stranger, Now).No());
        var room = AnOffer(ALift with { Audience = SupportAudience.MyGroups, GroupId = TheGroup }, ALead(1));
        room.SeenBy(Somebody(14, TheGroup), 1, Now).Yes();
        Assert.Equal("support-offer.not-found", room.SeenBy(Somebody(15), 1, Now).No());
    }

    [Theory]
    [InlineData(MatchState.TakenUp)]
    [InlineData(MatchState.Arranged)]
    [InlineData(MatchState.Done)]
    public void Nothing_of_an_erased_person_is_left_on_either_side(MatchState state)
    {
        foreach (var person in (int[])[11, 12])
        {
            var forgotten = AMatchThatIs(state).Forget(Person(person), Abroad.East, Now).Yes();
            Assert.Same(forgotten, forgotten.Forget(Person(person), Abroad.East, Now.AddDays(1)).Yes());
            var stored = MakingTests.PeerNetJsonOf(forgotten);
            foreach (var said in (string[])[
                $"{Person(person)}", "Robin", "Kim", "Outside", "Thank you", person == 11 ? "Lewes" : "Robin"])
                Assert.DoesNotContain(said, stored, StringComparison.Ordinal);
            Assert.Equal(person == 11, forgotten.WithdrawnAt is not null);
        }
        var untouched = AMatchThatIs(state);
        Assert.Same(untouched, untouched.Forget(Person(13), Abroad.East, Now).Yes());
    }

    [Fact]
    public void A_lead_who_is_erased_leaves_the_matches_they_agreed_to()
    {
        var room = AnOffer(ALift with { GroupId = TheGroup }, ALead(1)).TakenUp().Agreed(by: ALead(2));
        var forgotten = room.Forget(Person(2), Abroad.East, Now).Yes();
        Assert.Equal(MatchState.Ended, forgotten.Matches[0].State);
        Assert.DoesNotContain($"{Person(2)}", MakingTests.PeerNetJsonOf(forgotten), StringComparison.Ordinal);
        Assert.NotNull(forgotten.Terms);
    }

    [Fact]
    public void Whoever_is_not_named_any_more_is_released()
    {
        MemberId[] Released(Row<SupportOffer> row) =>
            [.. row.Outbox.Select(posted => posted.Message).OfType<HoldingReleased>().Select(one => one.Member).Order(
                Comparer<MemberId>.Create(
                    (one, other) => one.Value.CompareTo(other.Value)))];
        var row = AMatchThatIs(MatchState.Agreed).InARow();
        Assert.Equal([Person(12)], Released(row.Stored(offer => offer.End(Match(1), Maker, Now))));
        Assert.Equal([Person(11), Person(12)], Released(row.Stored(offer => offer.Withdraw(Maker, Now))));
        Assert.Equal([Person(12)], Released(row.Stored(offer => offer.Forget(Person(11), Abroad.East, Now))));
        Assert.Empty(Released(row.Stored(offer => offer.Forget(Person(12), Abroad.East, Now))));
        // Taking it up again before the message has gone recalls it.
        var ended = row.Stored(offer => offer.End(Match(1), Maker, Now));
        Assert.Empty(Released(ended.Stored(offer => offer.TakeUp(Match(2), Yes, Ada, Now))));
    }
}
