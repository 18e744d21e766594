using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>Decides which cards are indexed. A neighbour may send anything; a card that no group could have is
/// skipped.</summary>
internal static class CardValidation
{
    private const int MaxOneOffs = 400, MaxPauses = 100, MaxPatterns = 12, MaxExceptions = 100;
    private const int MaxRule = 200, MinYear = 2000;

    /// <summary>The first invalid field, or null. Recurrence rules are checked later, when they are worked
    /// out.</summary>
    public static string? FindFault(AreaId area, CardChange change)
    {
        if (change.Data is not { } card) return "data";
        if (card.Area != area) return "area";
        if (card.Id != change.Id || card.Id.Value == Guid.Empty) return "id";
        if (card.Name is null || !GroupFields.Name.Allows(card.Name)) return "name";
        if (!GroupFields.About.Allows(card.About)) return "about";
        if (!GroupFields.About.Allows(card.FirstTime)) return "firstTime";
        if (!GroupFields.AreWords(card.For)) return "for";
        if (!GroupFields.AreWords(card.Topics)) return "topics";
        if (!GroupFields.AreWords(card.Languages)) return "languages";
        if (!GroupFields.AreNeeds(card.Needs)) return "needs";
        if (!Enum.IsDefined(card.Format)) return "format";
        if (!Enum.IsDefined(card.Joining)) return "joining";
        if (card.Place is { } place && !IsPlace(place)) return "place";
        if (!AreOneOffs(card.OneOffs)) return "oneOffs";
        if (!ArePauses(card.Pauses)) return "pauses";
        return card.Schedule is { } schedule && !IsSchedule(schedule) ? "schedule" : null;
    }

    private static bool IsPlace(Place place)
    {
        return GroupFields.PlaceName.Allows(place.Name)
        && GroupFields.Address.Allows(place.Address)
        && GroupFields.Town.Allows(place.Town)
        && GroupFields.IsOutcode(place.Outcode)
        && Enum.IsDefined(place.Privacy)
        && GroupFields.IsPoint(place.Latitude, place.Longitude);
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
}
