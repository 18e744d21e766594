using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>A group of East Sussex and one of West Sussex connect, each through the pages of its own area.</summary>
public sealed class ConnectionPageTests(RunningArea area)
{
    private static readonly string NameThere = $"Western {Scene.Description.Name}";

    [Fact]
    public async Task A_lead_asks_from_the_other_group_s_page_its_lead_says_yes_and_either_ends_it()
    {
        var two = await TwoGroups.Make(area);
        using var here = Browser.At(area.East, two.Here.Lead);
        using var there = Browser.At(area.West, two.Lead);
        var abroad = await here.Get(two.FromHere);
        var ask = (await here.Get(abroad.Link("Connect your group with this one"))).Is(200);
        var asked = (await here.Submit(ask, null)).Is(200).Says("You have asked").Says("In West Sussex");
        Assert.Equal($"/{two.Here.At}/connections", asked.Path);
        (await here.Submit(ask, null)).Is(200).Says("You have asked");

        await RunningArea.Until(async () => (await there.Get("/home")).Has("would like to connect with"));
        var waiting = await there.Get((await there.Get("/home")).LinkWith("would like to connect with"));
        waiting.Is(200).Says("Waiting for your answer").Says(Scene.Description.Name);
        (await there.Submit(waiting, two.ActionThere)).Is(200).Says("Connected since");
        await RunningArea.Until(async () => (await here.Get($"/{two.Here.At}/connections")).Has("Connected since"));

        var sure = await here.Get((await here.Get($"/{two.Here.At}/connections")).LinkWith("End the connection"));
        sure.Is(200).Says($"End the connection with {NameThere}?").Says("You can connect again later");
        (await here.Submit(sure, null)).Is(200).Says("This group is not connected with another yet.");
        (await here.Submit(sure, null)).Is(200).Says("Ask again");
        await RunningArea.Until(async () => !(await there.Get(waiting.Path)).Has("Connected since"));
    }

    [Fact]
    public async Task A_no_from_a_page_of_before_does_not_end_what_a_proposal_has_become()
    {
        var two = await TwoGroups.Make(area);
        await area.Http.Put($"{two.Here.At}/connections/west-sussex/{two.There}", two.Here.Lead);
        using var there = Browser.At(area.West, two.Lead);
        var at = $"/groups/{two.There}/connections";
        await RunningArea.Until(async () => (await there.Get(at)).Has("Waiting for your answer"));
        var page = await there.Get(at);
        (await there.Submit(page, two.ActionThere)).Is(200).Says("Connected since");
        (await there.Submit(page, $"{two.ActionThere}/end")).Is(200).Says("Connected since");
        using var here = Browser.At(area.East, two.Here.Lead);
        await RunningArea.Until(async () => (await here.Get($"/{two.Here.At}/connections")).Has("Connected since"));
    }

    [Fact]
    public async Task People_of_a_connected_group_learn_of_a_shared_meeting_and_come_to_an_open_one_as_guests()
    {
        var two = await TwoGroups.Make(area);
        await two.Connect(area);
        var meeting = await two.Here.AMeetingToCome();
        using var lead = Browser.At(area.East, two.Here.Lead);
        using var guest = Browser.At(area.West, await two.AFellow(area));
        var share = await lead.Get($"/{two.Here.At}/shared/{meeting}");
        (await lead.Submit(share, null, ("sharing", ""))).Is(422).Says("Choose one.");
        (await lead.Submit(share, null, ("sharing", "known"))).Is(200).Says("They know about it");
        var at = $"/groups/{two.There}/connections";
        await RunningArea.Until(async () => (await guest.Get(at)).Has("For their own people."));
        var coming = $"{two.FromThere}/meetings/{meeting}";
        (await guest.Get(coming)).Is(200).Says("for the group’s own people");

        (await lead.Submit(share, null, ("sharing", "open"))).Is(200).Says("Their people can come");
        await RunningArea.Until(async () => (await guest.Get(at)).Has("Come as a guest"));
        var page = await guest.Get((await guest.Get(at)).LinkWith("Come as a guest"));
        (await guest.Submit(page, $"{coming}/seat", ("shownAs", "Robin"))).Is(422).Says("Tick the box");
        (string, string)[] typed = [("shownAs", "Robin"), ("consent", "true")];
        (await guest.Submit(page, $"{coming}/seat", typed)).Is(200);
        (await guest.Submit(page, $"{coming}/seat", typed)).Is(200);
        await RunningArea.Until(async () => (await guest.Get(coming)).Has("You have a place at this meeting."));
        (await lead.Get($"/{two.Here.At}/connections/west-sussex/{two.There}/end"))
            .Says("1 person of that group has a place at a meeting of yours.");
        (await guest.Get("/home")).Says("You have a place at one of its meetings.");

        (await guest.Submit(await guest.Get(coming), $"{coming}/seat/end")).Is(200);
        (await guest.Get(coming)).Says("Come to this meeting");
        (await lead.Submit(share, null, ("sharing", "kept"))).Is(200).Says("Not shared");
        await RunningArea.Until(async () => !(await guest.Get(at)).Has("Come as a guest"));
        (await guest.Get(coming)).Is(404);
    }

