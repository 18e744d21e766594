using System.Text.Json.Nodes;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>A field that an object does not have is refused with those it may have.</summary>
public sealed class UnknownFieldTests(RunningArea area)
{
    [Theory]
    [InlineData("""{"name":"Tea","nam":1}""", "nam", "name, about, firstTime, for, topics, languages, needs, format, "
        + "place, onlineLink, schedule, joining, capacity, welcomesNewcomers, pauses, guestContact")]
    [InlineData("""{"name":"Tea","place":{"city":"Lewes"}}""", "place.city",
        "name, address, town, outcode, latitude, longitude, privacy")]
    [InlineData("""{"name":"Tea","schedule":{"series":[],"weekly":true}}""", "schedule.weekly", "series, except")]
    [InlineData("""{"name":"Tea","pauses":[{"from":"2027-01-01","to":"2027-02-01"}]}""", "pauses[0].to", "from, until")]
    [InlineData(
        """{"name":"Tea","schedule":{"series":[{"id":"one","versions":[{"from":"2027-01-01","start":"19:00"}]}]}}""",
        "schedule.series[0].versions[0].start", "from, startsAt, minutes, rule")]
    public async Task A_group_is_told_which_fields_there_are(string body, string field, string allowed)
    {
        var lead = await area.APerson();
        Tells(await area.Http.Put($"groups/{Guid.CreateVersion7()}", lead, JsonNode.Parse(body)), field, allowed);
    }

    [Fact]
    public async Task So_is_a_person_even_of_how_to_reach_them()
    {
        var ada = await area.APerson();
        var contact = new JsonObject { ["mail"] = RunningArea.Canary };
        var body = new JsonObject { ["name"] = "Ada", ["contact"] = contact };
        Tells(await area.Http.Put($"members/{ada.Id}", ada, body, "*"), null, "email, phone, other");
        body = new JsonObject { ["name"] = "Ada", ["helsp"] = RunningArea.Canary };
        Tells(await area.Http.Put($"members/{ada.Id}", ada, body, "*"), "helsp", "name, contact, helps, consents");
    }

    private static void Tells(Answer answer, string? field, string allowed)
    {
        answer.Refuses(400, "request.unreadable", field);
        Assert.Equal(
            $"There is no such field. Use any of {allowed}.", answer.Json.GetProperty("detail").GetString());
    }
}
