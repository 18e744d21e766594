using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>What its maker and coordinators do with an offer as a whole, on its page.</summary>
public sealed class KeepOfferPageTests(RunningArea area)
{
    [Fact]
    public async Task Its_maker_pauses_it_and_ends_the_pause_and_twice_is_once()
    {
        var maker = await area.APerson();
        var at = await Made(maker);
        using var mine = Browser.At(area.East, maker);
        var page = await mine.Get($"/{at}");
        await mine.Submit(page, $"/{at}/pause");
        var paused = (await mine.Submit(page, $"/{at}/pause")).Is(200).Says("It is paused.");
        Assert.Equal("paused", await StateOf(at, maker));
        (await mine.Submit(paused, $"/{at}/pause")).Is(200).DoesNotSay("It is paused.");
        Assert.Equal("open", await StateOf(at, maker));
    }

    [Fact]
    public async Task It_is_renewed_when_its_last_day_comes_near()
    {
        var maker = await area.APerson();
        var at = await Made(maker, SupportOfferAccess.ALift with { ExpiresOn = RunningArea.Today.AddDays(3) });
        using var mine = Browser.At(area.East, maker);
        var page = await mine.Get($"/{at}");
        await mine.Submit(page, $"/{at}/renew");
        page = await mine.Submit(page, $"/{at}/renew");
        page.Is(200).DoesNotSay($"{at}/renew");
        var terms = (await area.Http.Get(at, maker)).Is(200).GetProperty("terms");
        Assert.Equal($"{RunningArea.Today.AddDays(90):yyyy-MM-dd}", $"{terms.GetProperty("expiresOn")}");
        Assert.Equal(SupportOfferAccess.ALift.Text, $"{terms.GetProperty("text")}");
    }

    [Fact]
    public async Task It_is_withdrawn_only_after_being_asked_once_more()
    {
        var maker = await area.APerson();
        var at = await Made(maker);
        using var mine = Browser.At(area.East, maker);
        var page = await mine.Get((await mine.Get($"/{at}")).Link("Withdraw it for good"));
        page.Is(200).Says("You cannot undo this.");
        Assert.Equal("open", await StateOf(at, maker));
        (await mine.Submit(page, $"/{at}/withdraw")).Is(200).Says("That has ended");
        (await mine.Submit(page, $"/{at}/withdraw")).Is(200).Says("That has ended");
        (await mine.Get($"/{at}")).Is(404);
    }

    [Fact]
    public async Task A_coordinator_hides_it_with_a_reason_for_its_maker_and_shows_it_again()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var at = await Made(maker, SupportOfferAccess.ALift with { HowOften = SupportFrequency.AsLongAsItLasts });
        (await area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", taker, SupportOfferAccess.Yes)).Is(201);
        using var coordinator = Browser.At(area.East, await area.APerson("coordinator"), "coordinator");
        var page = await coordinator.Get((await coordinator.Get($"/{at}")).Link("Hide this from people"));
        (await coordinator.Submit(page, $"/{at}/hide")).Is(422).Says("Enter a reason");
        (await coordinator.Submit(page, $"/{at}/hide", ("reason", "A phone number is in it."))).Is(200);
        var hidden = await coordinator.Submit(page, $"/{at}/hide", ("reason", "A phone number is in it."));
        hidden.Is(200).Says("A coordinator has hidden it.").Says("A phone number is in it.");
        using var mine = Browser.At(area.East, maker);
        (await mine.Get($"/{at}")).Is(200).Says("A phone number is in it.").DoesNotSay($"{at}/show");
        using var theirs = Browser.At(area.East, taker);
        (await theirs.Get($"/{at}")).Is(200).DoesNotSay("hidden it").DoesNotSay("A phone number is in it.");
        using var other = Browser.At(area.East, await area.APerson());
        (await other.Get($"/{at}")).Is(404);
        (await coordinator.Submit(hidden, $"/{at}/show")).Is(200).DoesNotSay("has hidden it");
        Assert.Equal("open", await StateOf(at, maker));
    }

    [Fact]
    public async Task Nobody_else_looks_after_it()
    {
        var maker = await area.APerson();
        var at = await Made(maker);
        using var visitor = Browser.At(area.East.Url);
        using var mine = Browser.At(area.East, maker);
        using var stranger = Browser.At(area.East, await area.APerson());
        var page = (await stranger.Get($"/{at}")).Is(200);
        Assert.All((string[])["pause", "renew", "withdraw", "hide", "show"], act => page.DoesNotSay($"{at}/{act}"));
        KeyValuePair<string, string>[] fields =
            [new("paused", "true"), new("expiresOn", $"{RunningArea.Today:yyyy-MM-dd}"), new("reason", "No")];
        foreach (var act in (string[])["pause", "renew", "withdraw"])
        {
            Assert.StartsWith("/sign-in?to=", (await visitor.Post($"/{at}/{act}", fields)).Path,
                StringComparison.Ordinal);
            (await stranger.Post($"/{at}/{act}", [.. page.Token(), .. fields])).Is(404);
            (await stranger.Post($"/{at}/{act}", fields)).Is(400);
        }
        (await stranger.Get($"/{at}/withdraw")).Is(404);
        var own = (await mine.Get($"/{at}")).Token();
        foreach (var act in (string[])["hide", "show"])
        {
            (await stranger.Post($"/{at}/{act}", [.. page.Token(), .. fields])).Is(403);
            (await mine.Post($"/{at}/{act}", [.. own, .. fields])).Is(403);
        }
        (await mine.Get($"/{at}/hide")).Is(403);
        Assert.Equal("open", await StateOf(at, maker));
    }

    private async Task<string> StateOf(string at, Person maker) =>
        $"{(await area.Http.Get(at, maker)).Is(200).GetProperty("state")}";

    private async Task<string> Made(Person maker, SupportOfferTerms? terms = null)
    {
        var at = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, terms ?? SupportOfferAccess.ALift)).Is(201);
        return at;
    }
}
