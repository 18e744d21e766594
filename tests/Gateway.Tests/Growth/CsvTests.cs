using System.Globalization;
using Microsoft.AspNetCore.Http;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Figures as CSV, when it is sent and how it is written.</summary>
public sealed class CsvTests(RunningArea area)
{
    [Theory]
    [InlineData("text/csv", "")]
    [InlineData("application/json;q=0.5, text/csv", "")]
    [InlineData("text/csv; header=present, */*", "")]
    [InlineData("application/json", "&format=csv")]
    [InlineData("text/html, */*;q=0.8", "&format=csv")]
    public async Task Figures_come_as_a_table_with_a_header_to_whoever_wants_CSV(string accept, string format)
    {
        var coordinator = await area.APerson("coordinator");
        var answer = await area.Http.Send(
            HttpMethod.Get, $"growth?from=2026-01-31&to=2026-03-01{format}", coordinator,
            headers: [("Accept", accept)]);
        answer.IsText();
        Assert.Equal("text/csv; charset=utf-8; header=present", $"{answer.Type}");
        Assert.Equal("attachment; filename=\"growth.csv\"", $"{answer.ContentHeaders.ContentDisposition}");
        Assert.Equal("Accept", string.Join(", ", answer.Headers.Vary));
        var lines = answer.Text.Split("\r\n");
        Assert.Equal(5, lines.Length);
        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.Equal(["2026-01-01", "2026-02-01", "2026-03-01"], lines[1..^1].Select(line => line.Split(',')[0]));
        Assert.All(lines[1..^1], line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
    }

    [Theory]
    [InlineData("*/*", "")]
    [InlineData("application/json, text/csv", "")]
    [InlineData("text/csv;q=0.9, application/*", "")]
    [InlineData("text/csv;q=0, */*", "")]
    [InlineData("text/csv; charset=iso-8859-1", "")]
    [InlineData("image/png", "")]
    [InlineData("no type at all", "")]
    [InlineData("text/csv", "&format=json")]
    public async Task Everyone_else_gets_JSON(string accept, string format)
    {
        var coordinator = await area.APerson("coordinator");
        var answer = await area.Http.Send(
            HttpMethod.Get, $"growth?by=month{format}", coordinator, headers: [("Accept", accept)]);
        answer.Is(200);
        Assert.Equal("application/json", answer.Type?.MediaType);
        Assert.Null(answer.ContentHeaders.ContentDisposition);
        Assert.Equal("Accept", string.Join(", ", answer.Headers.Vary));
    }

    [Fact]
    public async Task A_table_says_what_JSON_says()
    {
        var scene = await Scene.Make(area);
        await scene.ALoggedMeeting();
        var today = $"{RunningArea.Today:yyyy-MM-dd}";
        var address = $"growth?from={today}&to={today}&group={scene.Group}";
        await RunningArea.Until(async () =>
            (await Table($"{address}&format=csv", scene))["figures.meetings.held"] == "1");
        var json = (await area.Http.Get(address, scene.Coordinator)).Is(200);
        var row = await Table($"{address}&format=csv", scene);
        var item = Assert.Single(json.GetProperty("items").EnumerateArray());
        foreach (var (column, cell) in row)
        {
            var at = column is "countedOn" or "notCounted" ? json : item;
            var value = column.Split('.').Aggregate(at, (part, name) => part.GetProperty(name));
            if (column != "notCounted") Assert.Equal($"{value}", cell);
        }
        Assert.Equal("2", row["figures.people.unnamed"]);
        Assert.Equal("0", row["yearBefore.people.unnamed"]);
        Assert.True(int.TryParse(row["notCounted"], NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task A_refusal_is_problem_details_whatever_was_asked_for()
    {
        var coordinator = await area.APerson("coordinator");
        (await area.Http.Send(
            HttpMethod.Get, "growth?by=year", coordinator, headers: [("Accept", "text/csv")]))
            .Refuses(400, "request.parameter", "by");
        (await area.Http.Get("growth?format=csv", await area.APerson())).Refuses(403, "access.coordinators-only");
        (await area.Http.Get("growth?format=CSV", coordinator)).Refuses(400, "request.parameter", "format");
        (await area.Http.Get("growth?format=xml", coordinator)).Refuses(400, "request.parameter", "format");
        (await area.Http.Get($"growth?group={Guid.CreateVersion7()}&format=csv", coordinator))
            .Refuses(404, "group.not-found");
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\rlines", "\"two\rlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=1,\"2\"", "\"'=1,\"\"2\"\"\"")]
    [InlineData("1-2=@", "1-2=@")]
    public void A_cell_is_quoted_where_it_must_be_and_is_never_a_formula(string value, string cell)
    {
        var text = Csv.Write([value], [new Dictionary<string, string> { [value] = value }]);
        Assert.Equal($"{cell}\r\n{cell}\r\n", text);
    }

    [Fact]
    public void A_row_without_a_column_has_an_empty_cell()
    {
        var rows = new[] { new Dictionary<string, string> { ["a"] = "1" }, new() { ["b"] = "2" } };
        Assert.Equal("a,b\r\n1,\r\n,2\r\n", Csv.Write(["a", "b"], rows));
    }

    [Theory]
    [InlineData("", "a/b")]
    [InlineData("a/c, a/b", "a/c")]
    [InlineData("a/*, a/c", "a/c")]
    [InlineData("a/*;q=0.5, a/c;q=0.4", "a/b")]
    [InlineData("*/*, a/b;q=0", "a/c")]
    [InlineData("a/c;q=0", "a/b")]
    [InlineData("x/y", "a/b")]
    [InlineData("a/c;level=1, a/b;q=0.1", "a/b")]
    public void The_type_is_the_one_that_is_preferred(string accept, string chosen)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;
        Assert.Equal(chosen, AcceptHeader.Choose(request, "a/b", "a/c"));
    }

    private async Task<Dictionary<string, string>> Table(string address, Scene scene)
    {
        var answer = await area.Http.Get(address, scene.Coordinator);
        answer.IsText();
        var lines = answer.Text.Split("\r\n");
        Assert.Equal(3, lines.Length);
        return lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
