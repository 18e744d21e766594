using PeerNet.Contracts;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Worries;

namespace PeerNet.Gateway.Tests.Worries;

/// <summary>Writing, reading and answering a worry, in a browser without JavaScript.</summary>
public sealed class WorryPageTests(RunningArea area)
{
    [Fact]
    public async Task A_member_writes_it_once_and_a_coordinator_answers_it_once()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var member = Browser.At(area.East, scene.Member);
        var group = (await member.Get($"/{scene.At}")).Is(200);
        var form = (await member.Get(group.Link("I am worried about this group"))).Is(200).Says("call 999");
        var sent = (await member.Submit(form, "/worries/new", ("text", $"Line one\r\nline two {RunningArea.Canary}")))
            .Is(200).Says("The coordinators have it.");
        Assert.Equal($"/worries/{form.Value("worryId")}", sent.Path);
        await member.Submit(form, "/worries/new", ("text", $"Line one\r\nline two {RunningArea.Canary}"));
        var mine = (await member.Get("/worries/mine")).Is(200);
        Assert.Single(mine.Document.QuerySelectorAll("li.pn-card"));
        // Other words on the same page are another worry.
        var other = (await member.Submit(form, "/worries/new", ("text", "Other words"))).Is(422);
        Assert.NotEqual(form.Value("worryId"), other.Value("worryId"));
        (await member.Submit(other, "/worries/new")).Is(200);
        Assert.Equal(2, (await member.Get("/worries/mine")).Document.QuerySelectorAll("li.pn-card").Length);

        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var list = (await coordinator.Get("/worries")).Is(200);
        // The list ends after a hundred, and other tests write worries too.
        Assert.True(
            list.Document.QuerySelectorAll("main a[href^='/worries/0']").Length >= 100
            || list.Html.Contains(sent.Path, StringComparison.Ordinal));
        Assert.Contains("href=\"/worries\"", (await coordinator.Get("/overview")).Html, StringComparison.Ordinal);
        var page = (await coordinator.Get(sent.Path)).Is(200).Says("Line one line two");
        var inHand = (await coordinator.Submit(page, $"{sent.Path}/action")).Is(200).Says("dealing with it since");
        (await coordinator.Submit(page, $"{sent.Path}/action")).Is(200);
        (await coordinator.Submit(inHand, $"{sent.Path}/answer", ("answer", "  "))).Is(422).Says("Enter something");
        var said = $"Thank you {RunningArea.Canary}";
        (await coordinator.Submit(inHand, $"{sent.Path}/answer", ("answer", said))).Is(200).Says(said);
        (await coordinator.Submit(inHand, $"{sent.Path}/answer", ("answer", said))).Is(200);
        (await coordinator.Submit(inHand, $"{sent.Path}/answer", ("answer", "Something else"))).Is(422)
            .Says("Somebody has answered this worry already.").Says(said);
        (await coordinator.Submit(page, $"{sent.Path}/action")).Is(422).Says(said);
        (await member.Get(sent.Path)).Is(200).Says(said);
        (await coordinator.Get("/worries?state=answered")).Is(200);
        (await coordinator.Get($"{sent.Path}/people")).Is(200).Says("Who wrote it").Says($"Sam {RunningArea.Canary}");
    }

    [Fact]
    public async Task Nobody_else_sees_a_worry_and_least_of_all_whoever_it_is_about()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.AWorry(area.Http)}";
        var aboutMe = $"/{await scene.AWorry(area.Http, WorryAccess.About(scene, scene.Coordinator))}";
        using var visitor = Browser.At(area.East.Url);
        foreach (var path in new[] { at, "/worries", "/worries/mine", $"{at}/people" })
            Assert.StartsWith("/sign-in?to=", (await visitor.Get(path)).Path, StringComparison.Ordinal);
        foreach (var person in new[] { scene.Stranger, scene.Member, scene.Lead })
        {
            using var browser = Browser.At(area.East, person);
            (await browser.Get(at)).Is(404).DoesNotSay(RunningArea.Canary);
            (await browser.Get("/worries")).Is(403);
            (await browser.Get($"{at}/people")).Is(403);
            var token = (await browser.Get($"/worries/new?about=group&subjectId={scene.Group}")).Token();
            (await browser.Post($"{at}/action", token)).Is(403);
            (await browser.Post($"{at}/answer", token.Append(new("answer", "I am a coordinator")))).Is(403);
        }
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get(at)).Is(200);
        (await coordinator.Get(aboutMe)).Is(404);
        (await coordinator.Get($"{aboutMe}/people")).Is(404);
        var own = (await coordinator.Get(at)).Token();
        (await coordinator.Post($"{aboutMe}/action", own)).Is(404);
        (await coordinator.Post($"{at}/action", [])).Is(400);
        Assert.DoesNotContain(aboutMe, (await coordinator.Get("/worries")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?about=group")]
    [InlineData("?about=weather&subjectId=01990000-0000-7000-8000-000000000001")]
    [InlineData("?about=group&subjectId=00000000-0000-0000-0000-000000000000")]
    [InlineData("?about=group&subjectId=tea")]
    public async Task A_form_about_nothing_does_not_exist(string query)
    {
        using var browser = Browser.At(area.East, await area.APerson());
        (await browser.Get($"/worries/new{query}")).Is(404);
    }

    [Fact]
    public void A_long_text_is_cut_between_letters()
    {
        Assert.Equal("Short", Beginning.Of("Short"));
        var text = new string('a', 199) + "\U0001F600" + new string('b', 50);
        Assert.Equal(new string('a', 199) + "…", Beginning.Of(text));
    }

    [Fact]
    public void Each_state_and_subject_has_words_of_its_own()
    {
        Assert.Equal(Enum.GetValues<WorryState>(), WorryWords.States);
        Assert.Distinct(WorryWords.States.Select(WorryWords.Tab));
        Assert.Distinct(WorryWords.States.Select(WorryWords.Since));
        Assert.Distinct(Enum.GetValues<WorrySubject>().Select(WorryWords.Heading));
        Assert.Distinct(Enum.GetValues<WorrySubject>().Select(WorryWords.Asking));
    }
}
