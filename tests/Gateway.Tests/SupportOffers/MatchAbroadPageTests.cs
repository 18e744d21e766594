using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Somebody of West Sussex and an offer of East Sussex, each through the pages of their own area.</summary>
public sealed class MatchAbroadPageTests(RunningArea area)
{
    private const string MakersMail = $"kim-{RunningArea.Canary}@example.invalid";

    [Fact]
    public async Task Two_people_of_two_areas_see_each_other_only_once_both_have_said_yes()
    {
        var maker = await area.APerson();
        var contact = new { email = MakersMail };
        (await area.Http.Put($"members/{maker.Id}", maker, new { name = "Kim", contact }, "*")).Is(200);
        var person = await area.AWesterner();
        using var mine = Browser.At(area.East, maker);
        using var theirs = Browser.At(area.West, person);
        var at = await Made(maker);
        var there = $"/areas/east-sussex/{at}";
        await RunningArea.Until(async () => (await theirs.Get(there)).Status == 200);
        var page = await theirs.Submit(await theirs.Get(there), $"{there}/take-up", ("shownAs", "Robin"));
        page.Is(200).Says("has not answered yet");
        await RunningArea.Until(async () => (await mine.Get($"/{at}")).Has("Somebody from West Sussex"));
        var agree = await mine.Get((await mine.Get($"/{at}")).DoesNotSay("Robin").Link("Say yes"));
        (await mine.Submit(agree, agree.Path, ("shownAs", "Kim"), ("showContact", "email"))).Is(200);
        await RunningArea.Until(async () => (await theirs.Get(there)).Has(MakersMail));
        await RunningArea.Until(async () => (await mine.Get($"/{at}")).Has("Robin from West Sussex"));
        var change = await theirs.Get((await theirs.Get(there)).Link("Change the name or contact you show"));
        Assert.Equal("Robin", change.Value("shownAs"));
        var arrange = await theirs.Get((await theirs.Get(there)).Says("Kim").Link("Arrange when and where"));
        await theirs.Submit(arrange, arrange.Path, ("on", $"{RunningArea.Today.AddDays(1):yyyy-MM-dd}"));
        await RunningArea.Until(async () => (await theirs.Get(there)).Has("You have arranged to meet."));
        var outcome = await theirs.Get((await theirs.Get(there)).Link("Say how it went"));
        await theirs.Submit(outcome, outcome.Path, ("done", "false"));
        await RunningArea.Until(async () => (await mine.Get($"/{at}")).Has("It did not take place."));
        await RunningArea.Until(async () => !(await theirs.Get(there)).Has(MakersMail));
        var end = await theirs.Get((await theirs.Get(there)).Link("Take this off my list"));
        (await theirs.Submit(end, end.Path)).Is(200).Says("That has ended");
        await RunningArea.Until(async () => !(await mine.Get($"/{at}")).Has("West Sussex"));
    }

    [Fact]
    public async Task Whoever_was_second_in_another_area_is_told_and_clears_it_away()
    {
        var maker = await area.APerson();
        using var theirs = Browser.At(area.West, await area.AWesterner());
        var at = await Made(maker);
        var there = $"/areas/east-sussex/{at}";
        await RunningArea.Until(async () => (await theirs.Get(there)).Status == 200);
        var form = await theirs.Get(there);
        (await area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", await area.APerson(), SupportOfferAccess.Yes))
            .Is(201);
        var second = await theirs.Submit(form, $"{there}/take-up", ("shownAs", "Robin"));
        // Their area may have heard of it before they asked.
        if (second.Status == 409) second.Says("no longer open");
        else
        {
            await RunningArea.Until(async () => (await theirs.Get(there)).Has("somebody else may have been first"));
            var page = (await theirs.Get(there)).DoesNotSay($"{there}/take-up");
            var end = await theirs.Get(page.Link("Take this off my list"));
            (await theirs.Submit(end, end.Path)).Is(200).Says("That has ended");
        }
        await RunningArea.Until(async () => (await theirs.Get(there)).Status == 404);
    }

    private async Task<string> Made(Person maker)
    {
        var at = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift with
        {
            Kind = SupportKind.Speaker, Audience = SupportAudience.AllAreas,
        })).Is(201);
        return at;
    }
}
