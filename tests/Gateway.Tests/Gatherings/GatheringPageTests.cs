using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Planning, keeping and holding a gathering, in a browser without JavaScript.</summary>
public sealed class GatheringPageTests(RunningArea area)
{
    private static string Day(int days) => RunningArea.Today.AddDays(days).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task A_lead_plans_a_gathering_once_and_a_lead_of_the_other_group_keeps_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        using var lead = Browser.At(area.East, scene.Lead);
        var group = (await lead.Get($"/{scene.At}")).Is(200);
        var list = (await lead.Get(group.Link("Gatherings with other groups"))).Is(200).Says("has not held one yet");
        var form = (await lead.Get(list.Link("Plan a gathering"))).Is(200);
        (string, string)[] typed =
            [("title", "A big room"), ("heldOn", Day(7)), ("startsAt", "14:00"), ("place", "Town Hall, ramp"),
            ("needs", "stepFree")];
        var alone = (await lead.Submit(form, null, typed)).Is(422).Says("Choose at least one other group.");
        Assert.Equal(("A big room", "14:00"), (alone.Value("title"), alone.Value("startsAt")));
        Assert.NotNull(alone.Document.QuerySelector("[name=needs][value=stepFree][checked]"));
        (string, string)[] both = [.. typed, ("groups", $"{second}")];
        var planned = (await lead.Submit(alone, null, both)).Is(200).Says("2pm to 4:30pm").Says("Town Hall, ramp");
        Assert.Equal(planned.Path, (await lead.Submit(alone, null, both)).Is(200).Path);
        Assert.False(planned.Has("Begin the gathering"));

