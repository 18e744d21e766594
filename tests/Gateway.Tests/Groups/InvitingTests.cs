using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Inviting people over HTTP: nothing opens until they have said yes.</summary>
public sealed class InvitingTests(RunningArea area)
{
    private static readonly MemberProfile Open = new()
    {
        Name = $"Kim {RunningArea.Canary}",
        Contact = new() { Email = $"{RunningArea.Canary}@example.invalid" },
        Helps = RunningArea.Canary,
        Consents = new() { NameToGroups = true, ContactToLeads = true, HelpsToLeads = true },
    };

    [Theory]
    [InlineData(null)]
    [InlineData(Part.Lead)]
    public async Task Whoever_founds_a_group_and_puts_somebody_into_it_learns_nothing_of_them(Part? wanted)
    {
        var (_, founder, victim, at) = await AnInvitation(Joining.Open, wanted);
        Assert.Equal("invited", PartIn(await Invitation(victim)));
        (await area.Http.Get($"members/{victim.Id}", founder)).Refuses(404, "member.not-found");
        Assert.False((await area.Http.Get(at, victim)).Is(200).TryGetProperty("roster", out _));
        Assert.Single((await area.Http.Get(at, founder)).Is(200).GetProperty("roster").EnumerateArray());
    }

    [Theory]
    [InlineData(Joining.Open)]
    [InlineData(Joining.Ask)]
    [InlineData(Joining.Invite)]
    public async Task Once_they_accept_they_belong_and_open_what_they_agreed_to(Joining joining)
    {
        var (membership, founder, victim, _) = await AnInvitation(joining);
        Assert.Equal("member", PartIn((await area.Http.Put(membership, victim)).Is(200)));
        await RunningArea.Until(
            async () => (await area.Http.Get($"members/{victim.Id}", founder)).Status == 200);
        (await area.Http.Put(membership, founder, new JoinGroup(Part.CoLead))).Is(200);
    }

    [Fact]
    public async Task Declining_leaves_no_trace()
    {
        var (membership, founder, victim, at) = await AnInvitation(Joining.Invite);
        var before = (await area.Http.Get("members/me", victim)).Is(200);
        Assert.Equal($"{victim.Id}", (await area.Http.Get(at, founder)).Is(200).GetProperty("invited")[0].GetString());
        (await area.Http.Delete(membership, victim)).Is(204);
        var seen = (await area.Http.Get(at, founder)).Is(200);
        Assert.Equal(
            (0, 1), (seen.GetProperty("invited").GetArrayLength(), seen.GetProperty("roster").GetArrayLength()));
        await RunningArea.Until(async () => (await Groups(victim)).Length == 0);
        var after = (await area.Http.Get("members/me", victim)).Is(200);
        Assert.Equal(
            before.GetProperty("consentReceipts").GetRawText(), after.GetProperty("consentReceipts").GetRawText());
        (await area.Http.Put(membership, victim)).Refuses(403, "group.by-invitation");
    }

    [Fact]
    public async Task An_invitation_looks_the_same_whether_or_not_there_is_such_a_person()
    {
        var founder = await area.APerson();
        var at = await AGroup(founder, Joining.Open);
        var erased = await area.APerson();
        (await area.Http.Delete($"members/{erased.Id}", erased)).Is(204);
        foreach (var id in new[] { erased.Id, new(Guid.CreateVersion7()), (await area.APerson()).Id })
        {
            var answer = (await area.Http.Put($"{at}/members/{id}", founder)).Is(201);
            Assert.Equal(("invited", $"{id}"), (PartIn(answer), answer.GetProperty("memberId").GetString()));
            (await area.Http.Put($"{at}/members/{id}", founder)).Is(200);
        }
        var seen = (await area.Http.Get(at, founder)).Is(200);
        Assert.Equal(3, seen.GetProperty("invited").GetArrayLength());
    }

    [Fact]
    public async Task A_person_who_is_erased_is_no_longer_invited()
    {
        var (_, founder, victim, at) = await AnInvitation(Joining.Open);
        await Invitation(victim);
        (await area.Http.Delete($"members/{victim.Id}", victim)).Is(204);
        await RunningArea.Until(async () =>
            (await area.Http.Get(at, founder)).Is(200).GetProperty("invited").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_co_lead_neither_gives_parts_nor_removes_the_founder()
    {
        var scene = await Scene.Make(area);
        var founder = $"{scene.At}/members/{scene.Lead.Id}";
        (await area.Http.Put($"{scene.At}/members/{scene.CoLead.Id}", scene.CoLead, new JoinGroup(Part.Lead)))
            .Refuses(403, "access.leads-only");
        (await area.Http.Put($"{scene.At}/members/{scene.Member.Id}", scene.CoLead, new JoinGroup(Part.Lead)))
            .Refuses(403, "access.leads-only");
        (await area.Http.Put(founder, scene.CoLead, new JoinGroup(Part.Member)))
            .Refuses(403, "access.leads-only");
        (await area.Http.Delete(founder, scene.CoLead)).Refuses(403, "access.leads-only");
        (await area.Http.Delete($"{scene.At}/members/{scene.Other.Id}", scene.CoLead)).Is(204);
    }

    private async Task<(string Membership, Person Founder, Person Victim, string At)> AnInvitation(
        Joining joining, Part? wanted = null)
    {
        var founder = await area.APerson();
        var victim = await area.APerson();
        (await area.Http.Put($"members/{victim.Id}", victim, Open, "*")).Is(200);
        var at = await AGroup(founder, joining);
        var membership = $"{at}/members/{victim.Id}";
        Assert.Equal("invited", PartIn((await area.Http.Put(membership, founder, new JoinGroup(wanted))).Is(201)));
        return (membership, founder, victim, at);
    }

    private async Task<string> AGroup(Person founder, Joining joining)
    {
        var at = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, founder, Scene.Description with { Joining = joining })).Is(201);
        return at;
    }

    /// <summary>The invitation, once the person knows of it.</summary>
    private async Task<JsonElement> Invitation(Person person)
    {
        await RunningArea.Until(async () => (await Groups(person)).Length > 0);
        return (await Groups(person))[0];
    }

    private async Task<JsonElement[]> Groups(Person person) =>
        [.. (await area.Http.Get("members/me", person)).Is(200).GetProperty("groups").EnumerateArray()];

    private static string PartIn(JsonElement membership) => membership.GetProperty("part").GetString()!;
}
