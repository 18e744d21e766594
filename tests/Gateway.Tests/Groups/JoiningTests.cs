using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Joining and leaving over HTTP.</summary>
public sealed class JoiningTests(RunningArea area)
{
    [Fact]
    public async Task A_person_who_joins_an_open_group_belongs_at_once()
    {
        var scene = await Joining(Contracts.Groups.Joining.Open);
        var at = $"{scene.At}/members/{scene.Stranger.Id}";
        Assert.Equal("member", (await area.Http.Put(at, scene.Stranger)).Is(201).GetProperty("part").GetString());
        (await area.Http.Put(at, scene.Stranger, new JoinGroup())).Is(200);
    }

    [Fact]
    public async Task A_person_who_asks_belongs_once_a_lead_agrees()
    {
        var scene = await Scene.Make(area);
        var at = $"{scene.At}/members/{scene.Stranger.Id}";
        Assert.Equal(
            "asked",
            (await area.Http.Put(at, scene.Stranger, new JoinGroup())).Is(201).GetProperty("part").GetString());
        Assert.Equal(
            "member",
            (await area.Http.Put(at, scene.Lead, new JoinGroup(Part.Member))).Is(200).GetProperty("part").GetString());
    }

    [Fact]
    public async Task A_group_by_invitation_refuses_a_person_without_one()
    {
        var scene = await Joining(Contracts.Groups.Joining.Invite);
        (await area.Http.Put($"{scene.At}/members/{scene.Stranger.Id}", scene.Stranger))
            .Refuses(403, "group.by-invitation");
    }

    [Fact]
    public async Task A_full_group_a_missing_record_and_asking_as_a_part_are_refused()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Capacity = 4 }, "*")).Is(200);
        (await area.Http.Put($"{scene.At}/members/{scene.Stranger.Id}", scene.Lead)).Refuses(409, "group.full");
        var nobody = area.Someone(new(Guid.CreateVersion7()));
        (await area.Http.Put($"{scene.At}/members/{nobody.Id}", nobody))
            .Refuses(422, "group.person-unknown", "memberId");
        (await area.Http.Put($"{scene.At}/members/{scene.Stranger.Id}", scene.Lead, new JoinGroup(Part.Asked)))
            .Refuses(422, "group.part", "part");
        (await area.Http.Put($"{scene.At}/members/{scene.Stranger.Id}", scene.Lead, new JoinGroup(Part.Invited)))
            .Refuses(422, "group.part", "part");
    }

    [Fact]
    public async Task Leaving_again_succeeds_and_the_only_lead_cannot_leave()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Delete($"{scene.At}/members/{scene.CoLead.Id}", scene.CoLead)).Is(204);
        (await area.Http.Delete($"{scene.At}/members/{scene.CoLead.Id}", scene.CoLead)).Is(204);
        (await area.Http.Delete($"{scene.At}/members/{scene.Lead.Id}", scene.Lead)).Refuses(409, "group.last-lead");
    }

    [Fact]
    public async Task A_group_whose_only_lead_is_erased_takes_nobody_and_the_coordinator_is_told()
    {
        var founder = await area.APerson();
        var coordinator = await area.APerson("coordinator");
        var group = Guid.CreateVersion7();
        var at = $"groups/{group}";
        (await area.Http.Put(at, founder, Scene.Description with { Joining = Contracts.Groups.Joining.Open })).Is(201);
        var member = await area.APerson();
        (await area.Http.Put($"{at}/members/{member.Id}", member)).Is(201);
        Assert.False((await area.Http.Get(at)).Is(200).GetProperty("needsLead").GetBoolean());
        await RunningArea.Until(
            async () =>
                (await area.Http.Get("members/me", founder)).Text.Contains($"{group}", StringComparison.Ordinal));
        (await area.Http.Delete($"members/{founder.Id}", founder)).Is(204);
        await RunningArea.Until(
            async () => (await area.Http.Get(at)).Is(200).GetProperty("needsLead").GetBoolean());
        var late = await area.APerson();
        (await area.Http.Put($"{at}/members/{late.Id}", late)).Refuses(409, "group.needs-lead");
        Assert.Contains($"{group}", await NeedLead(coordinator));
        Assert.DoesNotContain("needLead", (await area.Http.Get("area", member)).Text, StringComparison.Ordinal);
        (await area.Http.Put($"{at}/members/{member.Id}", coordinator, new JoinGroup(Part.Lead))).Is(200);
        (await area.Http.Put($"{at}/members/{late.Id}", late)).Is(201);
        Assert.DoesNotContain($"{group}", await NeedLead(coordinator));
    }

    private async Task<string[]> NeedLead(Person coordinator)
    {
        return [.. (await area.Http.Get("area", coordinator)).Is(200).GetProperty("counts").GetProperty("needLead")
            .EnumerateArray().Select(group => group.GetString()!)];
    }

    private async Task<Scene> Joining(Joining how)
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Joining = how }, "*")).Is(200);
        return scene;
    }
}
