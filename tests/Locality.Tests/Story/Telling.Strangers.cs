using System.Net.Http.Json;

namespace PeerNet.Locality.Tests.Story;

/// <summary>Visitors, and invalid requests whose content must not be stored.</summary>
internal sealed partial class Telling
{
    private async Task Strangers(Cast cast)
    {
        var door = At(cast);
        var member = As(cast.Member);
        var wrong = cast.Wrong.Text;
        await door.Get($"groups?text={cast.Search.Text}%20tea");
        await door.Get($"groups?cursor={wrong}");
        await door.Get($"groups?{wrong}={wrong}");
        await door.Get($"groups/{wrong}");
        await door.Get($"/{wrong}", member);
        await door.Get("members/me", wrong);
        await door.PutText($"members/{cast.Member.Id}", member, $$"""{"name":5,"helps":"{{wrong}}"}""");
        await door.PutText($"members/{cast.Member.Id}", member, $$"""{"name":"{{wrong}}","{{wrong}}":1}""");
        await door.PutText(
            $"members/{cast.Member.Id}", member, $$"""{"name":"{{wrong}}","contact":{"email":"@{{wrong}}" } }""");
        await door.PutText(
            $"meetings/{cast.IdOf("held")}/record",
            As(cast.Lead),
            $$"""{"groupId":"{{cast.IdOf("tea")}}","heldOn":"{{wrong}}"}""");
        await door.PutText($"meetings/{cast.IdOf("held")}/record", As(cast.Lead), wrong);
        await door.PutText(
            $"groups/{cast.IdOf("tea")}", As(cast.Lead), $$"""{"name":"{{wrong}}","onlineLink":"{{wrong}}"}""");
        await door.Send(
            HttpMethod.Put,
            $"groups/{cast.IdOf("tea")}",
            As(cast.Lead),
            JsonContent.Create(new { name = wrong }),
            ("If-Match", cast.Header.Text),
            ("traceparent", cast.Header.Text));
        await door.Send(
            HttpMethod.Get,
            "area",
            null,
            null,
            ("Cookie", $"a={cast.Header.Text}"),
            ("Accept-Language", cast.Header.Text),
            ("Referer", $"https://{cast.Header.Text}.invalid/"),
            ("baggage", $"a={cast.Header.Text}"));
        await LookAbroad(cast);
    }

    // People of this area request other areas' data, by the IDs those areas published and not by their people's.
    private async Task LookAbroad(Cast cast)
    {
        foreach (var other in Casts.Where(other => other != cast))
        {
            foreach (var token in (string?[])[null, As(cast.Member), As(cast.Lead), As(cast.Coordinator)])
            {
                await At(cast).Get($"groups/{other.IdOf("tea")}", token);
                await At(cast).Get($"groups/{other.IdOf("tea")}/meetings", token);
                await At(cast).Get($"meetings/{other.IdOf("held")}", token);
                await At(cast).Get($"meetings/{other.IdOf("planned")}", token);
                await At(cast).Get($"groups?text={other.Name.Mark}", token);
            }
            // At another area's door, tokens that are not its own. The ids in them are then in that Gateway's memory.
            foreach (var token in (string?[])[null, .. cast.Travellers.Select(As)])
            {
                await network.Doors[other.Area].Get($"groups/{other.IdOf("tea")}", token);
            }
        }
    }

    /// <summary>All that people of an area can read there when everything has happened.</summary>
    public async Task LookAround(Cast cast)
    {
        var door = At(cast);
        var tea = $"groups/{cast.IdOf("tea")}";
        foreach (var token in (string?[])[null, As(cast.Member), As(cast.Lead), As(cast.Coordinator)])
        {
            foreach (var path in (string[])[
                "area",
                "groups?limit=100",
                "groups?text=tea",
                tea,
                $"groups/{cast.IdOf("walk")}",
                $"{tea}/meetings",
                $"{tea}/connections",
                "link/ledger",
                $"meetings/{cast.IdOf("planned")}",
                "members/me",
                "members/me/attendance",
                "members/me/views",
                "members/me/home",
                "members/me/notices",
                "members/me/offers",
                "offers",
                "area/overview",
                "figures",
                "network/growth"
            ]) await door.Get(path, token);
        }
        foreach (var guest in (Actor[])[cast.Goer, cast.Leaver])
            await door.Get($"members/me/seats/{guest.Seat}", As(guest));
        foreach (var path in (string[])["/openapi/v1.json", "/", "/health/ready"]) await door.Get(path);
        await Visitors(cast);
    }
}
