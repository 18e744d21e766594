using PeerNet.Gateway.Tests.Pages;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>What everybody reads of a month that an area has released.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-figures-");
    private readonly Cell cell;
    private readonly ApiClient http;

    public FiguresTests()
    {
        var area = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder)
        {
            DatabaseTimeout = RunningArea.BusyTimeout,
        };
        cell = new(area, [], RunningArea.OfOneTest);
        http = new(cell.Url);
    }

    public async ValueTask InitializeAsync() => await cell.Start(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await cell.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_released_month_reads_as_JSON_as_CSV_and_on_a_page_and_stays_as_it_is()
    {
        Assert.Empty((await http.Get("figures")).Is(200).GetProperty("items").EnumerateArray());
        var group = await ReleasingArea.Fill(cell);
        var released = (await ReleasingArea.Release(cell)).Items[0];

        var answer = await http.Get("figures");
        var month = answer.Is(200).GetProperty("items")[0];
        Assert.Equal(ReleasingArea.Month.ToString("o", null), month.GetProperty("startsOn").GetString());
        Assert.Equal(released.ReleasedOn.ToString("o", null), month.GetProperty("releasedOn").GetString());
        Assert.Empty(month.GetProperty("correctionsNotedOn").EnumerateArray());
        var table = month.GetProperty("table");
        Assert.Equal(
            """{"version":1,"minPeople":8,"minGroups":4,"maxSharePercent":60,"roundTo":5}""",
            table.GetProperty("rule").GetRawText());
        Assert.Equal(8, table.GetProperty("groupsThatMet").GetInt32());
        Assert.Equal(8, table.GetProperty("meetingsHeld").GetInt32());
        Assert.Equal(20, table.GetProperty("sumOfPublished").GetInt32());
        var people = table.GetProperty("people");
        Assert.Equal("""{"for":"everybody","people":20,"heldBack":false}""", people[0].GetRawText());
        Assert.Equal("""{"for":"women","people":null,"heldBack":true}""", people[1].GetRawText());
        Assert.Equal("""{"for":"others","people":null,"heldBack":true}""", people[6].GetRawText());

        var csv = await Csv();
        var lines = csv.Text.Split("\r\n");
        var days = $"{released.StartsOn:yyyy-MM-dd},{released.ReleasedOn:yyyy-MM-dd}";
        Assert.Equal(
            "area,startsOn,releasedOn,figure,for,number,ruleVersion,minPeople,minGroups,maxSharePercent,roundTo,"
                + "correctionsNotedOn",
            lines[0]);
        Assert.Equal($"east-sussex,{days},groupsThatMet,,8,1,8,4,60,5,", lines[1]);
        Assert.Equal($"east-sussex,{days},people,everybody,20,1,8,4,60,5,", lines[3]);
        Assert.Equal($"east-sussex,{days},people,women,held back,1,8,4,60,5,", lines[4]);
        Assert.Equal($"east-sussex,{days},sumOfPublished,,20,1,8,4,60,5,", lines[10]);

        using var browser = Browser.At(cell.Url);
        foreach (var path in new[] { "/figures", "/figures/network" })
        {
            var tables = (await browser.Get(path)).Is(200).Document.QuerySelectorAll("table");
            var cells = tables[^1].QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent.Trim());
            Assert.Equal(
                [
                    "Groups that met", "8", "Meetings held", "8", "Groups for everybody", "20", "Groups for women",
                    "held back",
                ],
                cells.Take(8));
        }

        // Somebody logs a meeting of that month later, in vain.
        await ReleasingArea.Log(cell, group, ReleasingArea.Month.AddDays(9), 40);
        await ReleasingArea.Release(cell);
        var later = await http.Get("figures");
        Assert.Equal((answer.Text, answer.ETag), (later.Text, later.ETag));
        var csvLater = await Csv();
        Assert.Equal((csv.Text, csv.ETag), (csvLater.Text, csvLater.ETag));
    }

    [Fact]
    public async Task Each_form_has_a_tag_of_its_own_and_is_not_sent_twice()
    {
        await ReleasingArea.Fill(cell);
        await ReleasingArea.Release(cell);
        var json = await http.Get("figures");
        var csv = await Csv();
        Assert.Equal("text/csv; charset=utf-8; header=present", $"{csv.Type}");
        Assert.Equal("attachment; filename=\"figures.csv\"", $"{csv.ContentHeaders.ContentDisposition}");
        Assert.Equal("Accept", string.Join(", ", csv.Headers.Vary));
        Assert.NotNull(json.ETag);
        Assert.NotNull(csv.ETag);
        Assert.NotEqual(json.ETag, csv.ETag);
        Assert.Equal(304, (await Csv(("If-None-Match", csv.ETag!))).Status);
        Assert.Equal(200, (await Csv(("If-None-Match", json.ETag!))).Status);
        var known = await http.Send(HttpMethod.Get, "figures", headers: [("If-None-Match", json.ETag!)]);
        Assert.Equal(304, known.Status);
    }

    [Theory]
    [InlineData("figures?format=xml", "format")]
    [InlineData("figures?group=01994b1e-7c00-7000-8000-000000000001", "group")]
    [InlineData("figures?for=women", "for")]
    public async Task Nobody_can_ask_for_another_table(string address, string field)
    {
        var answer = await http.Get(address);
        Assert.Equal((400, field), (answer.Status, answer.Field));
    }

    private Task<Answer> Csv(params (string, string)[] headers) =>
        http.Send(HttpMethod.Get, "figures?format=csv", headers: headers);
}
