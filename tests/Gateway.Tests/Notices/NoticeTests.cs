using System.Text.Json;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Notices;

/// <summary>What people are told, over HTTP.</summary>
public sealed class NoticeTests(RunningArea area)
{
    [Fact]
    public async Task Somebody_who_is_invited_is_told_marks_it_as_read_and_no_longer_sees_it_once_they_have_answered()
    {
        var lead = await area.APerson();
        var invited = await area.APerson();
        var group = Guid.CreateVersion7();
        (await area.Http.Put($"groups/{group}", lead, new GroupDescription { Name = "Tea" })).Is(201);
        (await area.Http.Put($"groups/{group}/members/{invited.Id}", lead)).Is(201);
        await RunningArea.Until(async () => (await Notices(invited)).Length == 1);

        var told = (await Notices(invited))[0];
        Assert.Equal(("invitation", $"{group}", false), (
            told.GetProperty("kind").GetString(),
            told.GetProperty("groupId").GetString(),
            told.GetProperty("read").GetBoolean()));
        var at = $"members/me/notices/{told.GetProperty("id").GetGuid()}/read";
        Assert.True((await area.Http.Put(at, invited)).Is(200).GetProperty("read").GetBoolean());
        (await area.Http.Put(at, invited)).Is(200);
        Assert.True((await Notices(invited))[0].GetProperty("read").GetBoolean());
        (await area.Http.Put(at, lead)).Refuses(404, "notice.not-found");
        Assert.Empty(await Notices(lead));

        (await area.Http.Put($"groups/{group}/members/{invited.Id}", invited)).Is(200);
        await RunningArea.Until(async () => (await Notices(invited)).Length == 0);
        (await area.Http.Put(at, invited)).Refuses(404, "notice.not-found");
    }

    private async Task<JsonElement[]> Notices(Person person) =>
        [.. (await area.Http.Get("members/me/notices", person)).Is(200).GetProperty("items").EnumerateArray()];
}