        using var other = Browser.At(area.East, scene.Other);
        await RunningArea.Until(async () => (await other.Get("/home")).Has("Will your group hold A big room"));
        var waiting = (await other.Get($"/groups/{second}/gatherings")).Is(200).Says("It is waiting for your answer");
        Assert.Single(waiting.Document.QuerySelectorAll("main li.pn-card"));
        var page = (await other.Get(waiting.Link("A big room"))).Is(200);
        var declined = (await other.Submit(page, $"{page.Path}/decline")).Is(200).Says("declined");
        await RunningArea.Until(async () => !(await other.Get("/home")).Has("Will your group hold A big room"));
        var kept = (await other.Submit(declined, $"{page.Path}/keep")).Is(200)
            .Says($"You keep it for {GatheringsInAScene.SecondName}")
            .Says("It has two keepers, so it can begin. Begin it on the day.").DoesNotSay("Everything is ready");
        Assert.False((await other.Get($"/groups/{second}/gatherings")).Is(200).Has("waits for"));
        (await other.Submit(kept, $"{page.Path}/decline")).Is(200)
            .Says($"Will you keep it for {GatheringsInAScene.SecondName}?");
        using var member = Browser.At(area.East, scene.Member);
        Assert.Empty((await member.Get(page.Path)).Is(200).Document.QuerySelectorAll("main form"));
        Assert.False((await member.Get($"/{scene.At}/gatherings")).Is(200).Has("Plan a gathering"));
        var next = (await lead.Get($"/gatherings/new?group={scene.Group}")).Is(200);
        var before = planned.Path.Split('/')[^1];
        var following = (await lead.Submit(next, null, both.Append(("previous", before)))).Is(200);
        var told = (await area.Http.Get(following.Path.TrimStart('/'), scene.Lead)).Text;
        Assert.Contains($"\"previous\":\"{before}\"", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "", "Enter what it is called.")]
    [InlineData("heldOn", "", "Enter the day.")]
    [InlineData("heldOn", "2020-01-01", "up to 366 days ahead")]
    [InlineData("startsAt", "", "Enter when it starts.")]
    [InlineData("minutes", "x", "how many minutes")]
    public async Task What_is_wrong_with_a_plan_is_said_and_the_rest_is_kept(string name, string value, string says)
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/gatherings/new?group={scene.Group}")).Is(200);
        var typed = new Dictionary<string, string>
        {
            ["title"] = "A big room", ["heldOn"] = Day(7), ["startsAt"] = "14:00", ["place"] = "Town Hall",
            ["groups"] = $"{Guid.CreateVersion7()}", [name] = value,
        };
        var again = (await lead.Submit(form, null, typed.Select(one => (one.Key, one.Value)))).Is(422).Says(says);
        Assert.Equal("Town Hall", again.Value("place"));
        Assert.Equal(form.Value("id"), again.Value("id"));
    }

    [Fact]
    public async Task Keepers_change_the_plan_and_cancel_it_with_a_reason()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.AKeptGathering(area.Http)}";
        using var lead = Browser.At(area.East, scene.Lead);
        var change = (await lead.Get($"{at}/change")).Is(200);
        (await lead.Submit(change, null, ("startsAt", "10:30"))).Is(200).Says("10:30am");
        var stale = (await lead.Submit(change, null, ("startsAt", "11:30"))).Is(422);
        stale.Says("Somebody else has changed the plan.");
        (await lead.Submit(stale, null)).Is(200).Says("11:30am");
        var cancel = (await lead.Get($"{at}/cancel")).Is(200);
        (await lead.Submit(cancel, null, ("reason", " "))).Is(422);
        (await lead.Submit(cancel, null, ("reason", "The hall is closed."))).Is(200)
            .Says("This gathering is cancelled.").Says("The hall is closed.");
        (await lead.Submit(change, null, ("startsAt", "12:30"))).Is(422);
        (await lead.Get($"/{scene.At}/gatherings")).Is(200).Says("Cancelled");
    }

    [Fact]
    public async Task Keepers_lay_tables_ask_questions_of_every_kind_and_say_together_that_they_are_ready()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.AKeptGathering(area.Http)}";
        using var lead = Browser.At(area.East, scene.Lead);
        using var other = Browser.At(area.East, scene.Other);
        var table = (await lead.Get($"{at}/tables")).Is(200);
        (await lead.Submit(table, null, ("present", "many"))).Is(422).Says("how many people");
        var laid = (await lead.Submit(table, null, ("label", "otter"), ("present", "6"))).Is(200).Says("Otter");
        (await lead.Submit(laid, null, ("label", "otter"), ("present", "5"))).Is(422).Says("Choose an animal");
        var otter = (await lead.Get(laid.Link("Otter"))).Is(200);
        (await lead.Submit(otter, otter.Path, ("present", "7"))).Is(200).Says("(7 people)");
        (await lead.Submit(otter, $"{otter.Path}/taken-away")).Is(422).Says("Save 0 people first.");
        await lead.Submit(otter, otter.Path, ("present", "0"));
        Assert.Equal($"{at}/tables", (await lead.Submit(otter, $"{otter.Path}/taken-away")).Is(200).Path);
        (await lead.Get(otter.Path)).Is(404);
        (await lead.Get(at)).Is(200).Says("No table is laid yet.");
        // With its animal it comes back, and so does its paper.
        var another = (await lead.Get($"{at}/tables")).Is(200);
        var relaid = (await lead.Submit(another, null, ("label", "otter"), ("present", "6"))).Is(200);
        Assert.Equal(otter.Path, relaid.Link("Otter"));
        // Somebody goes back to the form that laid the first table, and lays another.
        var back = (await lead.Submit(table, null, ("label", "heron"), ("present", "5"))).Is(422);
        (await lead.Submit(back, null)).Is(200).Says("Otter").Says("Heron");

        (string, string)[] kinds = [("quiz", ""), ("thumbs", ""), ("vote", "One\nTwo"), ("voices", "A\nB")];
        foreach (var (kind, options) in kinds)
        {
            var form = (await lead.Get($"{at}/questions/new")).Is(200);
            (await lead.Submit(form, null, ("text", "What now?"))).Is(422).Says("Choose how it is counted.");
            (string, string)[] typed = [("text", $"What of {kind}?"), ("kind", kind), ("options", options)];
            if (options.Length > 0) (await lead.Submit(form, null, [.. typed[..2], ("options", "One")])).Is(422);
            (await lead.Submit(form, null, typed)).Is(200).Says($"What of {kind}?");
            Assert.Equal(1, Count(await lead.Submit(form, null, typed), $"What of {kind}?"));
            var again = (await lead.Submit(form, null, [("text", $"And {kind}?"), .. typed[1..]])).Is(422);
            again.Says("You have added that one already.");
        }
        var page = await lead.Get(at);
        var question = page.Document.QuerySelector("main li.pn-card")!.Id!["question-".Length..];
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get(at)).Is(200).DoesNotSay("What of quiz?");
        var ready = $"{at}/questions/{question}/ready";
        (await lead.Submit(page, ready)).Is(200).Says("A keeper for another group has to say so too.");
        var change = (await other.Get($"{at}/questions/{question}/change")).Is(200);
        (await other.Submit(change, null, ("text", "What of this quiz?"))).Is(200);
        (await lead.Submit(page, ready)).Is(422).Says("Another keeper has changed it.");
        (await lead.Submit(await lead.Get(at), ready)).Is(200);
        (await other.Submit(await other.Get(at), ready)).Is(200).Says("Ready");
        (await other.Submit(change, null, ("text", "Another?"))).Is(422).Says("so it stays as it is");
        (await member.Get(at)).Is(200).Says("What of this quiz?");
    }

    [Fact]
    public async Task The_second_keeper_and_then_everybody_reads_a_question_in_full_before_it_is_asked()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ADraft(area.Http, GatheringAccess.AVote with
        {
            Text = "Which?", EasyText = "Put up your hand for each that is fine.", Options = ["Together", "Apart"],
        });
        var gathering = $"/{at[..at.IndexOf("/questions", StringComparison.Ordinal)]}";
        using var other = Browser.At(area.East, scene.Other);
        var draft = (await other.Get(gathering)).Is(200);
        var button = draft.Text.IndexOf("It is ready", StringComparison.Ordinal);
        foreach (var text in (string[])["Put up your hand for each that is fine.", "A Together", "B Apart"])
            Assert.InRange(draft.Text.IndexOf(text, StringComparison.Ordinal), 0, button);
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{at}/readiness", keeper)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get(gathering)).Is(200).Says("Put up your hand for each that is fine.").Says("B Apart");
    }

    [Fact]
    public async Task Two_keepers_begin_and_close_a_gathering_and_everybody_reads_what_came_of_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(
            area.Http, GatheringAccess.AVote with { Text = "Which?", Options = ["Together", "Apart"] }, 6, 5, 7, 6);
        var at = $"/{question.Gathering}";
        using var lead = Browser.At(area.East, scene.Lead);
        using var other = Browser.At(area.East, scene.Other);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"{at}/screen")).Is(200).Says("Raise a hand").Says("The tables are counting.");
        foreach (var (place, present) in ((int, int)[])[(0, 6), (1, 5), (2, 7)])
            (await area.Http.Put(question.Entry(place), scene.Lead, question.Hands(place, present, present, 1)))
                .Is(201);
        var screen = (await lead.Get($"{at}/screen")).Is(200).Says("3 of 4 tables are in.").DoesNotSay("badger");
        Assert.Empty(screen.Document.QuerySelectorAll("table, [http-equiv=refresh]"));
        var page = (await lead.Get(at)).Is(200).Says("3 of 4 tables are in.");
        (await lead.Submit(page, $"/{question.At}/close")).Is(200).Says("Closed");
        (await member.Get($"{at}/screen")).Is(200)
            .Says("More than half could live with “Together”.")
            .Says("18 of 18: Together");
        (await lead.Submit(page, $"{at}/close")).Is(200).Says("A keeper asked to close it");
        (await other.Submit(await other.Get(at), $"{at}/close")).Is(200);
        (await member.Get(at)).Is(200)
            .Says("More than half could live with “Together”.")
            .Says($"Keepers closed it for {Scene.Description.Name} and ")
            .Says("3 of 4 tables are in.");
        (await lead.Submit(page, $"/{question.At}/close")).Is(200);
    }

    [Fact]
    public async Task Keepers_and_coordinators_take_a_name_out_and_a_slip_of_the_pen_is_said()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(
            area.Http, GatheringAccess.AVote with { Text = "Ask Robin?", Options = ["With Sam", "Sam"] });
        var at = $"/{question.Gathering}";
        using var lead = Browser.At(area.East, scene.Lead);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        using var member = Browser.At(area.East, scene.Member);
        var page = (await lead.Get(at)).Is(200);
        var missed = (await lead.Submit(page, $"{at}/take-out", ("words", "Kim"))).Is(422).Says("not in it");
        Assert.Equal("Kim", missed.Value("words"));
        (await lead.Submit(page, $"{at}/take-out", ("words", ""))).Is(422).Says("up to 40 characters");
        (await lead.Submit(page, $"{at}/take-out", ("words", "Sam"))).Is(422).Says("nothing left to read");
        (await lead.Submit(page, $"{at}/take-out", ("words", "Robin"))).Is(200)
            .Says("Ask [taken out]?").Says($"A keeper for {Scene.Description.Name} has taken words out.");
        (await coordinator.Submit(await coordinator.Get(at), $"{at}/take-out", ("words", "Sam"))).Is(200)
            .Says("A coordinator has taken words out.");
        var read = (await member.Get(at)).Is(200).Says("A coordinator has taken words out.");
        Assert.False(read.Has("Take a name out"));
        (await member.Post($"{at}/take-out", (await member.Get("/groups/new")).Token())).Is(403);
    }

    [Fact]
    public async Task Only_keepers_have_the_forms_and_what_cannot_be_done_is_said()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        var at = $"/{question.Gathering}";
        using var member = Browser.At(area.East, scene.Member);
        var token = (await member.Get("/groups/new")).Token();
        foreach (var form in (string[])["change", "cancel", "tables", "questions/new"])
        {
            (await member.Get($"{at}/{form}")).Is(403);
            (await member.Post($"{at}/{form}", token)).Is(403);
        }
        foreach (var form in (string[])["open", "close"]) (await member.Post($"{at}/{form}", token)).Is(403);
        (await member.Get($"/{question.At}/count")).Is(403);
        (await member.Get($"/gatherings/new?group={scene.Group}")).Is(403);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get("/gatherings/new")).Is(404);
        var alone = $"/{await scene.AGathering(area.Http)}";
        (await lead.Post($"{alone}/open", (await lead.Get(alone)).Token())).Is(422).Says("keepers from two groups");
    }

    private static int Count(Shown page, string text) => page.Text.Split(text).Length - 1;
}
