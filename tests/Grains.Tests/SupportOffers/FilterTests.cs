using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>Which offers a query lists, and which fit each other.</summary>
public sealed class FilterTests
{
    private static readonly SupportOfferTerms Full = ALift with
    {
        Days = [Weekday.Mon, Weekday.Thu],
        PartsOfDay = [PartOfDay.Morning],
        Outcode = "BN7",
        Online = true,
        Languages = ["en", "bsl"],
        Needs = [AccessNeed.StepFree, AccessNeed.Parking],
        Urgency = SupportUrgency.ThisWeek,
    };

    private static readonly SupportOfferTerms Asking = ALift with { Side = SupportSide.Request };

    public static TheoryData<object, bool, bool> Queries => new()
    {
        { new OfferQuery(), true, true },
        { new OfferQuery { Side = SupportSide.Offer }, true, true },
        { new OfferQuery { Side = SupportSide.Request }, false, false },
        { new OfferQuery { Kinds = [SupportKind.Room, SupportKind.Lift] }, true, true },
        { new OfferQuery { Kinds = [SupportKind.Room] }, false, false },
        { new OfferQuery { Days = [Weekday.Sun, Weekday.Thu] }, true, true },
        { new OfferQuery { Days = [Weekday.Sun] }, false, true },
        { new OfferQuery { PartsOfDay = [PartOfDay.Morning] }, true, true },
        { new OfferQuery { PartsOfDay = [PartOfDay.Evening] }, false, true },
        { new OfferQuery { Outcode = "BN7" }, true, true },
        { new OfferQuery { Outcode = "BN8" }, false, true },
        { new OfferQuery { Online = true }, true, false },
        { new OfferQuery { Online = false }, false, true },
        { new OfferQuery { Languages = ["cy", "bsl"] }, true, false },
        { new OfferQuery { Languages = ["BSL"] }, true, false },
        { new OfferQuery { Languages = ["cy"] }, false, false },
        { new OfferQuery { Needs = [AccessNeed.Parking, AccessNeed.StepFree] }, true, false },
        { new OfferQuery { Needs = [AccessNeed.Parking, AccessNeed.NearBus] }, false, false },
        { new OfferQuery { Urgencies = [SupportUrgency.ThisWeek] }, true, false },
        { new OfferQuery { Urgencies = [SupportUrgency.AnyTime] }, false, true },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_lists_what_says_so_and_what_says_nothing_of_days_and_places(object query, bool full, bool bare)
    {
        Assert.Equal(full, ((OfferQuery)query).Includes(Full));
        Assert.Equal(bare, ((OfferQuery)query).Includes(ALift));
    }

    [Fact]
    public void Languages_are_the_same_in_capitals()
    {
        var english = ALift with { Languages = ["en"] };
        Assert.Equal(Asking.FitWith(ALift) + 20, (Asking with { Languages = ["EN"] }).FitWith(english));
        Assert.Null((Asking with { Languages = ["cy"] }).FitWith(english));
        Assert.NotNull(Asking.FitWith(english));
    }

    [Fact]
    public void A_request_fits_an_offer_of_its_kind_and_the_reverse()
    {
        Assert.NotNull(Asking.FitWith(ALift));
        Assert.NotNull(ALift.FitWith(Asking));
        Assert.Null(ALift.FitWith(Full));
        Assert.Null(Asking.FitWith(ALift with { Kind = SupportKind.Room }));
    }

    [Fact]
    public void They_share_a_day_a_part_of_it_a_language_and_a_place_or_meet_online()
    {
        var request = Full with { Side = SupportSide.Request, Online = false };
        Assert.NotNull(request.FitWith(Full));
        Assert.Null(request.FitWith(Full with { Days = [Weekday.Sun] }));
        Assert.Null(request.FitWith(Full with { PartsOfDay = [PartOfDay.Evening] }));
        Assert.Null(request.FitWith(Full with { Languages = ["cy"] }));
        Assert.Null(request.FitWith(Full with { Outcode = "BN8" }));
        Assert.NotNull((request with { Online = true }).FitWith(Full with { Outcode = "BN8" }));
    }

    [Fact]
    public void The_offer_meets_the_needs_of_the_request_and_not_the_reverse()
    {
        var needy = Asking with { Needs = [AccessNeed.StepFree] };
        Assert.Null(needy.FitWith(ALift));
        Assert.Null(ALift.FitWith(needy));
        Assert.NotNull(needy.FitWith(Full));
        Assert.NotNull(Full.FitWith(needy));
        Assert.NotNull(Asking.FitWith(Full));
    }

    [Fact]
    public void What_both_name_fits_better_and_then_the_more_urgent()
    {
        SupportOfferTerms[] best =
        [
            ALift with { Outcode = "BN7", Days = [Weekday.Mon] }, ALift with { Outcode = "BN7" },
            ALift with { Days = [Weekday.Mon], Urgency = SupportUrgency.Today }, ALift with { Days = [Weekday.Mon] },
            ALift,
        ];
        var request = Asking with { Outcode = "BN7", Days = [Weekday.Mon] };
        Assert.Equal(best, best.Reverse().OrderByDescending(offer => request.FitWith(offer)));
    }

    [Fact]
    public void A_place_in_common_counts_four_and_a_day_a_part_of_it_and_a_language_two_each()
    {
        var alike = Asking with { Days = [Weekday.Mon], PartsOfDay = [PartOfDay.Morning], Languages = ["en"] };
        var none = Asking.FitWith(ALift);
        Assert.Equal(none + 20, alike.FitWith(ALift with { Days = [Weekday.Mon] }));
        Assert.Equal(none + 20, alike.FitWith(ALift with { PartsOfDay = [PartOfDay.Morning] }));
        Assert.Equal(none + 20, alike.FitWith(ALift with { Languages = ["en"] }));
        Assert.Equal(none + 40, (alike with { Outcode = "BN7" }).FitWith(ALift with { Outcode = "BN7" }));
    }
}
