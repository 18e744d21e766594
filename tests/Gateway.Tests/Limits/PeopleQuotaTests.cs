using System.Net;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>How many people one lead may write down.</summary>
public sealed class PeopleQuotaTests
{
    private static object Robin => new { name = "Robin" };

    [Fact]
    public async Task A_lead_writes_down_a_few_people_in_a_day_and_their_own_record_as_often_as_they_like()
    {
        await using var area = await Limited.Start(("PeoplePerDay", "2"));
        var lead = await area.APerson();
        var coordinator = await area.APerson("coordinator");
        var group = Guid.CreateVersion7();
        Assert.Equal(
            HttpStatusCode.Created, (await area.Put($"groups/{group}", lead, new { name = "Tea" })).StatusCode);
        await area.Leads(lead, group);
        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Created, (HttpStatusCode)429], await Written(3, lead));
        await Limited.IsTooMany(() => area.Put(Somebody(), lead, Robin, isNew: true));
        for (var written = 0; written < 3; written++)
            Assert.Equal(
                HttpStatusCode.OK,
                (await area.Put($"members/{lead.Id}", lead, new { name = $"Sam {written}" })).StatusCode);
        // Whether somebody is there must not show either.
        Assert.Equal(
            (HttpStatusCode)429, (await area.Put($"members/{coordinator.Id}", lead, Robin, isNew: true)).StatusCode);
        Assert.All(await Written(4, coordinator), status => Assert.Equal(HttpStatusCode.Created, status));

        static string Somebody() => $"members/{Guid.CreateVersion7()}";

        async Task<List<HttpStatusCode>> Written(int people, Person by)
        {
            var answers = new List<HttpStatusCode>();
            for (var written = 0; written < people; written++)
                answers.Add((await area.Put(Somebody(), by, Robin, isNew: true)).StatusCode);
            return answers;
        }
    }
}
