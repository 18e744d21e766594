using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Reads the parameters of a URL. A value that cannot be read is refused, naming the parameter.</summary>
internal sealed class Parameters(IQueryCollection given)
{
    private const int MaxItems = 100, MaxShownName = 40;

    /// <summary>The refusal of one parameter.</summary>
    public static RefusedRequestException Invalid(string name, string detail) =>
        new(RequestRefusals.Parameter(name, detail));

    /// <summary>Refuses a parameter that is unknown, repeated or empty.</summary>
    public void Check(IReadOnlyList<string> known)
    {
        foreach (var (name, values) in given)
        {
            var shown = name.Length > MaxShownName ? name[..MaxShownName] : name;
            if (!known.Contains(name)) throw Invalid(shown, new KnownQuery(known).Detail);
            if (values.Count != 1) throw Invalid(name, "Give it once, with commas between several values.");
            if (string.IsNullOrWhiteSpace(values[0])) throw Invalid(name, "It is empty. Leave it out instead.");
        }
    }

    public string? Text(string name) => given.TryGetValue(name, out var values) ? values[0] : null;

    public T? Value<T>(string name, string detail, Func<string, T?> read) where T : struct
    {
        if (Text(name) is not { } text) return null;
        return read(text) ?? throw Invalid(name, detail);
    }

    public bool? Boolean(string name) => Value(name, "true or false.", FindBoolean);

    public int? Number(string name, int max) =>
        Value(name, $"A number from 1 to {max}.", text => FindNumber(text, max));

    public T[] List<T>(string name, Func<string, T?> read, string detail) where T : struct =>
        [.. Items(name).Select(item => read(item) ?? throw Invalid(name, detail)).Distinct()];

    public string[] Words(string name, Func<string, bool> isWord, string detail) =>
        [.. Items(name).Select(item => isWord(item) ? TermExtractor.Normalise(item) : throw Invalid(name, detail))];

    public T? Enum<T>(string name) where T : struct, Enum => Value(name, DetailOf<T>(), Words<T>.Find);

    public T[] Enums<T>(string name) where T : struct, Enum => List(name, Words<T>.Find, DetailOf<T>());

    /// <summary>The number in digits alone, or null if it is another text or out of bounds.</summary>
    public static int? FindNumber(string text, int max, int min = 1)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= min && number <= max ? number : null;
    }

    private static bool? FindBoolean(string text) => text switch { "true" => true, "false" => false, _ => null };

    private string[] Items(string name)
    {
        var items = Text(name)?.Split(',') ?? [];
        return items.Length <= MaxItems ? items : throw Invalid(name, $"Up to {MaxItems} values.");
    }

    private static string DetailOf<T>() where T : struct, Enum => $"Any of {string.Join(", ", Words<T>.All)}.";
}
