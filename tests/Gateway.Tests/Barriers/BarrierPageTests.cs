using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Gateway.Barriers;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>Raising a barrier, answering it and saying whether that helped, in a browser without JavaScript.</summary>
public sealed class BarrierPageTests(RunningArea area)
{
    private static string InAWeek => $"{RunningArea.Today.AddDays(7):yyyy-MM-dd}";

    [Fact]
    public async Task A_group_raises_it_a_role_answers_and_the_group_says_that_it_did_not_help()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        using var member = Browser.At(area.East, scene.Member);
        var group = (await member.Get($"/{scene.At}")).Is(200);
        var form = (await member.Get(group.Link("Say what gets in the group’s way"))).Is(200).Says("Housing lead");
        var text = $"We wait nine weeks. {RunningArea.Canary}";
        var sparse = (await member.Submit(form, null, ("text", text))).Is(422)
            .Says("Choose what it is about.").Says("Choose where it has to change.").Says("Choose who to ask.");
        sparse.Says(text);
        (string, string)[] chosen =
            [("about", "time"), ("layer", "organisation"), ("roleId", $"{role}"), ("isUnrehearsed", "true")];
        var sent = (await member.Submit(sparse, null, chosen)).Is(200)
            .Says(text).Says("Nobody has answered yet.").Says("It was not rehearsed");
        Assert.Equal($"/barriers/{form.Value("barrierId")}", sent.Path);

        using var holder = Browser.At(area.East, scene.Stranger);
        var asked = (await holder.Get(sent.Path)).Is(200).DoesNotSay($"{scene.Member.Id}");
        (await holder.Submit(asked, $"{sent.Path}/hearing", ("answerBy", "soon"))).Is(422).Says("Enter the day.");
        var heard = (await holder.Submit(asked, $"{sent.Path}/hearing", ("answerBy", InAWeek))).Is(200)
            .Says($"Heard. An answer comes by {Language.English.Day(RunningArea.Today.AddDays(7))}.");
        var answer = (await holder.Get(heard.Link("Answer"))).Is(200);
        (await holder.Submit(answer, null)).Is(422).Says("Choose your answer.");
        (await holder.Submit(answer, null, ("kind", "can"))).Is(422).Says("choose a day in the next two years");
        (await holder.Submit(answer, null, ("kind", "can"), ("by", InAWeek))).Is(422)
            .Says("Enter something in at least one of the three boxes.");
        var can = $"Two people. {RunningArea.Canary}";
        var answered = (await holder.Submit(answer, null, ("kind", "can"), ("by", InAWeek), ("whatICan", can))).Is(200)
            .Says("Yes, I can").Says(can);
        (await holder.Submit(answered, $"{sent.Path}/additions", ("text", " "))).Is(422);
        (await holder.Submit(answered, $"{sent.Path}/additions", ("text", "It began."))).Is(200).Says("It began.");

