using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>Making an offer, changing it and renewing it.</summary>
public sealed class MakingTests
{
    [Fact]
    public void An_offer_lasts_ninety_days_unless_it_says_otherwise()
    {
        Assert.Equal(Today.AddDays(90), AnOffer().Terms!.ExpiresOn);
        Assert.Equal(Today, AnOffer(ALift with { ExpiresOn = Today }).Terms!.ExpiresOn);
        Assert.Equal(Today.AddDays(366), AnOffer(ALift with { ExpiresOn = Today.AddDays(366) }).Terms!.ExpiresOn);
    }

    [Fact]
    public void Sending_it_again_changes_nothing_even_days_later()
    {
        var offer = AnOffer();
        Assert.Same(offer, offer.Put(TheOffer, ALift, IfMatch.None, 1, Maker, Now.AddDays(200)).Yes());
        Assert.Same(
            offer, offer.Put(TheOffer, ALift with { ExpiresOn = Today.AddDays(90) }, default, 1, Maker, Now).Yes());
    }

    [Fact]
    public void A_change_needs_the_version_and_a_new_offer_does_not()
    {
        var change = ALift with { Online = true };
        Assert.Equal("version.needed", AnOffer().Put(TheOffer, change, IfMatch.None, 1, Maker, Now).No());
        Assert.Equal("version.stale", AnOffer().Put(TheOffer, change, IfMatch.Exactly(2), 1, Maker, Now).No());
        Assert.True(AnOffer().Put(TheOffer, change, IfMatch.Exactly(1), 1, Maker, Now).Yes().Terms!.Online);
    }

    [Fact]
    public void A_later_day_renews_an_offer_whose_last_day_is_over()
    {
        var later = Now.AddDays(91);
        var offer = AnOffer();
        Assert.Equal(SupportOfferState.Open, offer.StateAt(Now.AddDays(90)));
        Assert.Equal(SupportOfferState.Expired, offer.StateAt(later));
        var renewed = ALift with { ExpiresOn = Today.AddDays(100) };
        Assert.Equal(
            SupportOfferState.Open, offer.Put(TheOffer, renewed, IfMatch.Any, 1, Maker, later).Yes().StateAt(later));
        var changed = offer.Put(TheOffer, ALift with { Online = true }, IfMatch.Any, 1, Maker, later).Yes();
        Assert.Equal(SupportOfferState.Expired, changed.StateAt(later));
    }

    [Fact]
    public void The_last_day_is_a_day_in_London()
    {
        var offer = new SupportOffer().Put(
            TheOffer, ALift with { ExpiresOn = new(2026, 7, 1) }, IfMatch.None, 0, Maker,
            new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero)).Yes();
        Assert.Equal(SupportOfferState.Open, offer.StateAt(new(2026, 7, 1, 22, 59, 0, TimeSpan.Zero)));
        Assert.Equal(SupportOfferState.Expired, offer.StateAt(new(2026, 7, 1, 23, 1, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Nobody_learns_from_an_id_what_somebody_else_has_made()
    {
        Assert.Equal("support-offer.not-found", AnOffer().Put(TheOffer, ALift, IfMatch.Any, 1, Ada, Now).No());
        Assert.Equal("support-offer.not-found", AnOffer().Put(TheOffer, ALift, IfMatch.Any, 1, Coordinator, Now).No());
        Assert.Equal("support-offer.not-found", AnOffer().Withdraw(Ada, Now).No());
        Assert.Equal("support-offer.not-found", AnOffer().Pause(true, Ada).No());
    }

    [Fact]
    public void Only_a_lead_makes_one_for_a_group_and_every_lead_is_then_its_maker()
    {
        var room = ALift with { Kind = SupportKind.Room, GroupId = TheGroup };
        Assert.Equal(
            "access.leads-only",
            new SupportOffer().Put(TheOffer, room, default, 0, Somebody(11, TheGroup), Now).No());
        var offer = AnOffer(room, ALead(1));
        Assert.True(offer.IsMadeBy(ALead(2)));
        Assert.False(offer.IsMadeBy(Somebody(1, TheGroup)));
        Assert.Equal(
            "support-offer.field",
            offer.Put(TheOffer, room with { GroupId = null }, IfMatch.Any, 1, ALead(1), Now).No());
    }

    [Fact]
    public void Only_people_whom_the_area_knows_make_offers()
    {
        foreach (var (standing, code) in ((MemberStanding, string)[])[
            (MemberStanding.None, "member.not-found"), (Known with { Erased = true }, "member.erased")])
        {
            var caller = Maker with { Own = standing };
            Assert.Equal(code, new SupportOffer().Put(TheOffer, ALift, IfMatch.None, 0, caller, Now).No());
            Assert.Equal(code, AnOffer().TakeUp(Match(1), Yes, Ada with { Own = standing }, Now).No());
        }
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "text", ALift with { Text = "a\u202eb" } },
        { "days", ALift with { Days = [Weekday.Mon, Weekday.Mon] } },
        { "days", ALift with { Days = default } },
        { "partsOfDay", ALift with { PartsOfDay = [PartOfDay.Morning, PartOfDay.Morning] } },
        { "outcode", ALift with { Outcode = "Lewes" } },
        { "timesAMonth", ALift with { TimesAMonth = 1 } },
        { "timesAMonth", TwiceAMonth with { TimesAMonth = null } },
        { "timesAMonth", TwiceAMonth with { TimesAMonth = 0 } },
        { "timesAMonth", TwiceAMonth with { TimesAMonth = 32 } },
        { "languages", ALift with { Languages = ["en", "en"] } },
        { "needs", ALift with { Needs = [AccessNeed.StepFree, AccessNeed.StepFree] } },
        { "expiresOn", ALift with { ExpiresOn = Today.AddDays(-1) } },
        { "expiresOn", ALift with { ExpiresOn = Today.AddDays(367) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object terms)
    {
        var put = new SupportOffer().Put(TheOffer, (SupportOfferTerms)terms, IfMatch.None, 0, Maker, Now);
        Assert.True(put.Refused(out var refusal, out _));
        Assert.Equal(("support-offer.field", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void A_withdrawn_offer_says_nothing_and_stays_withdrawn()
    {
        var gone = AnOffer().Hide(new("It names somebody"), ByCoordinator).Yes().Withdraw(Maker, Now).Yes();
        Assert.Same(gone, gone.Withdraw(Maker, Now.AddDays(1)).Yes());
        Assert.DoesNotContain("Lewes", PeerNetJsonOf(gone), StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", PeerNetJsonOf(gone), StringComparison.Ordinal);
        Assert.Equal("support-offer.withdrawn", gone.Put(TheOffer, ALift, IfMatch.Any, 1, Maker, Now).No());
        Assert.Equal("support-offer.not-found", gone.SeenBy(Maker, 1, Now).No());
        Assert.Equal("support-offer.not-found", gone.Pause(true, Maker).No());
    }

    internal static string PeerNetJsonOf(SupportOffer offer) =>
        System.Text.Json.JsonSerializer.Serialize(offer, PeerNetJson.Options);
}
