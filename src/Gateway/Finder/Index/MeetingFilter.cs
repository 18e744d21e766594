namespace PeerNet.Gateway.Finder.Index;

/// <summary>What one and the same meeting must fit.</summary>
/// <param name="Weekdays">Any of these, as bits from Monday; 0 for any.</param>
/// <param name="Parts">Any of these parts of the day, as bits; 0 for any.</param>
/// <param name="NotBefore">The earliest minute of the day it starts at.</param>
/// <param name="Before">The minute of the day it starts before.</param>
/// <param name="WithinDays">How many days from today at most, and not over yet.</param>
internal readonly record struct MeetingFilter(int Weekdays, int Parts, int? NotBefore, int? Before, int? WithinDays)
{
    public bool IsEmpty => this == default;

    public bool FitsWeekday(int weekday) => Weekdays == 0 || (Weekdays >> weekday & 1) != 0;

    public bool FitsPart(DayPart part) => Parts == 0 || (Parts >> (int)part & 1) != 0;

    public bool FitsMinute(int minute) =>
        minute >= (NotBefore ?? 0) && minute < (Before ?? LocalMinute.PerDay) && FitsPart(DayParts.Of(minute));
}
