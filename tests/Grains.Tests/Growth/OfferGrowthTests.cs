using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Growth;
using PeerNet.Grains.SupportOffers;
using PeerNet.Grains.Tests.SupportOffers;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>The figures of support offers and requests, as their example in docs/figures.md has them.</summary>
public sealed class OfferGrowthTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 6);

    private static readonly SupportOfferTerms Often =
        ALift with { HowOften = SupportFrequency.AsLongAsItLasts, ExpiresOn = new(2026, 12, 24) };

    private static readonly Gen<(OfferAct Act, int Match, int Days)[]> SomeLife =
        Gen.Select(Gen.Enum<OfferAct>(), Gen.Int[1, 5], Gen.Int[0, 9]).Array[0, 60];

    [Fact]
    public void The_page_s_example_is_counted_as_the_page_says()
    {
        var offer = Made(Often).TakenUp(1, Day(8)).Agreed(1, Day(10)).Arranged(1, new(2026, 2, 2), Day(10))
            .Reported(1, ItWasDone, new(2026, 2, 3)).TakenUp(2, Day(20)).Agreed(2, Day(21));
        var months = OfferGrowth.Of([offer], GrowthBy.Month);
        Assert.Equal(new(Opened: 1, Matched: 2, FirstMatches: 1, DaysToFirstMatch: 4), months[new(2026, 1, 1)].Offers);
        Assert.Equal(new(Done: 1), months[new(2026, 2, 1)].Offers);
        Assert.Equal(2, months.Count);
        Assert.All(months.Values, month => Assert.Equal(new(), month.Requests));
    }

    [Fact]
    public void A_request_counts_apart_and_also_once_it_has_become_one()
    {
        var request = Made(Often with { Side = SupportSide.Request });
        Assert.Equal(new(Opened: 1), In(request, 1).Requests);
        var offer = request.Put(TheOffer, Often, IfMatch.Any, 1, Maker, At(Day(9))).Yes();
        Assert.Equal((new(Opened: 1), new()), (In(offer, 1).Offers, In(offer, 1).Requests));
    }

    [Fact]
    public void An_offer_that_is_changed_or_renewed_is_opened_once()
    {
        var renewed = Made(Often).Put(
            TheOffer, Often with { ExpiresOn = new(2027, 1, 5) }, IfMatch.Any, 1, Maker, At(new(2026, 3, 1))).Yes();
        Assert.Equal([new(2026, 1, 1)], OfferGrowth.Of([renewed], GrowthBy.Month).Keys);
    }

    [Fact]
    public void A_match_counts_once_although_the_maker_says_yes_again()
    {
        var offer = Made(Often).TakenUp(1, Day(8)).Agreed(1, Day(9));
        var again = offer.Agree(Match(1), MakersYes with { ShownAs = "K." }, Maker, At(new(2026, 2, 1))).Yes();
        Assert.Equal(1, In(again, 1).Offers.Matched);
        Assert.False(OfferGrowth.Of([again], GrowthBy.Month).ContainsKey(new(2026, 2, 1)));
    }

    [Fact]
    public void What_both_say_was_done_counts_once_and_what_one_corrects_no_longer()
    {
        var done = Made(Often).TakenUp(1, Day(8)).Agreed(1, Day(8)).Arranged(1, Day(9), Day(8))
            .Reported(1, ItWasDone, Day(9)).Reported(1, ItWasDone, new(2026, 2, 1), Maker);
        Assert.Equal(1, In(done, 1).Offers.Done);
        Assert.False(OfferGrowth.Of([done], GrowthBy.Month).ContainsKey(new(2026, 2, 1)));
        var corrected = done.Reported(1, ItWasNot, new(2026, 3, 1));
        Assert.Equal(0, In(corrected, 1).Offers.Done);
        Assert.Equal(1, In(corrected, 1).Offers.Matched);
    }

    [Fact]
    public void What_is_done_before_its_day_counts_on_the_day_it_is_said()
    {
        var offer = Made(Often).TakenUp(1, Day(8)).Agreed(1, Day(8)).Arranged(1, new(2026, 5, 1), Day(9))
            .Reported(1, ItWasDone, Day(10));
        Assert.Equal([new(2026, 1, 1)], OfferGrowth.Of([offer], GrowthBy.Month).Keys);
        Assert.Equal(1, In(offer, 1).Offers.Done);
    }

    [Fact]
    public void Ending_withdrawing_and_erasure_change_nothing()
    {
        var done = Made(Often).TakenUp(1, Day(8)).Agreed(1, Day(8)).Arranged(1, Day(9), Day(8))
            .Reported(1, ItWasDone, Day(9)).TakenUp(2, Day(9)).Agreed(2, Day(10));
        var late = At(new(2026, 6, 1));
        var before = OfferGrowth.Of([done], GrowthBy.Month);
        var ended = done.End(Match(1), Maker, late).Yes().End(Match(2), Maker, late).Yes();
        foreach (var offer in new[]
        {
            ended, ended.Withdraw(Maker, late).Yes(), done.Withdraw(Maker, late).Yes(),
            done.Forget(Ada.By.Member!.Value, Abroad.East, late).Yes(),
            done.Forget(Maker.By.Member!.Value, Abroad.East, late).Yes(),
        }) Assert.Equal(before, OfferGrowth.Of([offer], GrowthBy.Month));
    }

    [Fact]
    public void However_many_matches_end_each_that_was_agreed_stays_counted()
    {
        var offer = Made(Often);
        for (var match = 1; match <= 450; match++)
        {
            offer = offer.TakenUp(match, Day(8)).Agreed(match, Day(8 + match % 20)).End(Match(match), Ada, At(Day(28)))
                .Yes();
        }
        Assert.Equal(450, In(offer, 1).Offers.Matched);
        Assert.InRange(offer.Turnover.Length, 1, 20);
    }

    [Fact]
    public void Nobody_has_opened_an_offer_that_is_refused_or_was_never_made()
    {
        Assert.Empty(OfferGrowth.Of([new SupportOffer()], GrowthBy.Month));
    }

    [Theory]
    [InlineData(GrowthBy.Month)]
    [InlineData(GrowthBy.Week)]
    public void Figures_are_what_a_reader_of_any_life_would_count(GrowthBy by)
    {
        SomeLife.Sample(
            life =>
            {
                var offer = Made(Often);
                var reader = new OfferReader(FirstDay);
                var day = FirstDay;
                foreach (var (act, match, days) in life)
                {
                    day = day.AddDays(days % 4);
                    var next = Act(offer, act, match, day, day.AddDays(days - 4));
                    reader.Read(act, match, offer, next, day);
                    offer = next;
                }
                Assert.Equal(reader.Figures(by), OfferGrowth.Of([offer], by));
            },
            iter: 400);
    }

    private static SupportOffer Act(SupportOffer offer, OfferAct act, int match, DateOnly day, DateOnly arranged)
    {
        var now = At(day);
        var when = Thursday with { On = arranged < day ? day : arranged };
        var next = act switch
        {
            OfferAct.TakeUp => offer.TakeUp(Match(match), Yes, Somebody(20 + match), now),
            OfferAct.Agree => offer.Agree(Match(match), MakersYes with { ShownAs = $"{day}" }, Maker, now),
            OfferAct.Arrange => offer.Arrange(Match(match), when, Maker, now),
            OfferAct.Done => offer.Report(Match(match), ItWasDone, Maker, now),
            OfferAct.TakerSaysDone => offer.Report(Match(match), ItWasDone, Somebody(20 + match), now),
            OfferAct.NotDone => offer.Report(Match(match), ItWasNot, Maker, now),
            OfferAct.End => offer.End(Match(match), Maker, now),
            _ => offer.Forget(Somebody(20 + match).By.Member!.Value, Abroad.East, now),
        };
        return next.Refused(out _, out var record) ? offer : record;
    }

    private static DateOnly Day(int ofJanuary) => new(2026, 1, ofJanuary);

    private static Figures In(SupportOffer offer, int month) =>
        OfferGrowth.Of([offer], GrowthBy.Month)[new(2026, month, 1)];

    private static SupportOffer Made(SupportOfferTerms terms) =>
        new SupportOffer().Put(TheOffer, terms, IfMatch.None, 0, Maker, At(FirstDay)).Yes();

    private static DateTimeOffset At(DateOnly day) => London.StartOf(day).AddHours(9);
}

