using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SignIn;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Tests.SupportOffers;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>Everything that PeerNet holds about a person, on one page.</summary>
public sealed class PrintPageTests(RunningArea area)
{
    // What the page says of each part of the file.
    private static readonly Dictionary<string, string> Says = new()
    {
        ["person"] = "Sam Shade",
        ["groups"] = $"{Scene.Description.Name}: You belong to it",
        ["seats"] = "You have asked to come. The group has not answered yet.",
        ["attendance"] = "You came",
        ["offers"] = "I drive past Lewes station",
        ["worries"] = "Nobody locks the side door",
        ["notices"] = "what PeerNet has told you here (",
        ["sessions"] = "A browser, since",
        ["programs"] = "A program of your own: My diary, since",
        ["passkeys"] = "A passkey: Firefox on a Mac, added on",
        ["account"] = "You linked an account elsewhere",
        ["calendarMadeAt"] = "You made a secret address for your calendar",
        ["views"] = ": How to reach you",
        ["intentions"] = "You said that you are coming.",
    };

    [Fact]
    public async Task It_has_something_of_every_part_of_the_file()
    {
        var scene = await (await Scene.Make(area)).Known();
        var me = scene.Member;
        await Fill(scene);
        using var browser = Browser.At(area.East, me);
        var file = JsonElement.Parse((await browser.Get("/me/data.json")).Is(200).Html);
        Assert.Equal(Says.Keys.Order(), file.EnumerateObject().Select(part => part.Name).Order());
        var page = (await browser.Get("/me/print")).Is(200);
        Assert.All(Says.Values, text => page.Says(text));
    }

    [Fact]
    public async Task It_has_what_a_person_shows_in_a_match_and_what_both_say_afterwards()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var at = $"offers/{Guid.CreateVersion7()}";
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift)).Is(201);
        (await area.Http.Put(match, taker, new SayYes("Robin"))).Is(201);
        (await area.Http.Put($"{match}/agreement", maker, new SayYes("Kim"))).Is(200);
        var arranged = new Arrangement(RunningArea.Today, new(10, 30), "The pier");
        (await area.Http.Put($"{match}/arrangement", maker, arranged)).Is(200);
        (await area.Http.Put($"{match}/outcome", taker, new MatchOutcome(true, "It was good to walk."))).Is(200);
        using var browser = Browser.At(area.East, maker);
        (await browser.Get("/me/print")).Is(200).Says("The name that you show: Kim")
            .Says("The name that they show: Robin").Says("10:30am, The pier")
            .Says("They say: It took place. It was good to walk.");
    }

    private async Task Fill(Scene scene)
    {
        var me = scene.Member;
        var by = new Caller(CallerRole.Member, me.Id);
        var here = area.East.Area;
        var grains = area.East.Grains;
        var profile = new { name = "Sam Shade", contact = new { phone = "01632 960001" } };
        (await area.Http.Put($"members/{me.Id}", me, profile, "*")).Is(200);
        (await area.Http.Get($"members/{me.Id}", scene.Coordinator)).Is(200);
        var seat = new AskForSeat
        {
            Area = new("north-sussex"), GroupId = new(Guid.CreateVersion7()), ShownAs = "Robin", Consent = true,
        };
        (await area.Http.Put($"members/me/seats/{SeatId.Random()}", me, seat)).Is(201);
        var lift = SupportOfferAccess.ALift with { Text = "I drive past Lewes station." };
        (await area.Http.Put($"offers/{Guid.CreateVersion7()}", me, lift)).Is(201);
        var worry = new WriteWorry(WorrySubject.Group, scene.Group.Value, "Nobody locks the side door.");
        (await area.Http.Put($"worries/{Guid.CreateVersion7()}", me, worry)).Is(201);
        await scene.ALoggedMeeting();
        var coming = await scene.AMeetingToCome();
        var said = new StateIntention(Intention.Coming);
        (await area.Http.Put($"meetings/{coming}/intentions/{me.Id}", me, said)).IsYes();
        var key = new SessionId(Guid.CreateVersion7());
        Assert.True(await grains.Passkeys(here, me.Id).Add(
            new(key, "Firefox on a Mac", "AQIDBA", "pQECAyYgASFYIA", 0, true, false), by));
        Assert.True(await grains.Programs(here, me.Id).Begin(new(Guid.CreateVersion7()), "My diary", Digest("p"), by));
        Assert.True(await grains.CalendarKey(here, me.Id).Make(Digest("c"), by));
        await grains.LinkedAccount(here, me.Id).Link(new(Digest("a")), Caller.Area);
    }

    private static string Digest(string text) => AccountDigest.Of(text, $"{Guid.CreateVersion7()}").Text;
}
