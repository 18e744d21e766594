using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Growth;

/// <summary>Reads what figures are asked for, and in which form.</summary>
internal sealed class GrowthParameters
{
    private const int UsualPeriods = 12, MaxPeriods = 60;

    private static readonly string[] Names = ["by", "from", "to", "group", "kind", "format"];

    // A year earlier is still a day of the calendar, and so is the period after the last.
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2999, 12, 31);

    private readonly Parameters parameters;

    public GrowthParameters(IQueryCollection given)
    {
        parameters = new(given);
        parameters.Check(Names);
    }

    public GrowthParameters(HttpRequest request) : this(request.Query)
    {
        Format = request.FormOf(
            parameters, (FigureForms.Json, GrowthFormat.Json), (Csv.MediaType, GrowthFormat.Csv),
            (EventStream.MediaType, GrowthFormat.Events));
    }

    /// <summary>The form that the request names or prefers.</summary>
    public GrowthFormat Format { get; }

    /// <summary>What is asked for, on a day.</summary>
    public GrowthQuery QueryOn(DateOnly today)
    {
        var by = parameters.Enum<GrowthBy>("by") ?? GrowthBy.Month;
        var from = parameters.Value("from", DayDetail, FindDay);
        var to = parameters.Value("to", DayDetail, FindDay);
        var group = parameters.Value("group", "The ID of a group, a UUID.", FindGroup);
        var kind = parameters.Enum<MeetingFormat>("kind");
        if (group is not null && kind is not null) throw Parameters.Invalid("kind", "Leave out kind or group.");
        var last = to ?? (from is { } start ? Within(Periods.Move(start, by, UsualPeriods - 1)) : today);
        var first = from ?? Within(Periods.Move(last, by, 1 - UsualPeriods));
        if (last < first || Periods.Between(first, last, by).Skip(MaxPeriods).Any())
            throw Parameters.Invalid("to", $"Use a day from the first period on, up to {MaxPeriods} periods in all.");
        return new(by, first, last, group, kind);
    }

    private static string DayDetail => $"A day such as 2026-11-17, from {Earliest.Year} to {Latest.Year}.";

    private static DateOnly? FindDay(string text) =>
        Day.TryParse(text, out var day) && Within(day.Value) == day.Value ? day.Value : null;

    private static GroupId? FindGroup(string text) => Ids.TryParse(text, out GroupId id) ? id : null;

    private static DateOnly Within(DateOnly day)
    {
        if (day < Earliest) return Earliest;
        return day > Latest ? Latest : day;
    }
}

/// <summary>The forms in which figures can be had.</summary>
internal enum GrowthFormat
{
    Json,
    Csv,
    Events,
}
