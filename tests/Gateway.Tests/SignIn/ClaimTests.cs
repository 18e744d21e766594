using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Claiming a record that a lead made, with a code on paper.</summary>
public sealed partial class ClaimTests(RunningArea area)
{
    [Theory]
    [InlineData("4H7K 9MPR 2TX6", "4H7K9MPR2TX6")]
    [InlineData(" 4h7k-9mpr-2tx6 ", "4H7K9MPR2TX6")]
    [InlineData("oO0i lL1a bcde", "000111" + "1ABCDE")]
    [InlineData("4H7K 9MPR 2TX", null)]
    [InlineData("4H7K 9MPR 2TXU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_however_it_is_typed(string? typed, string? meant)
    {
        Assert.Equal(meant is not null, ClaimCode.TryParse(typed, out var code));
        Assert.Equal(meant, code?.InAddress);
        Assert.Equal(meant is null ? null : "(code)", code?.ToString());
    }

    [Fact]
    public async Task Whoever_has_the_slip_sees_who_it_is_for_says_yes_and_has_a_record_of_their_own()
    {
        var (scene, robin) = await Kept();
        using var lead = Browser.At(area.East, scene.Lead);
        var code = await Slip(lead, scene, robin);
        using var phone = Browser.At(area.East.Url);
        var asked = await phone.Submit(
            await phone.Get("/claim"), "/claim", ("code", $" {code.ToLowerInvariant().Replace('0', 'o')} "));
        asked.Is(200).Says("Is this you?").Says("Robin").Says(Scene.Description.Name);
        (await phone.Get("/claim/no")).Is(200).Says("Nothing has changed");
        (await phone.Get("/home")).Says("Sign in or join");

        var claimed = await phone.Submit(asked, "/claim/yes");
        Assert.Equal("/me/email", claimed.Is(200).Says("You can only get back in from this browser").Path);
        (await phone.Get("/home")).Is(200).Says(Scene.Description.Name);
        (await phone.Get("/me/consents")).Is(200).Says("Somebody recorded on");
        (await phone.Get("/sign-out")).Is(200).Says("a new slip will not help").Says("Give an address first");
        // A yes that is pressed twice is one, even when the first answer was lost.
        using var again = Browser.At(area.East.Url);
        var token = (await again.Get("/claim")).Token();
        var repeated = await again.Post(
            "/claim/yes", [new("code", asked.Value("code")!), new("attempt", asked.Value("attempt")!), .. token]);
        Assert.Equal("/me/email", repeated.Is(200).Path);

        (await lead.Get($"/{scene.At}/slips")).Is(200).DoesNotSay($"{robin}");
        (await lead.Post($"/{scene.At}/slips/{robin}", (await lead.Get("/sign-out")).Token())).Is(404);
        using var finder = Browser.At(area.East.Url);
        await Refused(finder, code);
    }

    [Fact]
    public async Task A_code_that_was_replaced_one_of_somebody_who_came_in_otherwise_and_none_are_refused_alike()
    {
        var (scene, robin) = await Kept();
        using var lead = Browser.At(area.East, scene.Lead);
        var first = await Slip(lead, scene, robin);
        var second = await Slip(lead, scene, robin);
        using var phone = Browser.At(area.East.Url);
        var unknown = await Refused(phone, "4H7K 9MPR 2TX6");
        Assert.Equal(unknown, await Refused(phone, first));
        var page = await phone.Get("/claim");
        var asked = (await phone.Submit(page, "/claim", ("code", second))).Is(200);
        // They come in by another way, and whoever finds the paper does not.
        RunningArea.Yes(await area.East.Grains.Member(area.East.Area, robin).Recognise(new(CallerRole.Member, robin)));
        Assert.Equal(unknown, await Refused(phone, second));
        (await phone.Submit(asked, "/claim/yes")).Is(422).Says("This code does not work");
        (await phone.Submit(page, "/claim", ("code", "quokka"))).Is(422).Says("Enter the 12");
    }

    [Fact]
    public async Task Only_whoever_created_the_record_makes_a_slip_and_to_others_there_is_no_such_person()
    {
        var (scene, robin) = await Kept();
        foreach (var (by, role) in new[] { (scene.CoLead, null), (scene.Coordinator, "coordinator") })
        {
            using var other = Browser.At(area.East, by, role);
            (await other.Get($"/{scene.At}/slips")).Is(200).DoesNotSay($"{robin}");
            var token = (await other.Get("/sign-out")).Token();
            var theirs = await other.Post($"/{scene.At}/slips/{robin}", token);
            var nobody = await other.Post($"/{scene.At}/slips/{Guid.CreateVersion7()}", token);
            Assert.Equal(nobody.Is(404).Text, theirs.Is(404).Text);
        }
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{scene.At}/slips")).Is(403);
        (await member.Post($"/{scene.At}/slips/{robin}", (await member.Get("/sign-out")).Token())).Is(403);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Post($"/{scene.At}/slips/{scene.Member.Id}", (await lead.Get("/sign-out")).Token())).Is(404);
    }

    [Fact]
    public async Task Somebody_with_a_record_of_their_own_is_told_so_and_nothing_is_joined()
    {
        var (scene, robin) = await Kept();
        using var lead = Browser.At(area.East, scene.Lead);
        var code = await Slip(lead, scene, robin);
        using var other = Browser.At(area.East, await area.APerson());
        (await other.Get("/claim")).Is(200).Says("You are signed in already");
        var token = (await other.Get("/sign-out")).Token();
        (await other.Post("/claim", [new("code", code), .. token])).Says("You are signed in already");
        await other.Post("/claim/yes", [new("code", code), new("attempt", $"{Guid.CreateVersion7()}"), .. token]);
        using var phone = Browser.At(area.East.Url);
        (await phone.Submit(await phone.Get("/claim"), "/claim", ("code", code))).Is(200).Says("Is this you?");
    }

    [Fact]
    public async Task Whoever_was_on_the_way_to_a_page_and_has_a_slip_is_led_there_in_the_end()
    {
        var (scene, robin) = await Kept();
        using var lead = Browser.At(area.East, scene.Lead);
        var code = await Slip(lead, scene, robin);
        using var phone = Browser.At(area.East.Url);
        var page = await phone.Get((await phone.Get("/sign-in?to=/groups")).Link("I have a code on paper"));
        Assert.Equal("/sign-in?to=%2Fgroups", page.Back());
        page = (await phone.Submit(page, "/claim", ("code", "quokka"))).Is(422);
        page = (await phone.Submit(page, "/claim", ("code", code))).Is(200).Says("Is this you?");
        Assert.Equal("/claim?to=%2Fgroups", page.Back());
        page = (await phone.Submit(page, "/claim/yes")).Is(200);
        Assert.Equal("/groups", page.Link("Not now"));

        var box = new Mailbox(area);
        page = (await phone.Submit(page, "/me/email", ("email", "quokka7zx"))).Is(422);
        page = (await phone.Submit(page, "/me/email", ("email", box.Address))).Is(200);
        Assert.Equal("/me/email?to=%2Fgroups", page.Link("Ask for another code, or change the address"));
        page = (await phone.Submit(page, "/me/email/code", ("code", await box.Code()))).Is(200);
        Assert.Equal("/groups", page.Link("Go on to where you were going"));
    }

    [Fact]
    public async Task A_code_on_paper_is_in_no_log_and_no_trace()
    {
        var (scene, robin) = await Kept();
        using var lead = Browser.At(area.East, scene.Lead);
        var code = await Slip(lead, scene, robin);
        using var phone = Browser.At(area.East.Url);
        var asked = await phone.Submit(await phone.Get("/claim"), "/claim", ("code", code));
        await phone.Submit(asked, "/claim/yes");
        area.Telemetry.DoesNotContain(code);
        area.Telemetry.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, 1000)]
    [InlineData(1000, 2)]
    public async Task Nobody_guesses_codes_for_long_alone_or_together(int perAddress, int perArea)
    {
        var folder = Directory.CreateTempSubdirectory("peernet-claims-");
        await using (var gateway = await LoneGateway.Start(folder, also: services =>
            services.PostConfigure<GatewayOptions>(options =>
            {
                options.Limits.ClaimsPerHour = perAddress;
                options.Limits.AreaClaimsPerHour = perArea;
            })))
        {
            using var phone = Browser.At($"{gateway.Http.BaseAddress}");
            var page = await phone.Get("/claim");
            foreach (var status in new[] { 422, 422 })
                (await phone.Submit(page, "/claim", ("code", "quokka"))).Is(status);
            (await phone.Submit(page, "/claim", ("code", "quokka")))
                .Is(429).Says("Try again in 5 minutes. Nothing was saved.").DoesNotSay("Retry-After");
            // The page that comes next takes a code, too.
            var form = page.Document.Forms.Single(one => one.GetAttribute("action") == "/claim");
            (await phone.Post("/claim/yes", Browser.Controls(form))).Is(429);
        }
        folder.Delete(recursive: true);
    }

