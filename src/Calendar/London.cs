using NodaTime;

namespace PeerNet.Calendar;

/// <summary>Local time in Sussex: which instant a local date and time is, and which local day an instant is
/// on.</summary>
internal static class London
{
    // The rules come with NodaTime, so that every machine in the network changes its clocks on the same night.
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The instant, with London's offset at the time: null when the clocks skip that time, the earlier one
    /// when they show it twice.</summary>
    public static DateTimeOffset? At(DateOnly day, TimeOnly time) =>
        Map(day, time) is { Count: > 0 } found ? found.First().ToDateTimeOffset() : null;

    /// <summary>Whether the clocks show that time on that day.</summary>
    public static bool Exists(DateOnly day, TimeOnly time) => Map(day, time).Count > 0;

    /// <summary>The first instant of a day in London.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();

    /// <summary>The day in London at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(Zone).Date.ToDateOnly();

    /// <summary>The time that clocks in London show at an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset now) =>
        Instant.FromDateTimeOffset(now).InZone(Zone).TimeOfDay.ToTimeOnly();

    private static NodaTime.TimeZones.ZoneLocalMapping Map(DateOnly day, TimeOnly time) =>
        Zone.MapLocal(LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(time));
}
