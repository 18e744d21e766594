using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>Decides which cards are indexed. A neighbour may send anything; a card that no group could have is
/// skipped.</summary>
internal static class CardValidation
{
    private const int MaxOneOffs = 400;

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
        if (ScheduleRules.Check(card.Pauses) is not null) return "pauses";
        return card.Schedule is { } schedule && ScheduleRules.FindSizeFault(schedule) is not null ? "schedule" : null;
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
        && oneOffs.All(one => one is { Minutes: null or >= MeetingFields.MinMinutes and <= MeetingFields.MaxMinutes }
            && IsMinute(one.StartsAt));
    }

    private static bool IsMinute(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0;
}
