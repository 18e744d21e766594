using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Growth;

/// <summary>
/// Released figures as CSV: a row for each number, with the rule beside it. What is held back says so, and is no zero.
/// </summary>
internal static class ReleasesCsv
{
    private const string HeldBack = "held back";

    private static readonly string[] Columns =
    [
        "area", "startsOn", "releasedOn", "figure", "for", "number", "ruleVersion", "minPeople", "minGroups",
        "maxSharePercent", "roundTo", "correctionsNotedOn",
    ];

    /// <summary>Answers with the rows as a file, or 304 if the caller has these releases already.</summary>
    public static Results<Ok<TReleases>, FileContentHttpResult, StatusCodeHttpResult> Answer<TReleases>(
        HttpContext http, TReleases releases, IEnumerable<NeighbourReleases> areas, string file)
        where TReleases : IVersioned
    {
        var body = Encoding.UTF8.GetBytes(Of(areas));
        if (VersionTag.IsKnown(http, releases, body)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        http.Response.SaveAs(file);
        return TypedResults.Bytes(body, Csv.MediaType);
    }

    /// <summary>The rows of every month, oldest first, area by area.</summary>
    private static string Of(IEnumerable<NeighbourReleases> areas)
    {
        var rows = from area in areas
            from month in area.Months
            from one in Numbers(month.Table)
            select Row(area.Area, month, one);
        return Csv.Write(Columns, rows);
    }

    private static IEnumerable<(string Figure, string For, int? Number)> Numbers(ReleasedTable table)
    {
        yield return ("groupsThatMet", "", table.GroupsThatMet);
        yield return ("meetingsHeld", "", table.MeetingsHeld);
        foreach (var cell in table.People) yield return ("people", Words<ReleasedAudience>.Of(cell.For), cell.People);
        yield return ("sumOfPublished", "", table.SumOfPublished);
    }

    private static Dictionary<string, string> Row(
        AreaId area, ReleasedMonth month, (string Figure, string For, int? Number) one)
    {
        var rule = month.Table.Rule;
        return new()
        {
            ["area"] = area.Value,
            ["startsOn"] = Day(month.StartsOn),
            ["releasedOn"] = Day(month.ReleasedOn),
            ["figure"] = one.Figure,
            ["for"] = one.For,
            ["number"] = one.Number is { } number ? Text(number) : HeldBack,
            ["ruleVersion"] = Text(rule.Version),
            ["minPeople"] = Text(rule.MinPeople),
            ["minGroups"] = Text(rule.MinGroups),
            ["maxSharePercent"] = Text(rule.MaxSharePercent),
            ["roundTo"] = Text(rule.RoundTo),
            ["correctionsNotedOn"] = string.Join(' ', month.CorrectionsNotedOn.Select(Day)),
        };
    }

    private static string Day(DateOnly day) => day.ToString("o", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