        var read = (await member.Get(sent.Path)).Is(200);
        (await member.Submit(read, $"{sent.Path}/helped")).Is(422).Says("Choose one of these.");
        (await member.Submit(read, $"{sent.Path}/helped", ("said", "no"))).Is(200)
            .Says("Open again").Says("No, it did not help").Says(can);
    }

    [Fact]
    public async Task A_group_says_who_can_read_it_and_the_role_sees_that_before_it_answers()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        using var member = Browser.At(area.East, scene.Member);
        using var holder = Browser.At(area.East, scene.Stranger);
        var form = (await member.Get($"/{scene.At}/barriers/new")).Is(200).Says("Who can read it?");
        (string, string)[] typed =
            [("text", "We wait"), ("about", "time"), ("layer", "organisation"), ("roleId", $"{role}")];
        var kept = (await member.Submit(form, null, typed)).Is(200).Says("People in this area")
            .DoesNotSay("on the web");
        (await holder.Get($"{kept.Path}/answer")).Is(200)
            .Says("Everybody in this area who is signed in can read your answer.").DoesNotSay("on the web");

        var again = (await member.Get($"/{scene.At}/barriers/new")).Is(200);
        (await member.Submit(again, null, typed.Append(("readers", "everybody")))).Is(422)
            .Says("Choose who can read it.");
        var sparse = (await member.Submit(again, null, ("text", "We wait"), ("readers", "allAreas"))).Is(422);
        var waits = (await member.Submit(sparse.Says("A lead of your group has to agree"), null, typed)).Is(200)
            .Says("People in this area").Says("It waits for a lead to agree.")
            .DoesNotSay("Should anyone be able to read it?");
        (await holder.Get($"{waits.Path}/answer")).Is(200).Says("Once a lead of the group agrees, anybody can");
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{scene.At}/barriers/new")).Is(200).DoesNotSay("A lead of your group has to agree");
        var question = $"Should anyone be able to read what gets in the way of {Scene.Description.Name}?";
        await RunningArea.Until(async () => (await lead.Get("/home")).Has(question));
        (await lead.Get("/barriers")).Is(200).Says("Waiting for a lead to agree");
        (await member.Get("/barriers")).Is(200).DoesNotSay("Waiting for a lead to agree");
        var asked = (await lead.Get(waits.Path)).Is(200).Says("Should anyone be able to read it?");
        var token = asked.Token();
        (await lead.Post($"{waits.Path}/readers", token.Append(new("readers", "everybody")))).Is(404);
        (await member.Post($"{waits.Path}/readers", sparse.Token().Append(new("readers", "allAreas")))).Is(403);
        var shared = (await lead.Submit(asked, $"{waits.Path}/readers", ("readers", "allAreas"))).Is(200)
            .Says("Anybody, on the web").DoesNotSay("Should anyone be able to read it?");
        (await lead.Get("/home")).DoesNotSay("Should anyone be able to read what gets in the way");
        (await holder.Get(shared.Path)).Is(200).Says("Anybody, on the web");
        (await holder.Get($"{shared.Path}/answer")).Is(200)
            .Says("Anybody can read your answer, on the web and without signing in")
            .DoesNotSay("in this area who");
    }

    [Fact]
    public async Task Everybody_sees_that_it_is_over_and_other_groups_say_us_too()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.ABarrier(area.Http)}";
        var grain = area.East.Grains.Barrier(area.East.Area, new(Guid.Parse(at.Split('/')[2])));
        RunningArea.Yes(await grain.Hear(new(RunningArea.Today.AddDays(-12)), Caller.Area));
        var (_, lead) = await scene.AnotherGroup(area);
        using var browser = Browser.At(area.East, lead);
        var list = (await browser.Get("/barriers")).Is(200).Says("12 days over");
        Assert.Contains($"href=\"{at}\"", list.Html, StringComparison.Ordinal);
        var page = (await browser.Get(at)).Is(200).Says("12 days over").Says("No other group has said “us too”.");
        (await browser.Submit(page, $"{at}/us-too")).Is(200).Says("A few groups say “us too”.");
        Assert.Equal("/barriers", (await browser.Get("/home")).Link("What gets in people’s way"));
        var token = page.Token();
        (await browser.Post($"{at}/withdrawal", token)).Is(403);
        (await browser.Post($"{at}/hearing", token.Append(new("answerBy", InAWeek)))).Is(403);
        (await browser.Get($"{at}/answer")).Is(403);
        (await browser.Get($"/{scene.At}/barriers/new")).Is(403);
        (await browser.Get("/limits/new")).Is(403);
        (await browser.Post($"{at}/us-too", token.Append(new("groupId", "tea")))).Is(404);

        using var leads = Browser.At(area.East, scene.Lead);
        (await leads.Submit((await leads.Get(at)).Is(200), $"{at}/withdrawal")).Is(200)
            .Says("Withdrawn. Its words are gone.").DoesNotSay(RunningArea.Canary);
    }

    [Fact]
    public async Task A_no_names_what_is_in_the_way_which_is_doubted_and_changed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.ABarrier(area.Http)}";
        using var holder = Browser.At(area.East, scene.Stranger);
        var answer = (await holder.Get($"{at}/answer")).Is(200);
        (await holder.Submit(answer, null, ("kind", "cannot"), ("whatStopsMe", "The Act"))).Is(422)
            .Says("choose what is in the way");
        var stops = $"The Act,\nand “habit”. {RunningArea.Canary}";
        var claim = (await holder.Submit(answer, null, ("kind", "cannot"), ("whatStopsMe", stops), ("then", "limit")))
            .Is(200).Says("Say what is in the way");
        var what = $"No local link {RunningArea.Canary}";
        (await holder.Submit(claim, null, ("what", what))).Is(422).Says("Choose what it is.");
        (string, string)[] law =
            [("what", what), ("kind", "law"), ("whoseRule", "Parliament"), ("wouldHaveToChange", "The Act")];
        (await holder.Submit(claim, null, law)).Is(422).Says("Name the Act or the regulations");
        var again = (await holder.Submit(claim, null, law.Append(("source", "Housing Act 1996")))).Is(200);
        var limit = claim.Value("limitId")!;
        Assert.Equal(answer.Value("answerId"), again.Value("answerId"));
        (await holder.Submit(again, $"{at}/answer")).Is(200).Says("No, I cannot").Says("The Act,").Says("and “habit”.");
        // Whoever goes back to the form answers once more with it.
        var more = (await holder.Submit(again, $"{at}/answer", ("whatStopsMe", "Nobody has asked us"))).Is(422);
        more.Says("You have answered with this form. Press the button again to answer once more.");
        (await holder.Submit(more, $"{at}/answer")).Is(200).Says("The Act,").Says("Nobody has asked us");

        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get($"/limits/{limit}")).Is(200).Says(what).Says("Nobody has checked this yet.");
        (await member.Submit(page, $"/limits/{limit}/dispute", ("why", ""))).Is(422);
        (await member.Submit(page, $"/limits/{limit}/dispute", ("why", "Others read it differently"))).Is(200)
            .Says("Somebody doubts this.").Says("Others read it differently");
        page.DoesNotSay("Somebody has checked it");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var theirs = (await coordinator.Get($"/limits/{limit}")).Is(200);
        (await coordinator.Submit(theirs, $"/limits/{limit}/check", ("who", "The law centre"), ("how", ""))).Is(422);
        (string, string)[] check = [("who", "The law centre"), ("how", "They read it")];
        (await coordinator.Submit(theirs, $"/limits/{limit}/check", check)).Is(200).Says("They read it");
        (await member.Get($"/limits/{limit}")).Is(200).Says("Checked by The law centre")
            .DoesNotSay("Take a name out");
        (await coordinator.Submit(theirs, $"/limits/{limit}/take-out", ("words", "Robin"))).Is(422)
            .Says("These words are not in it.");
        (await coordinator.Submit(theirs, $"/limits/{limit}/take-out", ("words", "Others"))).Is(200)
            .Says("[taken out] read it differently");
        var own = (await holder.Get($"/limits/{limit}")).Is(200);
        (await holder.Submit(own, $"/limits/{limit}/change", ("whatChanged", " "))).Is(422);
        (await holder.Submit(own, $"/limits/{limit}/change", ("whatChanged", "A new policy"))).Is(200)
            .Says("no longer in the way").Says("A new policy").Says(what);
        (await holder.Submit(own, $"/limits/{limit}/change", ("whatChanged", "It was not"))).Is(422)
            .Says("What you wrote, which was not saved").Says("It was not");
        using var lead = Browser.At(area.East, scene.Lead);
        await RunningArea.Until(async () => (await lead.Get("/home")).Has("something that was in the way has changed"));
        (await lead.Get($"/limits/{limit}")).Is(200);
        (await lead.Get("/home")).Is(200).DoesNotSay("something that was in the way has changed");
        (await member.Get("/limits")).Is(200).Says("Law, or habit?");
        (await member.Post($"/limits/{limit}/change", page.Token().Append(new("whatChanged", "No")))).Is(403);
    }

    [Fact]
    public void Each_choice_has_words_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<BarrierAbout>().Select(BarrierWords.About));
        Assert.Distinct(Enum.GetValues<Layer>().Select(LayerWords.Of));
        Assert.Distinct(Enum.GetValues<AnswerKind>().Select(BarrierWords.Answer));
        Assert.Distinct(Enum.GetValues<Helped>().Select(BarrierWords.Said));
        Assert.Distinct(Enum.GetValues<LimitKind>().Select(LimitWords.Kind));
        Assert.Distinct(Enum.GetValues<LimitState>().Select(LimitWords.State));
        Assert.Equal("1 day over its date", BarrierWords.Over(1));
        Assert.Equal("4 barriers rest on this.", $"{LimitWords.Cited(new(true, 4))}");
        Assert.Equal("4 groups say “us too”.", $"{BarrierWords.UsToo(new(true, 4))}");
    }
}
