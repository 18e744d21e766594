using System.Text.Json;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.SupportOffers;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Two people and an offer, through the pages of each, in browsers without JavaScript.</summary>
public sealed class MatchPageTests(RunningArea area)
{
    private const string MakersMail = $"kim-{RunningArea.Canary}@example.invalid", TakersPhone = "01632 960177";

    [Fact]
    public async Task Two_people_find_each_other_meet_and_part()
    {
        var kim = await WithContact();
        using var maker = Browser.At(area.East, kim);
        using var taker = Browser.At(area.East, await WithContact("robin@example.invalid"));
        var at = await Made(kim);
        var page = (await taker.Get($"/{at}")).Is(200).Says("Would you like this?").DoesNotSay(MakersMail);
        page = await taker.Submit(page, $"/{at}/take-up", ("shownAs", "Robin"), ("showContact", "phone"));
        page.Is(200).Says("The other person has not answered yet.").DoesNotSay("take-up");

        var mine = (await maker.Get($"/{at}")).Is(200).Says("Robin").DoesNotSay("robin@example.invalid");
        var agree = (await maker.Get(mine.Link("Say yes"))).Is(200).Says("Say yes to Robin");
        mine = await maker.Submit(agree, agree.Path, ("shownAs", "Kim"), ("showContact", "email"));
        mine.Is(200).Says("You have both said yes.").Says(TakersPhone);
        page = (await taker.Get($"/{at}")).Says("Kim").Says(MakersMail);

        var arrange = await taker.Get(page.Link("Arrange when and where"));
        var day = RunningArea.Today.AddDays(2);
        page = await taker.Submit(
            arrange, arrange.Path, ("on", $"{day:yyyy-MM-dd}"), ("at", "10:30"), ("where", "The pier"));
        page.Is(200).Says("10:30am").Says("The pier");
        mine = (await maker.Get($"/{at}")).Says("You have arranged to meet.").Says("The pier");
        var outcome = await maker.Get(mine.Link("Say how it went"));
        mine = await maker.Submit(outcome, outcome.Path, ("done", "true"), ("words", "It was good to walk."));
        mine.Is(200).Says("It took place.").DoesNotSay(TakersPhone);
        page = (await taker.Get($"/{at}")).Says("They say").Says("It was good to walk.").DoesNotSay(MakersMail);

        var end = (await taker.Get(page.Link("Take this off my list"))).Is(200)
            .Says("You do not have to give a reason");
        (await taker.Submit(end, end.Path)).Is(200).Says("That has ended");
        (await taker.Submit(end, end.Path)).Is(200).Says("That has ended");
        (await maker.Get($"/{at}")).Is(200).DoesNotSay("Robin").DoesNotSay("good to walk");
    }

