using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>Who has looked at a person's contact and needs, over HTTP.</summary>
public sealed class ViewTests(RunningArea area)
{
    [Fact]
    public async Task A_person_sees_who_looked_at_their_contact_and_needs_once_for_each_day()
    {
        var scene = await (await Scene.Make(area)).Known();
        var me = scene.Member;
        var says = new MemberProfile
        {
            Name = "Sam", Contact = new() { Phone = "01632 960001" }, Helps = RunningArea.Canary,
            Consents = new() { NameToGroups = true, HelpsToLeads = true },
        };
        (await area.Http.Put($"members/{me.Id}", me, says, "*")).Is(200);
        Assert.Empty(await Looks(me));
        foreach (var by in new[] { scene.Lead, scene.Lead, scene.Other, scene.Coordinator, scene.Coordinator, me })
            (await area.Http.Get($"members/{me.Id}", by)).Is(200);
        (await area.Http.Get($"members/{me.Id}", scene.Stranger)).Refuses(404, "member.not-found");
        Assert.Equal([($"{scene.Lead.Id}", "helps"), ("coordinator", "contact")], await Looks(me));
        var version = (await area.Http.Get("members/me", me)).ETag;
        (await area.Http.Put($"members/{me.Id}", scene.CoLead, says)).Refuses(404, "member.not-found");
        Assert.Equal(version, (await area.Http.Get("members/me", me)).ETag);
        Assert.Equal(2, (await Looks(me)).Length);
    }

    [Fact]
    public async Task A_change_whose_answer_shows_the_contact_is_a_look_too()
    {
        var me = await area.APerson();
        var contact = new MemberProfile { Name = "Sam", Contact = new() { Phone = "01632 960001" } };
        (await area.Http.Put($"members/{me.Id}", me, contact, "*")).Is(200);
        (await area.Http.Put($"members/{me.Id}", await area.APerson("coordinator"), new { name = "Samira" }, "*"))
            .Is(200);
        Assert.Equal([("coordinator", "contact")], await Looks(me));
    }

    private async Task<(string?, string)[]> Looks(Person me)
    {
        return [.. (await area.Http.Get("members/me/views", me)).Is(200).GetProperty("items").EnumerateArray()
            .Select(look => (
                look.GetProperty("by").GetString(),
                string.Join(' ', look.GetProperty("saw").EnumerateArray().Select(saw => saw.GetString()))))];
    }
}
