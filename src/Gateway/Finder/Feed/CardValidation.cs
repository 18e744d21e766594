using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>Decides which cards are indexed. A neighbour may send anything; a card that no group could have is
/// skipped.</summary>
internal static partial class CardValidation
{
    private const int MaxOneOffs = 400, MaxPauses = 100, MaxWords = 10, MaxPatterns = 12, MaxExceptions = 100;
    private const int MaxName = 120, MaxText = 4000, MaxAddress = 250, MaxTown = 80, MaxRule = 200, MinYear = 2000;

    /// <summary>The first invalid field, or null. Recurrence rules are checked later, when they are worked
    /// out.</summary>
    public static string? FindFault(AreaId area, CardChange change)
    {
        if (change.Data is not { } card) return "data";
        if (card.Area != area) return "area";
        if (card.Id != change.Id || card.Id.Value == Guid.Empty) return "id";
        if (string.IsNullOrWhiteSpace(card.Name) || !IsLine(card.Name, MaxName)) return "name";
        if (card.About?.Length > MaxText) return "about";
        if (card.FirstTime?.Length > MaxText) return "firstTime";
        if (!AreWords(card.For)) return "for";
        if (!AreWords(card.Topics)) return "topics";
        if (!AreWords(card.Languages)) return "languages";
        if (!AreNeeds(card.Needs)) return "needs";
        if (!Enum.IsDefined(card.Format)) return "format";
        if (!Enum.IsDefined(card.Joining)) return "joining";
        if (card.Place is { } place && !IsPlace(place)) return "place";
        if (!AreOneOffs(card.OneOffs)) return "oneOffs";
        if (!ArePauses(card.Pauses)) return "pauses";
        return card.Schedule is { } schedule && !IsSchedule(schedule) ? "schedule" : null;
    }

    private static bool IsLine(string text, int max) => text.Length <= max && !text.Any(char.IsControl);

    private static bool AreWords(ImmutableArray<string> words)
    {
        return words is { IsDefault: false, Length: <= MaxWords }
        && words.All(word => word is not null && WordForm().IsMatch(word))
        && words.Distinct().Count() == words.Length;
    }

    private static bool AreNeeds(ImmutableArray<AccessNeed> needs) =>
        !needs.IsDefault && needs.Length <= Enum.GetValues<AccessNeed>().Length && needs.All(Enum.IsDefined);

    private static bool IsPlace(Place place)
    {
        return IsLine(place.Name ?? "", MaxName)
        && IsLine(place.Address ?? "", MaxAddress)
        && IsLine(place.Town ?? "", MaxTown)
        && (place.Outcode is null || OutcodeForm().IsMatch(place.Outcode))
        && Enum.IsDefined(place.Privacy)
        && place.Latitude is null == place.Longitude is null
        && (place.Latitude is null || new GeoPoint(place.Latitude.Value, place.Longitude!.Value).IsOnEarth);
    }

    private static bool AreOneOffs(ImmutableArray<OneOff> oneOffs)
    {
        return oneOffs is { IsDefault: false, Length: <= MaxOneOffs }
        && oneOffs.All(one => one is not null && IsMinute(one.StartsAt));
    }

    private static bool ArePauses(ImmutableArray<Pause> pauses) =>
        pauses is { IsDefault: false, Length: <= MaxPauses } && pauses.All(pause => pause is not null);

    // The limits of ScheduleRules, before any of it is written out to be compared.
    private static bool IsSchedule(Schedule schedule)
    {
        return schedule.Patterns is { IsDefault: false, Length: >= 1 and <= MaxPatterns }
        && schedule.Except is { IsDefault: false, Length: <= MaxExceptions }
        && schedule.Patterns.All(one => one is { Rule.Length: > 0 and <= MaxRule } && IsMinute(one.StartsAt))
        && schedule.Patterns[0].From.Year >= MinYear
        && schedule.Patterns.Zip(schedule.Patterns.Skip(1)).All(pair => pair.First.From < pair.Second.From);
    }

    private static bool IsMinute(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{1,29}\z")]
    private static partial Regex WordForm();

    [GeneratedRegex(@"\A[A-Z]{1,2}[0-9][0-9A-Z]?\z")]
    private static partial Regex OutcodeForm();
}
