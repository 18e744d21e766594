using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Growth;

/// <summary>The area's figures over HTTP, for its coordinators.</summary>
internal sealed class GrowthEndpoint : IEndpoints
{
    private const int UsualPeriods = 12, MaxPeriods = 60, DaysInWeek = 7, MonthsInYear = 12;

    private static readonly string[] Names = ["by", "from", "to", "group", "kind", "format"];

    // A year earlier is still a day of the calendar, and so is the period after the last.
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2999, 12, 31);

    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/growth", Get)
            .ForCoordinators()
            .WithTags("Area")
            .WithSummary("Gets the area's figures for each month or week, beside those of a year earlier")
            .AlsoAsCsv("A row for each period, after a header with the names of the columns.");
    }

    private static async Task<Results<Ok<GrowthDetails>, ContentHttpResult, ProblemHttpResult>> Get(
        HttpRequest request, Home home, CurrentCaller caller, TimeProvider clock,
        [Description("month or week. The default is month.")] string? by = null,
        [Description("A day in the first period. The default is 12 periods.")] string? from = null,
        [Description("A day in the last period. The default is 12 periods, or today.")] string? to = null,
        [Description("The ID of a group. The default is the whole area.")] string? group = null,
        [Description("inPerson, online or hybrid; not together with group.")] string? kind = null,
        [Description("json or csv. The default is what the Accept header prefers, or json.")] string? format = null)
    {
        var parameters = new Parameters(request.Query);
        parameters.Check(Names);
        var query = Read(parameters, London.DayOf(clock.GetUtcNow()));
        var asCsv = request.WantsCsv(parameters);
        var growth = await home.Growth.GetGrowth(query, caller.Caller);
        if (growth.Refused(out var refusal, out var figures)) return refusal.ToProblem();
        if (!asCsv) return TypedResults.Ok(figures);
        request.HttpContext.Response.SaveAs("growth.csv");
        return TypedResults.Text(GrowthCsv.Of(figures), Csv.MediaType);
    }

    private static GrowthQuery Read(Parameters parameters, DateOnly today)
    {
        var by = parameters.Enum<GrowthBy>("by") ?? GrowthBy.Month;
        var from = parameters.Value("from", DayDetail, FindDay);
        var to = parameters.Value("to", DayDetail, FindDay);
        var group = parameters.Value("group", "The ID of a group, a UUID.", FindGroup);
        var kind = parameters.Enum<MeetingFormat>("kind");
        if (group is not null && kind is not null) throw Parameters.Invalid("kind", "Leave out kind or group.");
        var last = to ?? (from is { } start ? Within(Move(start, by, UsualPeriods - 1)) : today);
        var first = from ?? Within(Move(last, by, 1 - UsualPeriods));
        if (last < first || PlaceOf(last, by) - PlaceOf(first, by) >= MaxPeriods)
            throw Parameters.Invalid("to", $"Use a day from the first period on, up to {MaxPeriods} periods in all.");
        return new(by, first, last, group, kind);
    }

    private static string DayDetail => $"A day such as 2026-11-17, from {Earliest.Year} to {Latest.Year}.";

    private static DateOnly? FindDay(string text) =>
        Day.TryParse(text, out var day) && Within(day.Value) == day.Value ? day.Value : null;

    private static GroupId? FindGroup(string text) => Ids.TryParse(text, out GroupId id) ? id : null;

    private static DateOnly Move(DateOnly day, GrowthBy by, int periods) =>
        by == GrowthBy.Month ? day.AddMonths(periods) : day.AddDays(periods * DaysInWeek);

    // The calendar begins on a Monday.
    private static int PlaceOf(DateOnly day, GrowthBy by) =>
        by == GrowthBy.Month ? day.Year * MonthsInYear + day.Month : day.DayNumber / DaysInWeek;

    private static DateOnly Within(DateOnly day)
    {
        if (day < Earliest) return Earliest;
        return day > Latest ? Latest : day;
    }
}
