using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>Which cards of an area are taken in. A neighbour's may say anything: what no group could say of itself is left out.</summary>
internal static partial class CardRules
{
    private const int MostOneOffs = 400, MostPauses = 100;

    /// <summary>The field that cannot be, or null. Whether its rules are rules is seen when they are worked out.</summary>
    public static string? Fault(AreaId area, CardChange change) => change.Data is not { } card ? "data" : Fault(area, change.Id, card);

    private static string? Fault(AreaId area, GroupId id, Card card) =>
        card.Area != area ? "area"
        : card.Id != id || id.Value == Guid.Empty ? "id"
        : string.IsNullOrWhiteSpace(card.Name) || !Line(card.Name, 120) ? "name"
        : card.About?.Length > 4000 ? "about"
        : card.FirstTime?.Length > 4000 ? "firstTime"
        : !Words(card.For) ? "for"
        : !Words(card.Topics) ? "topics"
        : !Words(card.Languages) ? "languages"
        : card.Needs.IsDefault || card.Needs.Length > Enum.GetValues<AccessNeed>().Length || !card.Needs.All(Enum.IsDefined) ? "needs"
        : !Enum.IsDefined(card.Format) ? "format"
        : !Enum.IsDefined(card.Joining) ? "joining"
        : card.Place is { } place && !Good(place) ? "place"
        : card.OneOffs is not { IsDefault: false, Length: <= MostOneOffs } || !card.OneOffs.All(one => one is not null && IsMinute(one.StartsAt)) ? "oneOffs"
        : card.Pauses is not { IsDefault: false, Length: <= MostPauses } || card.Pauses.Any(pause => pause is null) ? "pauses"
        : card.Schedule is { } schedule && !Short(schedule) ? "schedule"
        : null;

    private static bool Line(string text, int most) => text.Length <= most && !text.Any(char.IsControl);

    private static bool Words(ImmutableArray<string> words) =>
        words is { IsDefault: false, Length: <= 10 } && words.All(word => word is not null && Word().IsMatch(word)) && words.Distinct().Count() == words.Length;

    private static bool Good(Place place) =>
        Line(place.Name ?? "", 120) && Line(place.Address ?? "", 250) && Line(place.Town ?? "", 80)
        && (place.Outcode is null || Outcode().IsMatch(place.Outcode))
        && Enum.IsDefined(place.Privacy)
        && place.Latitude is null == place.Longitude is null
        && (place.Latitude is null || new Point(place.Latitude.Value, place.Longitude!.Value).OnEarth);

    // What ScheduleRules counts, before anything of it is written out to be compared.
    private static bool Short(Schedule schedule) =>
        schedule.Patterns is { IsDefault: false, Length: >= 1 and <= 12 } && schedule.Except is { IsDefault: false, Length: <= 100 }
        && schedule.Patterns.All(pattern => pattern is { Rule: { Length: > 0 and <= 200 } } && IsMinute(pattern.StartsAt))
        && schedule.Patterns[0].From.Year >= 2000 && schedule.Patterns.Zip(schedule.Patterns.Skip(1)).All(pair => pair.First.From < pair.Second.From);

    private static bool IsMinute(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{1,29}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[A-Z]{1,2}[0-9][0-9A-Z]?\z")]
    private static partial Regex Outcode();
}
