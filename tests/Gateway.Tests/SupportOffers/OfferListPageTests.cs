using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>The page on which people find offers and requests, in a browser without JavaScript.</summary>
public sealed class OfferListPageTests(RunningArea area)
{
    private static int outcodes;

    [Fact]
    public async Task A_visitor_signs_in_first_and_everybody_else_has_it_in_the_menu()
    {
        using var visitor = Browser.At(area.East.Url);
        Assert.Equal("/sign-in?to=%2Foffers%3Fkind%3Dlift", (await visitor.Get("/offers?kind=lift")).Is(200).Path);
        using var member = Browser.At(area.East, await area.APerson());
        var home = (await member.Get("/home")).Is(200);
        Assert.NotNull(home.Document.QuerySelector("nav a[href='/offers']"));
        (await member.Get("/offers")).Is(200).Says("Give or get support");
    }

    [Fact]
    public async Task Questions_are_asked_plainly_and_the_answer_is_an_address()
    {
        var terms = Here() with
        {
            Days = [Weekday.Mon, Weekday.Fri], PartsOfDay = [PartOfDay.Evening], Online = true,
            Urgency = SupportUrgency.ThisWeek, Languages = ["bsl"], Needs = [AccessNeed.StepFree],
            Text = "I drive a red car.",
        };
        var id = await Made(await area.APerson(), terms);
        using var browser = Browser.At(area.East, await area.APerson());
        var asked = $"/offers?side=offer&kind=lift&day=mon&part=evening&outcode={terms.Outcode}&online=true"
            + "&area=east-sussex&language=bsl&need=stepFree&urgency=thisWeek";
        var page = (await browser.Get($"{asked}&utm_source=else&side=")).Is(200);
        page.Says("Offered: a lift").Says("Monday or Friday, in the evening. This week.")
            .Says($"Around {terms.Outcode}, or online").Says("British Sign Language").Says("No steps").Says("red car");
        Assert.Equal($"/offers/{id}", page.Link("Offered: a lift"));
        Assert.NotNull(page.Document.QuerySelector("input[name=kind][value=lift][checked]"));
        (await browser.Get($"/offers?outcode={terms.Outcode}&area=west-sussex")).Is(200).DoesNotSay($"{id}");
        (await browser.Get($"/offers?outcode={terms.Outcode}&side=request")).Is(200).DoesNotSay($"{id}");
    }

