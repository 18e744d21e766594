using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;
using static PeerNet.Grains.Tests.SupportOffers.OffersAbroad;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>What the two sides of an offer are told.</summary>
public sealed class OfferNoticeTests
{
    private static readonly NoticeAbout Taken =
        new(NoticeKind.OfferTakenUp) { OfferId = TheOffer, MatchId = Match(1) };

    private static readonly NoticeAbout Agreement =
        new(NoticeKind.OfferAgreed) { OfferId = TheOffer, MatchId = Match(1) };

    private static readonly NoticeAbout Ends = new(NoticeKind.OfferEnds) { OfferId = TheOffer };

    private static readonly SupportOfferTerms EndsInAWeek = ALift with { ExpiresOn = Today.AddDays(7) };

    [Fact]
    public void The_maker_is_told_who_waits_until_they_answer()
    {
        Assert.Equal([new NoticeTold(Person(11), Taken, 1)], News(AnOffer(), AnOffer().TakenUp()));
        var withdrawn = new NoticeWithdrawn(Person(11), Taken, 1);
        Assert.Contains(withdrawn, News(AMatchThatIs(MatchState.TakenUp), AMatchThatIs(MatchState.Agreed)));
        Assert.Equal([withdrawn], News(AMatchThatIs(MatchState.TakenUp), AMatchThatIs(MatchState.Ended)));
    }

    [Fact]
    public void A_group_passes_on_what_becomes_of_its_offer_to_whoever_leads_it_then()
    {
        var offer = AnOffer(EndsInAWeek with { GroupId = TheGroup }, ALead(11));
        var taken = offer.TakenUp();
        Assert.Equal([new LeadsTold(TheGroup, Taken, 1, Until: Now.AddDays(90))], News(offer, taken));
        var over = new LeadsTold(TheGroup, Taken, 1, IsWithdrawn: true);
        Assert.Contains(over, News(taken, taken.Agreed(by: ALead(12))));
        Assert.Equal([over], Told<LeadsTold>(taken.Forget(Person(11), Abroad.East, Now)));
        var until = London.StartOf(Today.AddDays(8));
        var reminder = new LeadsTold(TheGroup, Ends, Today.AddDays(7).DayNumber, Until: until);
        Assert.Equal([reminder], News(offer, offer.RemindOfLastDay(Now)));
    }

    [Theory]
    [InlineData(MatchState.Done)]
    [InlineData(MatchState.NotDone)]
    [InlineData(MatchState.Ended)]
    public void The_taker_is_told_that_the_other_side_agrees_until_it_is_over(MatchState over)
    {
        var told = new NoticeTold(Person(12), Agreement, 1);
        Assert.Contains(told, News(AMatchThatIs(MatchState.TakenUp), AMatchThatIs(MatchState.Agreed)));
        Assert.Empty(News(AMatchThatIs(MatchState.Agreed), AMatchThatIs(MatchState.Arranged)));
        var arranged = AMatchThatIs(MatchState.Arranged);
        var next = over == MatchState.Ended ? arranged.End(Match(1), Maker, Now).Yes() : AMatchThatIs(over);
        Assert.Equal([new NoticeWithdrawn(Person(12), Agreement, 1)], News(arranged, next));
    }

    [Fact]
    public void Nobody_is_told_about_a_name_that_changes_or_about_nothing()
    {
        var taken = AMatchThatIs(MatchState.TakenUp);
        Assert.Empty(News(taken, taken.TakeUp(Match(1), Yes with { ShownAs = "R." }, Ada, Now).Yes()));
        Assert.Empty(News(taken, taken));
        var paused = taken.Pause(true, Maker).Yes();
        Assert.Empty(News(taken, paused));
    }

    [Fact]
    public void Who_is_erased_is_told_nothing_and_the_other_side_loses_its_notice()
    {
        var agreed = AMatchThatIs(MatchState.Agreed);
        Assert.Equal([Person(12)], Told(agreed.Forget(Person(11), Abroad.East, Now)));
        Assert.Empty(Told(agreed.Forget(Person(12), Abroad.East, Now)));
        Assert.Equal([Person(11)], Told(AMatchThatIs(MatchState.TakenUp).Forget(Person(12), Abroad.East, Now)));
    }

    [Fact]
    public void The_maker_is_reminded_once_a_week_before_the_last_day()
    {
        var offer = AnOffer(ALift with { ExpiresOn = Today.AddDays(8) });
        Assert.Same(offer, offer.RemindOfLastDay(Now));
        var reminded = offer.RemindOfLastDay(Now.AddDays(1));
        var until = London.StartOf(Today.AddDays(9));
        Assert.Equal(
            [new NoticeTold(Person(11), Ends, Today.AddDays(8).DayNumber, until)], News(offer, reminded));
        Assert.Same(reminded, reminded.RemindOfLastDay(Now.AddDays(2)));
    }