    [Fact]
    public async Task People_of_the_group_see_its_connections_only_leads_decide_and_strangers_see_nothing()
    {
        var two = await TwoGroups.Make(area);
        await two.Connect(area);
        var at = $"/{two.Here.At}/connections";
        var connection = $"{at}/west-sussex/{two.There}";
        var meeting = await two.Here.AMeetingToCome();
        using var member = Browser.At(area.East, two.Here.Member);
        var seen = (await member.Get(at)).Is(200).Says("Connected since");
        seen.DoesNotSay("End the connection").DoesNotSay("Your meetings");
        foreach (var person in new[] { two.Here.Member, two.Here.Asked, two.Here.Stranger })
        {
            using var browser = Browser.At(area.East, person);
            var token = (await browser.Get("/sign-out")).Token();
            (await browser.Get($"{connection}/end")).Is(403);
            (await browser.Post($"{connection}/end", [.. token, new("state", "connected")])).Is(403);
            (await browser.Post(connection, token)).Is(403);
            (await browser.Post($"/{two.Here.At}/shared/{meeting}", [.. token, new("sharing", "open")])).Is(403);
            (await browser.Post($"{two.FromHere}/connect", [.. token, new("groupId", $"{two.Here.Group}")])).Is(403);
        }
        using var stranger = Browser.At(area.East, two.Here.Stranger);
        (await stranger.Get(at)).Is(403);
        (await stranger.Get($"{two.FromHere}/meetings/{meeting}")).Is(404);
        (await stranger.Get(two.FromHere)).Is(200).DoesNotSay("Connect your group");
        (await stranger.Get($"{two.FromHere}/connect")).Is(200).Says("Ask somebody who runs your group.");
        (await member.Get(at)).Says("Connected since");
    }

    [Fact]
    public async Task What_cannot_be_connected_or_shared_is_said_where_it_was_asked()
    {
        var two = await TwoGroups.Make(area);
        using var lead = Browser.At(area.East, two.Here.Lead);
        var ask = await lead.Get($"{two.FromHere}/connect");
        (await lead.Submit(ask, null, ("groupId", ""))).Is(422).Says("Choose one of your groups.");
        (await lead.Get($"/areas/west-sussex/groups/{Guid.CreateVersion7()}/connect")).Is(404);
        (await lead.Get($"/areas/nowhere/groups/{two.There}/connect")).Is(404);
        var other = await Scene.Make(area);
        var token = ask.Token();
        (await lead.Post($"/{two.Here.At}/connections/nowhere/{two.There}", token)).Is(404);
        (await lead.Get($"/{two.Here.At}/shared/{await other.AMeetingToCome()}")).Is(404);
        (await area.Http.Put($"{two.Here.At}/closure", two.Here.Lead, new { }, "*")).Is(200);
        (await lead.Submit(ask, null)).Is(422).Says("There is a problem");
        (await lead.Post($"/{two.Here.At}/connections/west-sussex/{two.There}", token)).Is(422)
            .Says("There is a problem");
    }

    /// <summary>A group of East Sussex, and one of West Sussex that East Sussex has read of, and the reverse.</summary>
    private sealed record TwoGroups(Scene Here, Person Lead, GroupId There)
    {
        public string FromHere => $"/areas/west-sussex/groups/{There}";

        public string FromThere => $"/areas/east-sussex/{Here.At}";

        public string ActionThere => $"/groups/{There}/connections/east-sussex/{Here.Group}";

        public static async Task<TwoGroups> Make(RunningArea area)
        {
            var two = new TwoGroups(await Scene.Make(area), await area.AWesterner(), new(Guid.CreateVersion7()));
            (await area.WestHttp.Put($"groups/{two.There}", two.Lead, Scene.Description with { Name = NameThere }))
                .Is(201);
            using var east = Browser.At(area.East, two.Here.Lead);
            using var west = Browser.At(area.West.Url);
            await RunningArea.Until(async () => (await east.Get(two.FromHere)).Has("Connect your group with this one"));
            await RunningArea.Until(async () => (await west.Get(two.FromThere)).Status == 200);
            return two;
        }

        public async Task Connect(RunningArea area)
        {
            (await area.Http.Put($"{Here.At}/connections/west-sussex/{There}", Here.Lead)).Is(201);
            (await area.WestHttp.Put($"groups/{There}/connections/east-sussex/{Here.Group}", Lead)).Is(201);
            using var lead = Browser.At(area.East, Here.Lead);
            await RunningArea.Until(async () => (await lead.Get($"/{Here.At}/connections")).Has("Connected since"));
        }

        public async Task<Person> AFellow(RunningArea area)
        {
            var fellow = await area.AWesterner();
            (await area.WestHttp.Put($"groups/{There}/members/{fellow.Id}", Lead, new { part = "member" })).Is(201);
            (await area.WestHttp.Put($"groups/{There}/members/{fellow.Id}", fellow)).Is(200);
            await RunningArea.Until(async () => (await area.WestHttp.Get("members/me", fellow)).Text
                .Contains(There.ToString(), StringComparison.Ordinal));
            return fellow;
        }
    }
}
