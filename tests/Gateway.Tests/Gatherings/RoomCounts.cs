using System.Text.Json;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What a room counts, entered over HTTP, and what comes of it in a few words.</summary>
internal static class RoomCounts
{
    /// <summary>The vote of the worked example, which four tables count.</summary>
    public static AskQuestion OfFour { get; } =
        GatheringAccess.AVote with { Options = ["Together", "With us", "From the start", "As equals"] };

    /// <summary>What the tables of the worked example count: tables for 6, 5, 7 and 6 people.</summary>
    public static EnterTally[] FourTables(this RoomQuestion question) =>
    [
        question.Hands(0, 6, 4, 3, 1, 0), question.Hands(1, 5, 3, 2, 2, 1),
        question.Hands(2, 7, 5, 6, 1, 0) with { TookPart = 6 }, question.Hands(3, 6, 2, 4, 2, 1),
    ];

    /// <summary>The scene's lead enters what those tables have counted, each under the number of its table.</summary>
    public static async Task Count(
        this Scene scene, ApiClient http, RoomQuestion question, params IEnumerable<EnterTally> tables)
    {
        foreach (var hands in tables)
            (await http.Put(question.Entry(question.Tables.IndexOf(hands.TableId)), scene.Lead, hands)).Is(201);
    }

    /// <summary>What came of a question, once the scene's lead has closed it.</summary>
    public static async Task<JsonElement> Close(this Scene scene, ApiClient http, RoomQuestion question)
    {
        (await http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        return (await http.Get($"{question.At}/result", scene.Member)).Is(200);
    }

    /// <summary>The figures in the order in which they are read, such as <c>23: B15 A14</c>.</summary>
    public static string Figures(this JsonElement result)
    {
        var counted = result.Options(option => $"{option.Word("box")}{option.Number("voices")}");
        return $"{result.Number("people")}: {string.Join(' ', counted)}";
    }

    /// <summary>The options in the order in which they are read.</summary>
    public static string Order(this JsonElement result) => string.Join(' ', result.Options(one => one.Word("box")));

    /// <summary>Those that stand.</summary>
    public static string Standing(this JsonElement result)
    {
        return string.Join(' ', result.GetProperty("options").EnumerateArray()
            .Where(option => option.GetProperty("stands").GetBoolean())
            .Select(option => option.Word("box"))
            .Order());
    }

    /// <summary>One thing of each option.</summary>
    public static IEnumerable<T> Options<T>(this JsonElement result, Func<JsonElement, T> each) =>
        result.GetProperty("options").EnumerateArray().Select(each);

    /// <summary>A field that is text.</summary>
    public static string Word(this JsonElement thing, string field) => thing.GetProperty(field).GetString()!;

    /// <summary>A field that is a number.</summary>
    public static int Number(this JsonElement thing, string field) => thing.GetProperty(field).GetInt32();
}