    [Fact]
    public void A_later_last_day_withdraws_the_reminder_and_has_one_of_its_own()
    {
        var reminded = AnOffer(EndsInAWeek).RemindOfLastDay(Now);
        var renewed = reminded.Changed(EndsInAWeek with { ExpiresOn = Today.AddDays(30) });
        Assert.Equal([new NoticeWithdrawn(Person(11), Ends, Today.AddDays(7).DayNumber)], News(reminded, renewed));
        Assert.Empty(News(renewed, renewed.Changed(EndsInAWeek with { ExpiresOn = Today.AddDays(31) })));
        Assert.Equal(Today.AddDays(30), renewed.RemindOfLastDay(Now.AddDays(25)).RemindedOf);
        var withdrawn = reminded.Withdraw(Maker, Now).Yes();
        Assert.Equal([new NoticeWithdrawn(Person(11), Ends, Today.AddDays(7).DayNumber)], News(reminded, withdrawn));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_they_cannot_or_need_not_renew()
    {
        var offer = AnOffer(EndsInAWeek);
        Assert.NotSame(offer, offer.RemindOfLastDay(Now.AddDays(6)));
        Assert.Same(offer, offer.RemindOfLastDay(Now.AddDays(7)));
        Assert.Same(offer, offer.RemindOfLastDay(Now.AddDays(8)));
        Same(offer.Hide(new("It names somebody"), ByCoordinator).Yes());
        Same(offer.TakenUp().Agreed());
        Same(offer.Withdraw(Maker, Now).Yes());
        Same(new SupportOffer());
        var monthly = AnOffer(TwiceAMonth with { ExpiresOn = Today.AddDays(7) }).TakenUp().TakenUp(Bo, 2);
        Assert.NotNull(monthly.RemindOfLastDay(Now).RemindedOf);
        Assert.NotNull(offer.Pause(true, Maker).Yes().RemindOfLastDay(Now).RemindedOf);

        static void Same(SupportOffer offer) => Assert.Same(offer, offer.RemindOfLastDay(Now));
    }

    [Fact]
    public void A_taker_of_another_area_is_told_that_the_other_side_agrees_until_it_is_over()
    {
        var agreed = Agreement with { Area = Abroad.East };
        var taken = AMatchAbroadThatIs(MatchState.TakenUp);
        var told = taken.Receive(TheAgreeing(1), Abroad.West, 1, Now);
        Assert.Equal([new NoticeTold(Sam, agreed, 1)], told.Messages);
        var match = told.Yes();
        Assert.Empty(match.Receive(TheProgress(MatchState.Arranged, 1), Abroad.West, 1, Now).Messages);
        var withdrawn = new NoticeWithdrawn(Sam, agreed, 1);
        Assert.Contains(withdrawn, match.Receive(TheProgress(MatchState.Done, 1), Abroad.West, 1, Now).Messages);
        Assert.Contains(withdrawn, match.Receive(TheEnding(byMaker: true), Abroad.West, 1, Now).Messages);
        Assert.Contains(withdrawn, match.End(OfEast, Abroad.West, BySam, Now).Yes().Notifying(match).Messages);
        Assert.Empty(match.Forget(Sam, Abroad.West, Now).Yes().Notifying(match).Messages);
    }

    [Fact]
    public void A_taker_who_was_too_late_is_told_at_once_until_they_clear_it_away()
    {
        var refused = Taken with { Kind = NoticeKind.OfferRefused, Area = Abroad.East };
        var row = ATakenMatch().Settled(TheTaking().Operation, "support-offer.not-open");
        Assert.Equal([new NoticeTold(Sam, refused, 1)], row.Outbox.Sent<NoticeTold>());
        var cleared = row.Record.End(OfEast, Abroad.West, BySam, Now).Yes();
        Assert.Equal([new NoticeWithdrawn(Sam, refused, 1)], cleared.Notifying(row.Record).Messages);
    }

    [Fact]
    public void The_maker_gets_a_notice_when_somebody_of_another_area_takes_it_up()
    {
        var offer = AnOffer(ForAll);
        var told = offer.Receive(TheTaking(), Abroad.East, 1, Now);
        Assert.Contains(new NoticeTold(Person(11), Taken, 1), told.Messages);
        var left = told.Yes().Receive(TheEnding(byMaker: false), Abroad.East, 1, Now);
        Assert.Contains(new NoticeWithdrawn(Person(11), Taken, 1), left.Messages);
    }

    private static ImmutableArray<Message> News(SupportOffer before, SupportOffer after) =>
        after.Notifying(before).Messages;

    private static IEnumerable<T> Told<T>(Next<SupportOffer> next) => next.Messages.OfType<T>();

    private static IEnumerable<Contracts.Members.MemberId> Told(Next<SupportOffer> next)
    {
        return next.Messages.Select(message => (message as NoticeWithdrawn)?.Member ?? (message as NoticeTold)?.Member)
            .OfType<Contracts.Members.MemberId>();
    }
}
