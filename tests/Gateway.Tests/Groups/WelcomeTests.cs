using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Link;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Groups that members found in an area in which a coordinator welcomes them.</summary>
public sealed class WelcomeTests : IAsyncLifetime
{
    private static readonly GroupDescription Tea = new() { Name = "Tea", Joining = Joining.Open };

    private readonly TwoAreas areas = new(welcomesNewGroups: false);
    private Person lead = Person.Visitor, coordinator = Person.Visitor, guest = Person.Visitor;

    public async ValueTask InitializeAsync()
    {
        await areas.Start(areas.East, Accepts.Here);
        await areas.Start(areas.West, Accepts.Here);
        lead = await areas.APerson(areas.East);
        coordinator = await areas.APerson(areas.East, "coordinator");
        guest = await areas.APerson(areas.West);
    }

    public ValueTask DisposeAsync() => areas.DisposeAsync();

    [Fact]
    public async Task A_new_group_is_found_at_home_marked_and_abroad_once_it_is_welcomed_for_as_long_as_that_lasts()
    {
        var group = await Found(Guid.CreateVersion7(), lead, "new");
        Assert.Equal("new", (await Shown(areas.EastHttp, group))!.Value.GetProperty("welcome").GetString());
        var known = await Found(Guid.CreateVersion7(), coordinator, "welcomed");
        await RunningArea.Until(async () => await Shown(areas.WestHttp, known) is not null);
        Assert.Null(await Shown(areas.WestHttp, group));
        Assert.DoesNotContain($"{group}", await Ledger(), StringComparison.Ordinal);

        (await areas.EastHttp.Put($"groups/{group}/welcome", lead)).Refuses(403, "access.coordinators-only");
        (await areas.EastHttp.Put($"groups/{group}/welcome", coordinator)).Is(200);
        var again = (await areas.EastHttp.Put($"groups/{group}/welcome", coordinator)).Is(200);
        Assert.Equal("welcomed", again.GetProperty("welcome").GetString());
        await RunningArea.Until(async () => await Shown(areas.WestHttp, group) is not null);

        (await areas.EastHttp.Delete($"groups/{group}/welcome", coordinator)).Is(200);
        await RunningArea.Until(async () => await Shown(areas.WestHttp, group) is null);
        Assert.NotNull(await Shown(areas.EastHttp, group));
        (await areas.EastHttp.Put($"groups/{Guid.CreateVersion7()}/welcome", coordinator))
            .Refuses(404, "group.not-found");
    }

    [Fact]
    public async Task Only_people_in_this_area_read_what_a_new_group_says_until_it_is_welcomed()
    {
        var group = new GroupId(await Found(Guid.CreateVersion7(), lead, "new"));
        var known = new GroupId(await Found(Guid.CreateVersion7(), coordinator, "welcomed"));
        await RunningArea.Until(async () => (await areas.EastHttp.Get("members/me", lead)).Text
            .Contains($"{group}", StringComparison.Ordinal));
        var at = $"practices/{Guid.CreateVersion7()}";
        var practice = new TellPractice
        {
            WeDid = "We made tea", Changed = "More people came", Layer = Layer.Organisation, Groups = [group],
            Readers = Readers.AllAreas,
        };
        (await areas.EastHttp.Put(at, lead, practice)).Is(201);
        (await areas.EastHttp.Put($"{at}/agreements/{group}", lead)).Refuses(409, "group.new");
        var step = new WriteNextStep
        {
            Text = "A bench", Layer = Layer.Organisation, DueOn = RunningArea.Today.AddDays(30), Cost = StepCost.None,
            GroupId = group, For = [known, group], Readers = Readers.AllAreas,
        };
        (await areas.EastHttp.Put($"next-steps/{Guid.CreateVersion7()}", lead, step)).Refuses(409, "group.new");
        (await areas.EastHttp.Put($"next-steps/{Guid.CreateVersion7()}", lead, step with { Readers = Readers.MyArea }))
            .Is(201);

        (await areas.EastHttp.Put($"groups/{group}/welcome", coordinator)).Is(200);
        (await areas.EastHttp.Put($"{at}/agreements/{group}", lead)).Is(200);
        (await areas.EastHttp.Put($"next-steps/{Guid.CreateVersion7()}", lead, step)).Is(201);
    }

    [Fact]
    public async Task Nothing_of_a_new_group_that_changes_and_closes_reaches_another_area()
    {
        var group = await Found(Guid.CreateVersion7(), lead, "new");
        (await areas.EastHttp.Put($"groups/{group}", lead, Tea with { About = "Biscuits" }, "*")).Is(200);
        (await areas.EastHttp.Put($"groups/{group}/closure", lead)).Is(200);
        var known = await Found(Guid.CreateVersion7(), coordinator, "welcomed");
        await RunningArea.Until(async () => await Shown(areas.WestHttp, known) is not null);
        Assert.DoesNotContain($"{group}", await Ledger(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_another_area_a_new_group_answers_as_one_that_does_not_exist()
    {
        var group = await Found(Guid.CreateVersion7(), lead, "new");
        var there = Guid.CreateVersion7();
        (await areas.WestHttp.Put($"groups/{there}", guest, Tea)).Is(201);
        Assert.Equal(await Asked(Guid.CreateVersion7(), there), await Asked(group, there));
        (await areas.EastHttp.Put($"groups/{group}/connections/west-sussex/{there}", lead)).Refuses(409, "group.new");
    }

    private async Task<Guid> Found(Guid id, Person by, string welcome)
    {
        var group = (await areas.EastHttp.Put($"groups/{id}", by, Tea)).Is(201);
        Assert.Equal(welcome, group.GetProperty("welcome").GetString());
        await RunningArea.Until(async () => await Shown(areas.EastHttp, id) is not null);
        return id;
    }

    /// <summary>What becomes of a request for a seat, and of a connection proposed by a group of the west.</summary>
    private async Task<(string? State, string? Because, string? Connection)> Asked(Guid group, Guid there)
    {
        var seat = SeatId.Random();
        var person = await areas.APerson(areas.West);
        var request = new { area = "east-sussex", groupId = group, shownAs = "Robin", consent = true };
        (await areas.WestHttp.Put($"members/me/seats/{seat}", person, request)).Is(201);
        (await areas.WestHttp.Put($"groups/{there}/connections/east-sussex/{group}", guest)).Is(201);
        JsonElement asked = default;
        await RunningArea.Until(async () =>
        {
            asked = (await areas.WestHttp.Get($"members/me/seats/{seat}", person)).Is(200);
            return asked.GetProperty("state").GetString() != "asked";
        });
        string? connection = null;
        await RunningArea.Until(async () =>
        {
            var all = (await areas.WestHttp.Get($"groups/{there}/connections", guest)).Is(200).GetProperty("items");
            connection = all.EnumerateArray().Single(one => one.GetProperty("groupId").GetGuid() == group)
                .GetProperty("state").GetString();
            return connection != "proposed";
        });
        return (asked.GetProperty("state").GetString(), asked.GetProperty("because").GetString(), connection);
    }

    private async Task<string> Ledger() => (await areas.EastHttp.Get("link/ledger", coordinator)).Is(200).ToString();

    private static async Task<JsonElement?> Shown(ApiClient http, Guid group)
    {
        var items = (await http.Get("groups?limit=100")).Is(200).GetProperty("items").EnumerateArray();
        var found = items.Where(item => item.GetProperty("id").GetGuid() == group).ToList();
        return found.Count == 0 ? null : found[0];
    }
}
