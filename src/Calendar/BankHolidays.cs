using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Calendar;

/// <summary>
/// Bank holidays in England and Wales, from <c>bank-holidays.json</c>, which names its source and years. GOV.UK
/// publishes them about two years ahead, and some are only proclaimed then. A day after the last year counts as no bank
/// holiday until the file has it.
/// </summary>
internal static class BankHolidays
{
    private static readonly FrozenSet<DateOnly> Days = Read();

    /// <summary>Whether that day is a bank holiday.</summary>
    public static bool Include(DateOnly day) => Days.Contains(day);

    private static FrozenSet<DateOnly> Read()
    {
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.json")!;
        return JsonSerializer.Deserialize<Published>(file, PeerNetJson.Options)!.Dates.ToFrozenSet();
    }

    private sealed record Published(ImmutableArray<DateOnly> Dates);
}
