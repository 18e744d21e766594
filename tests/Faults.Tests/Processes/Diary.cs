namespace PeerNet.Faults.Tests.Processes;

/// <summary>Days and starts of meetings.</summary>
internal static class Diary
{
    /// <summary>How many starts a day has.</summary>
    public const int PerDay = 22 * 60;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in London, which in summer is another than UTC's for an hour.</summary>
    public static DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), London).DateTime);

    /// <summary>The start of an evening by its number, because no evening of a group can be logged twice.</summary>
    // After the hour that the clocks skip.
    public static TimeOnly Start(int number) => new TimeOnly(2, 0).AddMinutes(number % PerDay);
}