    [Fact]
    public async Task A_yes_sent_twice_counts_once_and_again_after_the_end_it_needs_a_new_page()
    {
        var maker = await area.APerson();
        using var taker = Browser.At(area.East, await area.APerson());
        var at = await Made(maker);
        var page = await taker.Get($"/{at}");
        var other = await taker.Get($"/{at}");
        (await taker.Submit(page, null, ("shownAs", "Robin"))).Is(200).Says("has not answered yet");
        var said = (await taker.Submit(page, null, ("shownAs", "Robin"))).Is(200).Says("has not answered yet");
        (await taker.Submit(other, null, ("shownAs", "Robin"))).Is(200).Says("has not answered yet");
        Assert.Single(await Matches(at, maker));
        var end = await taker.Get(said.Link("End this"));
        await taker.Submit(end, end.Path);
        Assert.Empty(await Matches(at, maker));
        var again = (await taker.Submit(page, null, ("shownAs", "Robin"))).Is(422).Says("You have already sent this.");
        (await taker.Submit(again, null)).Is(200).Says("has not answered yet");
        Assert.Single(await Matches(at, maker));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_control_and_what_was_typed_is_kept()
    {
        var (at, match, maker, person) = await AMatch();
        using var taker = Browser.At(area.East, await area.APerson());
        var form = await taker.Get($"/{await Made(maker)}");
        (await taker.Submit(form, null, ("shownAs", " "))).Is(422).Says("Enter the name you want to be called");

        using var mine = Browser.At(area.East, maker);
        var agree = await mine.Get($"/{match}/agreement");
        var no = (await mine.Submit(agree, agree.Path, ("shownAs", new string('x', 61)))).Is(422);
        Assert.Equal(new string('x', 61), no.Value("shownAs"));
        await mine.Submit(no, agree.Path, ("shownAs", "Kim"));

        using var theirs = Browser.At(area.East, person);
        var arrange = await theirs.Get($"/{match}/arrangement");
        no = await theirs.Submit(arrange, arrange.Path, ("on", ""), ("where", "The pier"));
        no.Is(422).Says("Enter the day.");
        Assert.Equal("The pier", no.Value("where"));
        (await theirs.Submit(arrange, arrange.Path, ("on", "2001-01-01"))).Is(422).Says("Enter a day from today");
        (await theirs.Submit(arrange, arrange.Path, ("on", $"{RunningArea.Today:yyyy-MM-dd}"), ("at", "late")))
            .Is(422).Says("Enter a time");
        (await theirs.Submit(arrange, arrange.Path, ("on", $"{RunningArea.Today:yyyy-MM-dd}"))).Is(200);
        var outcome = await theirs.Get($"/{match}/outcome");
        no = (await theirs.Submit(outcome, outcome.Path, ("words", "Well"))).Is(422)
            .Says("Choose whether it took place.");
        Assert.Equal("Well", no.Document.QuerySelector("textarea")!.TextContent);
        Assert.Equal("arranged", (await Matches(at, maker)).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Who_changes_what_they_show_begins_with_what_they_chose_before()
    {
        var kim = await WithContact();
        using var maker = Browser.At(area.East, kim);
        using var taker = Browser.At(area.East, await WithContact("robin@example.invalid"));
        var at = await Made(kim);
        await taker.Submit(await taker.Get($"/{at}"), null, ("shownAs", "Robin"), ("showContact", "phone"));
        var agree = await maker.Get((await maker.Get($"/{at}")).Link("Say yes"));
        Assert.Equal("Sam", agree.Value("shownAs"));
        await maker.Submit(agree, agree.Path, ("shownAs", "Kim"), ("showContact", "email"));
        foreach (var (browser, name, contact) in new[] { (taker, "Robin", "phone"), (maker, "Kim", "email") })
        {
            var change = await browser.Get((await browser.Get($"/{at}")).Link("Change the name or contact you show"));
            Assert.Equal(name, change.Value("shownAs"));
            Assert.Equal(contact, Ticked(change));
            await browser.Submit(change, change.Path);
        }
        (await taker.Get($"/{at}")).Says("Kim").Says(MakersMail);
        (await maker.Get($"/{at}")).Says("Robin").Says(TakersPhone);
    }

    [Fact]
    public async Task Another_lead_is_not_shown_what_the_first_chose_to_be_called()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await Made(scene.Lead, SupportOfferAccess.ALift with { GroupId = scene.Group });
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, scene.Stranger, new SayYes("Robin"))).Is(201);
        (await area.Http.Put($"{match}/agreement", scene.Lead, new SayYes("Kim from the hall"))).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        Assert.Equal("Kim from the hall", (await lead.Get($"/{match}/agreement")).Is(200).Value("shownAs"));
        using var other = Browser.At(area.East, scene.CoLead);
        (await other.Get($"/{match}/agreement")).Is(200).DoesNotSay("Kim from the hall");
        Assert.DoesNotContain("Kim", (await area.Http.Get(at, scene.CoLead)).Is(200).GetRawText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_or_does_anything_of_a_match()
    {
        var (at, match, maker, _) = await AMatch();
        using var visitor = Browser.At(area.East.Url);
        using var stranger = Browser.At(area.East, await area.APerson());
        using var coordinator = Browser.At(area.East, await area.APerson("coordinator"), "coordinator");
        var token = (await stranger.Get($"/{await Made(maker)}")).Token();
        var hers = (await coordinator.Get($"/{await Made(maker)}")).Token();
        (string, string)[] all = [("shownAs", "X"), ("on", $"{RunningArea.Today:yyyy-MM-dd}"), ("done", "true")];
        var fields = all.Select(one => KeyValuePair.Create(one.Item1, one.Item2)).ToList();
        foreach (var act in (string[])["agreement", "arrangement", "outcome", "end"])
        {
            var url = $"/{match}/{act}";
            Assert.StartsWith("/sign-in?to=", (await visitor.Get(url)).Path, StringComparison.Ordinal);
            Assert.StartsWith("/sign-in?to=", (await visitor.Post(url, fields)).Path, StringComparison.Ordinal);
            (await stranger.Get(url)).Is(404);
            (await stranger.Post(url, [.. token, .. fields])).Is(404);
            (await coordinator.Get(url)).Is(404);
            (await coordinator.Post(url, [.. hers, .. fields])).Is(404);
            // Without the token of a page of this site, not even those who may.
            using var mine = Browser.At(area.East, maker);
            await mine.Get($"/{at}");
            (await mine.Post(url, fields)).Is(400);
            (await mine.Post(url, [.. token, .. fields])).Is(400);
        }
        Assert.Equal("takenUp", (await Matches(at, maker)).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Its_maker_says_no_and_nobody_is_told_a_reason()
    {
        var (at, match, maker, person) = await AMatch();
        using var mine = Browser.At(area.East, maker);
        var page = (await mine.Get($"/{at}")).Says("They have said yes and are waiting for your answer.");
        var no = (await mine.Get(page.Link("Say no"))).Is(200);
        page = (await mine.Submit(no, $"/{match}/end")).Is(200).DoesNotSay("Robin");
        Assert.Equal($"/{at}", page.Path);
        using var theirs = Browser.At(area.East, person);
        (await theirs.Get($"/{at}")).Is(200).Says("Would you like this?").DoesNotSay("declined");
    }

    [Fact]
    public async Task Nobody_takes_up_their_own_or_what_somebody_else_has()
    {
        var (at, _, maker, _) = await AMatch();
        using var mine = Browser.At(area.East, maker);
        (await mine.Get($"/{at}")).Is(200).DoesNotSay("take-up");
        using var late = Browser.At(area.East, await area.APerson());
        var token = (await late.Get($"/{await Made(maker)}")).Token();
        (await late.Get($"/{at}")).Is(404);
        (await late.Post($"/{at}/take-up", [.. token, new("shownAs", "Sam")])).Is(409).Says("no longer open");
        var own = (await mine.Get($"/{await Made(await area.APerson())}")).Token();
        (await mine.Post($"/{at}/take-up", [.. own, new("shownAs", "Kim")])).Is(409);
        (await late.Post($"/{at}/take-up", [new("shownAs", "Sam")])).Is(400);
        Assert.Equal($"/{at}", (await mine.Get($"/{at}/take-up")).Path);
    }

    [Theory]
    [InlineData(MatchState.TakenUp, true, "agree")]
    [InlineData(MatchState.TakenUp, false, "name")]
    [InlineData(MatchState.Agreed, true, "name arrange")]
    [InlineData(MatchState.Agreed, false, "name arrange")]
    [InlineData(MatchState.Arranged, true, "name arrange report done")]
    [InlineData(MatchState.Arranged, false, "name arrange report done")]
    [InlineData(MatchState.Done, true, "report done")]
    [InlineData(MatchState.Done, false, "report done")]
    [InlineData(MatchState.NotDone, true, "report")]
    [InlineData(MatchState.NotDone, false, "report")]
    [InlineData(MatchState.Ended, false, "")]
    public void Only_what_the_state_allows_is_offered(MatchState state, bool isMaker, string expected)
    {
        var match = new MatchDetails { Id = new(Guid.CreateVersion7()), State = state, Since = RunningArea.Now };
        var acts = new MatchActs(match, isMaker);
        (string Name, bool Can)[] all =
        [
            ("agree", acts.CanAgree), ("name", acts.CanChangeName), ("arrange", acts.CanArrange),
            ("report", acts.CanReport), ("done", acts.CanReport && acts.CanBeDone),
        ];
        Assert.Equal(expected, string.Join(' ', all.Where(one => one.Can).Select(one => one.Name)));
    }

    private static string? Ticked(Shown page) =>
        page.Document.QuerySelector("input[name=showContact][checked]")?.GetAttribute("value");

    private async Task<(string At, string Match, Person Maker, Person Taker)> AMatch()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var at = await Made(maker);
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, taker, new SayYes("Robin"))).Is(201);
        return (at, match, maker, taker);
    }

    private async Task<List<JsonElement>> Matches(string at, Person maker) =>
        [.. (await area.Http.Get(at, maker)).Is(200).GetProperty("matches").EnumerateArray()];

    private async Task<string> Made(Person maker, SupportOfferTerms? terms = null)
    {
        var at = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, terms ?? SupportOfferAccess.ALift)).Is(201);
        return at;
    }

    private async Task<Person> WithContact(string email = MakersMail)
    {
        var person = await area.APerson();
        var contact = new { email, phone = TakersPhone };
        (await area.Http.Put($"members/{person.Id}", person, new { name = "Sam", contact }, "*")).Is(200);
        return person;
    }
}
