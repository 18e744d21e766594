using System.Globalization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>How single values are written; each is null when the text is not one.</summary>
internal sealed partial class QueryParser
{
    private static int Bits(IEnumerable<int> numbers) => numbers.Aggregate(0, (bits, number) => bits | 1 << number);

    private static AreaId? FindArea(IReadOnlySet<AreaId> areas, string word) =>
        AreaId.TryParse(word, out var area) && areas.Contains(area) ? area : null;

    private static bool? FindTopicMatch(string text) => text switch { "any" => false, "all" => true, _ => null };

    private static GroupStatus? FindStatus(string text) => text switch
    {
        "active" => GroupStatus.Active,
        "paused" => GroupStatus.Paused,
        _ => null,
    };

    private static double? FindKm(string text)
    {
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var km);
        return isNumber && km is > 0 and <= MaxKm ? km : null;
    }

    private static int? FindMinute(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (!TimeOnly.TryParseExact(text, "HH:mm", culture, DateTimeStyles.None, out var time)) return null;
        return time.Hour * 60 + time.Minute;
    }

    private static GeoPoint? FindOutcode(string text) => Outcodes.Find(text);

    private static GeoPoint? FindPoint(string text)
    {
        if (text.Split(',') is not [var north, var east]) return null;
        if (FindDegrees(north) is not { } latitude || FindDegrees(east) is not { } longitude) return null;
        return new GeoPoint(latitude, longitude) is { IsOnEarth: true } point ? point : null;
    }

    private static double? FindDegrees(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
    }
}