    [Fact]
    public async Task A_whole_postcode_is_cut_to_its_first_half_and_a_wrong_one_is_said_at_its_field()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        Assert.Equal("/offers?outcode=BN7", (await browser.Get("/offers?outcode=bn7%201aa")).Is(200).Path);
        var page = (await browser.Get("/offers?outcode=Lewes")).Is(422).Says("There is a problem");
        Assert.Equal("LEWES", page.Value("outcode"));
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        (await browser.Get("/offers?kind=nothing")).Is(422).Says("asks for something we do not understand");
        (await browser.Get("/offers?area=nowhere")).Is(422).Says("asks for something we do not understand");
        Assert.Equal("/offers?kind=lift", (await browser.Get("/offers?kind=lift&cursor=x")).Is(200).Path);
    }

    [Fact]
    public async Task If_nothing_fits_each_question_can_be_left_out()
    {
        var terms = Here();
        await Made(await area.APerson(), terms);
        using var browser = Browser.At(area.East, await area.APerson());
        var asked = $"/offers?side=offer&kind=lift&outcode={terms.Outcode}";
        var page = (await browser.Get($"{asked}&language=cy")).Is(200).Says("Nothing fits all of that");
        var less = page.Document.QuerySelector($"a[href='{asked}#found']");
        Assert.NotNull(less);
        (await browser.Get(less.GetAttribute("href")!)).Is(200).Says("Offered: a lift");
    }

    [Fact]
    public async Task Ones_own_come_first_with_what_waits_and_what_fits_them()
    {
        var terms = Here() with { Kind = SupportKind.Room };
        var asker = await area.APerson();
        var helper = await area.APerson();
        var request = await Made(asker, terms with { Side = SupportSide.Request });
        var fit = await Made(helper, terms);
        using var browser = Browser.At(area.East, asker);
        var page = (await browser.Get("/offers")).Is(200);
        page.Says("Yours").Says("Nobody has said yes yet.").Says("Offers that fit what you asked for");
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/offers/{request}']"));
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/offers/{fit}']"));
        (await area.Http.Put($"offers/{request}/matches/{Guid.CreateVersion7()}", helper, SupportOfferAccess.Yes))
            .Is(201);
        (await browser.Get("/offers")).Says("They have said yes and are waiting for your answer.");
        using var other = Browser.At(area.East, helper);
        (await other.Get("/offers")).Says("The other person has not answered yet.");
        (await other.Get("/home")).Says("The other person has not answered yet.");
        Assert.Equal($"/offers/{request}", (await browser.Get("/home")).Link(
            $"Robin {RunningArea.Canary} has said yes to your offer or request"));
    }

    [Fact]
    public async Task A_page_ends_where_the_next_begins()
    {
        var terms = Here() with { Kind = SupportKind.Things };
        var maker = await area.APerson();
        var ids = new List<string>();
        for (var number = 0; number < 3; number++) ids.Add(await Made(maker, terms));
        using var browser = Browser.At(area.East, await area.APerson());
        var page = (await browser.Get($"/offers?kind=things&outcode={terms.Outcode}&limit=2")).Is(200);
        var next = (await browser.Get(page.Link("Show more"))).Is(200).Says("Back to the first ones");
        Assert.All(ids, id => Assert.Contains(id, page.Html + next.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_others_may_not_see_has_no_page_for_them()
    {
        var scene = await (await Scene.Make(area)).Known();
        var open = await Made(scene.Other, Here() with { Text = "I drive a red car." });
        var forGroups = await Made(scene.Other, Here() with { Audience = SupportAudience.MyGroups });
        using var visitor = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await visitor.Get($"/offers/{open}")).Path, StringComparison.Ordinal);
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get($"/offers/{open}")).Is(200).Says("red car").DoesNotSay($"{scene.Other.Id}");
        (await stranger.Get($"/offers/{forGroups}")).Is(404);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/offers/{forGroups}")).Is(200);
        (await stranger.Get($"/offers/{Guid.CreateVersion7()}")).Is(404);
        Assert.Equal($"/offers/{open}", (await stranger.Get($"/areas/east-sussex/offers/{open}")).Is(200).Path);
        (await stranger.Get($"/areas/nowhere/offers/{open}")).Is(404);
    }

    [Fact]
    public async Task An_offer_of_another_area_has_a_page_here_without_its_text()
    {
        var terms = Here() with { Audience = SupportAudience.AllAreas, Text = "I drive a red car." };
        var id = await Made(await area.APerson(), terms);
        using var browser = Browser.At(area.West, await area.AWesterner());
        await RunningArea.Until(
            async () => (await browser.Get($"/offers?kind=lift&outcode={terms.Outcode}")).Has(terms.Outcode!)
                && (await browser.Get($"/areas/east-sussex/offers/{id}")).Status == 200);
        var list = (await browser.Get($"/offers?kind=lift&outcode={terms.Outcode}&area=east-sussex")).Is(200);
        Assert.Equal($"/areas/east-sussex/offers/{id}", list.Link("Offered: a lift"));
        (await browser.Get($"/areas/east-sussex/offers/{id}")).Is(200).Says("East Sussex").DoesNotSay("red car");
    }

    // No other test makes an offer there.
    private static SupportOfferTerms Here()
    {
        var number = Interlocked.Increment(ref outcodes);
        return SupportOfferAccess.ALift with { Outcode = $"ZX{number % 10}{(char)('A' + number / 10 % 26)}" };
    }

    private async Task<string> Made(Person maker, SupportOfferTerms terms)
    {
        var id = $"{Guid.CreateVersion7()}";
        (await area.Http.Put($"offers/{id}", maker, terms)).Is(201);
        return id;
    }
}