/// <summary>What may happen to an offer.</summary>
internal enum OfferAct
{
    TakeUp, Agree, Arrange, Done, TakerSaysDone, NotDone, End, Erase,
}

/// <summary>Counts the figures of an offer from what happened to its matches.</summary>
internal sealed class OfferReader(DateOnly opened)
{
    private readonly List<(int Match, DateOnly Day)> agreed = [], done = [];

    public void Read(OfferAct act, int match, SupportOffer before, SupportOffer after, DateOnly day)
    {
        if (ReferenceEquals(before, after)) return;
        var was = before.Matches.FirstOrDefault(one => one.Id == Match(match));
        var now = after.Matches.FirstOrDefault(one => one.Id == Match(match));
        if (was is { State: MatchState.TakenUp } && now is { State: MatchState.Agreed }) agreed.Add((match, day));
        if (was is { State: MatchState.Arranged } && now is { State: MatchState.Done })
            done.Add((match, was.Arrangement!.On < day ? was.Arrangement.On : day));
        if (act == OfferAct.NotDone && was is { State: MatchState.Done })
            done.RemoveAt(done.FindLastIndex(one => one.Match == match));
    }

    public IEnumerable<KeyValuePair<DateOnly, Figures>> Figures(GrowthBy by)
    {
        var days = agreed.Concat(done).Select(one => one.Day).Append(opened);
        return days.Select(day => Periods.StartOf(day, by)).Distinct().Order().Select(start => KeyValuePair.Create(
            start, Contracts.Growth.Figures.None with { Offers = Of(start, Periods.Next(start, by)) }));
    }

    private SupportFigures Of(DateOnly first, DateOnly next)
    {
        var hasFirst = agreed.Count > 0 && IsIn(agreed[0].Day);
        return new(
            IsIn(opened) ? 1 : 0, agreed.Count(one => IsIn(one.Day)), done.Count(one => IsIn(one.Day)),
            hasFirst ? 1 : 0, hasFirst ? agreed[0].Day.DayNumber - opened.DayNumber : 0);

        bool IsIn(DateOnly day) => day >= first && day < next;
    }
}

/// <summary>What happens to an offer on a day.</summary>
internal static class OfferDays
{
    public static SupportOffer TakenUp(this SupportOffer offer, int match, DateOnly day) =>
        offer.TakeUp(Match(match), Yes, Ada, At(day)).Yes();

    public static SupportOffer Agreed(this SupportOffer offer, int match, DateOnly day) =>
        offer.Agree(Match(match), MakersYes, Maker, At(day)).Yes();

    public static SupportOffer Arranged(this SupportOffer offer, int match, DateOnly on, DateOnly day) =>
        offer.Arrange(Match(match), Thursday with { On = on }, Maker, At(day)).Yes();

    public static SupportOffer Reported(
        this SupportOffer offer, int match, MatchOutcome outcome, DateOnly day, OfferCaller? by = null) =>
        offer.Report(Match(match), outcome, by ?? Ada, At(day)).Yes();

    private static DateTimeOffset At(DateOnly day) => London.StartOf(day).AddHours(9);
}
