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

    private async Task<Scene> Joining(Joining how)
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Joining = how }, "*")).Is(200);
        return scene;
    }
}
