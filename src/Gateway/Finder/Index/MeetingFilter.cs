using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>What one and the same meeting must fit.</summary>
/// <param name="Weekdays">Any of these, as bits from Monday; 0 for any.</param>
/// <param name="Parts">Any of these parts of the day, as bits; 0 for any.</param>
/// <param name="NotBefore">The earliest minute of the day it starts at.</param>
/// <param name="Before">The minute of the day it starts before.</param>
/// <param name="WithinDays">How many days from today at most, and not over yet.</param>
/// <param name="EndsBefore">The minute of the day it has ended by, on the day it starts.</param>
/// <param name="MinMinutes">The shortest it may be.</param>
/// <param name="MaxMinutes">The longest it may be.</param>
internal readonly record struct MeetingFilter(
    int Weekdays,
    int Parts,
    int? NotBefore,
    int? Before,
    int? WithinDays,
    int? EndsBefore = null,
    int? MinMinutes = null,
    int? MaxMinutes = null)
{
    public bool IsEmpty => this == default;

    /// <summary>Whether the length of a meeting matters.</summary>
    public bool DependsOnLength => (EndsBefore ?? MinMinutes ?? MaxMinutes) is not null;

    public bool FitsWeekday(int weekday) => Weekdays == 0 || (Weekdays >> weekday & 1) != 0;

    public bool FitsPart(PartOfDay part) => Parts == 0 || (Parts >> (int)part & 1) != 0;

    public bool FitsMinute(int minute) =>
        minute >= (NotBefore ?? 0) && minute < (Before ?? LocalMinute.PerDay) && FitsPart(DayParts.Of(minute));

    public bool FitsLength(int length) => length >= (MinMinutes ?? 0) && length <= (MaxMinutes ?? int.MaxValue);

    /// <summary>Whether a meeting of that length fits, whatever its day.</summary>
    public bool Fits(int localMinute, int length)
    {
        var minute = localMinute % LocalMinute.PerDay;
        return FitsWeekday(LocalMinute.WeekdayOf(localMinute / LocalMinute.PerDay)) && FitsLength(length)
            && FitsMinute(minute) && minute < FirstMinuteTooLate(length);
    }

    /// <summary>The first minute of the day at which a meeting of that length starts too late.</summary>
    public int FirstMinuteTooLate(int length) =>
        Math.Min(Before ?? LocalMinute.PerDay, (EndsBefore - length + 1) ?? LocalMinute.PerDay);

    /// <summary>The filter of a meeting that starts from one minute of the day up to another.</summary>
    public MeetingFilter Starting(int from, int before)
    {
        return this with
        {
            NotBefore = from == 0 ? null : from, Before = before == LocalMinute.PerDay ? null : before,
        };
    }
}