    // A group, and somebody whom its lead wrote down for them, with what the lead heard them agree to.
    private async Task<(Scene Scene, MemberId Robin)> Kept()
    {
        var scene = await (await Scene.Make(area)).Known();
        var robin = new MemberId(Guid.CreateVersion7());
        var lead = new Caller(CallerRole.Member, scene.Lead.Id);
        RunningArea.Yes(await area.East.Grains.Member(area.East.Area, robin).Put(
            new() { Name = $"Robin {RunningArea.Canary}", Consents = new() { NameToGroups = true } },
            IfMatch.None, lead));
        RunningArea.Yes(await area.East.Grains.Group(area.East.Area, scene.Group).Join(robin, new(), lead));
        await RunningArea.Until(async () =>
            !(await area.East.Grains.Member(area.East.Area, robin).GetStanding()).Groups.IsEmpty);
        return (scene, robin);
    }

    private static async Task<string> Slip(Browser lead, Scene scene, MemberId robin)
    {
        var page = (await lead.Get($"/{scene.At}/slips")).Is(200).Says("Robin");
        var slip = (await lead.Submit(page, $"/{scene.At}/slips/{robin}")).Is(200).Says("this is your way in")
            .Says($"It works once, until {Language.English.Day(RunningArea.Today.AddDays(27))}.");
        var code = Code().Match(slip.Text).Value;
        Assert.Equal(14, code.Length);
        return code;
    }

    private static async Task<string> Refused(Browser phone, string code)
    {
        var refused = await phone.Submit(await phone.Get("/claim"), "/claim", ("code", code));
        return refused.Is(422).Says("This code does not work.").Says("A code works once, for 28 days:").Text;
    }

    [GeneratedRegex("[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}")]
    private static partial Regex Code();
}
