using Orleans.Runtime;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly DateOnly LastDay = new(2026, 11, 23);

    [Theory]
    [InlineData("support-offer")]
    [InlineData("practice")]
    [InlineData("barrier")]
    [InlineData("sentences")]
    [InlineData("next-step")]
    public async Task What_is_shared_is_in_the_feed_from_the_moment_that_other_areas_may_know_of_it(string kind)
    {
        var start = (await Area.Link.Feed(kind)).Newest;
        var inside = ACopy(kind);
        var shared = ACopy(kind);
        await inside.Write(new Note { Text = "for my area" });
        await inside.Write(new Note { Text = "for my groups" });
        await shared.Write(new Note { Text = "for my area" });
        Assert.Empty(await Area.Link.Changes(kind, start, 10));

        var open = ACopy(kind);
        await open.Write(new Note { Face = "1" });
        await shared.Write(new Note { Face = "1" });
        var changes = await Area.Link.Changes(kind, start, 10);
        Assert.Equal([IdOf(open), IdOf(shared)], changes.Select(change => change.Id));
        await shared.Write(new Note { Face = "1", Text = "taken up" });
        Assert.Equal(changes[1].Change, (await Area.Link.Feed(kind)).Newest);
        await shared.Write(new Note { Text = "paused" });
        Assert.Equal(
            [IdOf(shared)],
            (await Area.Link.Changes(kind, changes[1].Change, 10)).Select(change => change.Id));
    }

    [Fact]
    public async Task Offers_that_may_be_open_come_by_id_the_highest_first_in_pages()
    {
        await Empty();
        var ids = new List<Guid>();
        for (var number = 0; number < 5; number++) ids.Add(await AnOffer(AnOpenOffer));
        ids = [.. ids.OrderDescending()];
        await ACopy("group").Write("not an offer");

        var rows = new OfferRows(Area.Database);
        async Task<IEnumerable<Guid>> Page(Guid? before, int limit) =>
            (await rows.Open(LastDay, before, limit)).Select(row => row.Id);
        Assert.Equal(ids, await Page(null, 10));
        Assert.Equal(ids[..2], await Page(null, 2));
        Assert.Equal(ids[2..4], await Page(ids[1], 2));
        Assert.Empty(await Page(ids[4], 2));
    }

    [Fact]
    public async Task Offers_that_are_paused_hidden_withdrawn_or_past_their_last_day_are_not_listed()
    {
        await Empty();
        await AnOffer(AnOpenOffer with { IsPaused = true });
        await AnOffer(AnOpenOffer with { HiddenBecause = "It names somebody" });
        await AnOffer(AnOpenOffer with { Terms = null, WithdrawnAt = Monday });
        var last = await AnOffer(AnOpenOffer);
        var rows = new OfferRows(Area.Database);
        Assert.Equal([last], (await rows.Open(LastDay, null, 10)).Select(row => row.Id));
        Assert.Empty(await rows.Open(LastDay.AddDays(1), null, 10));
    }

    [Fact]
    public async Task Offers_are_found_by_the_group_that_they_are_made_for()
    {
        await Empty();
        var group = Guid.CreateVersion7();
        var ours = await AnOffer(AnOpenOffer with { Group = new(group), IsPaused = true });
        await AnOffer(AnOpenOffer with { Group = new(group), Terms = null, WithdrawnAt = Monday });
        await AnOffer(AnOpenOffer with { Group = new(Guid.CreateVersion7()) });
        await AnOffer(AnOpenOffer);
        Assert.Equal([ours], await new OfferRows(Area.Database).OfGroup(group));
    }

    [Fact]
    public async Task Offers_that_end_soon_are_found_until_their_makers_are_reminded()
    {
        await Empty();
        var soon = await AnOffer(AnOpenOffer);
        var renewed = await AnOffer(AnOpenOffer with { RemindedOf = LastDay.AddDays(-30), IsPaused = true });
        await AnOffer(AnOpenOffer with { RemindedOf = LastDay });
        await AnOffer(AnOpenOffer with { HiddenBecause = "It names somebody" });
        await AnOffer(AnOpenOffer with { Terms = null, WithdrawnAt = Monday });
        var rows = new OfferRows(Area.Database);
        Assert.Equal(new[] { soon, renewed }.Order(), await rows.Ending(LastDay.AddDays(-6), LastDay));
        Assert.Empty(await rows.Ending(LastDay.AddDays(-7), LastDay.AddDays(-1)));
        Assert.Empty(await rows.Ending(LastDay.AddDays(1), LastDay.AddDays(7)));
    }

    private static SupportOffer AnOpenOffer => new()
    {
        Terms = new() { Side = SupportSide.Offer, Kind = SupportKind.Lift, ExpiresOn = LastDay },
    };

    private async Task<Guid> AnOffer(SupportOffer offer)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("support-offer", $"{AreaUnderTest.Home}/support-offer/{id}");
        var state = new GrainState<Row<SupportOffer>>(new() { Version = 1, Record = offer with { Id = new(id) } });
        await Area.Storage.WriteStateAsync("support-offer", grain, state);
        return id;
    }

    // Most of what an area has seen is over.
    private static string AStoredOffer(int number) => $$$"""
        {"record":{"group":"{{{Guid.CreateVersion7()}}}",
        "terms":{"expiresOn":"{{{LastDay.AddDays(10 - number):yyyy-MM-dd}}}"}
        }}
        """;
}
