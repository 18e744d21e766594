using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>Naming somebody who was counted without a name, without JavaScript.</summary>
public sealed class NamingPageTests(RunningArea area)
{
    [Fact]
    public async Task A_lead_names_a_newcomer_and_the_number_of_people_stays()
    {
        var (scene, meeting) = await ALogOf(new Unnamed(Newcomers: 2), "Blue scarf");
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{meeting}")).Is(200).Says("3 people came.").Says("2 without a name");
        (await lead.Submit(page, $"/{meeting}/names")).Is(422)
            .Says("Choose the person.").Says("Choose who they were.");
        (string, string)[] typed = [("who", $"{scene.Member.Id}"), ("as", "kind:newcomers")];
        var named = (await lead.Submit(page, $"/{meeting}/names", typed)).Is(200);
        named.Says("3 people came.").Says("1 without a name");
        (await lead.Submit(page, $"/{meeting}/names", typed)).Is(200).Says("1 without a name");
        var saved = (await area.Http.Get(meeting, scene.Lead)).Is(200);
        Assert.Equal(1, saved.GetProperty("unnamed").GetProperty("newcomers").GetInt32());
        // Whoever has a name already cannot be named again.
        Assert.DoesNotContain($"{scene.Member.Id}", named.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_says_that_a_word_was_them_and_nobody_else_s()
    {
        var (scene, meeting) = await ALogOf(new(), "Blue scarf");
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get($"/{meeting}")).Is(200).Says("Was one of them you?").Says("Blue scarf");
        (await member.Submit(page, $"/{meeting}/names")).Is(422).Says("Choose the word that is yours.");
        (await member.Submit(page, $"/{meeting}/names", ("as", "word:Red hat"))).Is(422);
        (string, string)[] forOther =
            [("as", "word:Blue scarf"), ("list", "yes"), ("who", $"{scene.Other.Id}")];
        (await member.Submit(page, $"/{meeting}/names", forOther)).Is(403);
        var claimed = (await member.Submit(page, $"/{meeting}/names", ("as", "word:Blue scarf"))).Is(200);
        Assert.False(claimed.Has("Was one of them you?"));
        Assert.Equal(1, (await area.Http.Get(meeting, scene.Lead)).Is(200).GetProperty("headCount").GetInt32());
    }

    private async Task<(Scene Scene, string Meeting)> ALogOf(Unnamed unnamed, params string[] words)
    {
        var scene = await Scene.Make(area);
        var meeting = $"meetings/{Guid.CreateVersion7()}";
        var log =
            scene.ALog() with { Present = [], Apologies = [], Absent = [], Unnamed = unnamed, Words = [.. words] };
        (await area.Http.Put($"{meeting}/record", scene.Lead, log)).Is(201);
        return (scene, meeting);
    }
}
