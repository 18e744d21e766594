using System.Text.Json;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>The released months that crossed between Gateways, and whether their numbers are safe.</summary>
internal static class CrossedMonths
{
    public const string Path = "/link/v1/figures";

    private const int RoundTo = 5, Least = 10;

    /// <summary>Each month as it was sent.</summary>
    public static IReadOnlyList<(string From, JsonElement Month)> In(Tap tap)
    {
        return
        [
            .. from exchange in tap.Heard
               where exchange.Request.StartsWith($"GET {Path}", StringComparison.Ordinal)
               where exchange.Answer.StartsWith("200", StringComparison.Ordinal)
               from month in JsonElement.Parse(exchange.Answered).GetProperty("items").EnumerateArray()
               select (exchange.To, month),
        ];
    }

    /// <summary>The number of people of an audience; null if it is held back.</summary>
    public static int? PeopleOf(JsonElement month, string audience)
    {
        return Cells(month).Where(cell => cell.GetProperty("for").GetString() == audience)
            .Select(cell => NumberIn(cell, "people"))
            .Single();
    }

    /// <summary>Whether no number of people is exact, or of so few that they can be told apart.</summary>
    public static bool IsSafe(JsonElement month)
    {
        return Cells(month).Select(cell => NumberIn(cell, "people"))
            .Append(NumberIn(month.GetProperty("table"), "sumOfPublished"))
            .All(number => number is null || (number % RoundTo == 0 && number >= Least));
    }

    private static JsonElement.ArrayEnumerator Cells(JsonElement month) =>
        month.GetProperty("table").GetProperty("people").EnumerateArray();

    private static int? NumberIn(JsonElement at, string field) =>
        at.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
