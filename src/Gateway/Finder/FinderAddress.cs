using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Finder;

/// <summary>
/// A search as the address of a page: the parameters of the API, each of them once, so that it can be passed on. A form
/// repeats them and leaves them empty. What the API does not know is left out, because some sites add parameters of
/// their own to what is shared on them.
/// </summary>
public sealed partial class FinderAddress
{
    private readonly IReadOnlyDictionary<string, string> values;

    private FinderAddress(IReadOnlyDictionary<string, string> values) => this.values = values;

    /// <summary>Whether it was given a whole postcode, which says more about a person than a search needs.</summary>
    public bool HadWholePostcode { get; private init; }

    /// <summary>The parameters, in the order in which the API lists them.</summary>
    public IEnumerable<(string Name, string Value)> Parameters =>
        QueryDocumentation.Names.Where(values.ContainsKey).Select(name => (name, values[name]));

    /// <summary>Whether it says where to measure distances from.</summary>
    public bool HasPlace => values.ContainsKey("outcode") || values.ContainsKey("near");

    /// <summary>Whether it asks for anything but a page of groups.</summary>
    public bool IsSearch => values.Keys.Any(name => name is not ("cursor" or "limit" or "sort"));

    /// <summary>The value of a parameter, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The search that a form or a link asks for.</summary>
    public static FinderAddress Of(IQueryCollection given)
    {
        var values = QueryDocumentation.Names
            .Select(name => (Name: name, Value: Joined(name, given[name])))
            .Where(one => one.Value.Length > 0)
            .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        DropWhatIsAlone(values, isCleared: given.ContainsKey("outcode") && !values.ContainsKey("outcode"));
        if (!values.TryGetValue("outcode", out var written)) return new(values);
        // Who types a postcode no longer searches near the place that a link led to.
        values.Remove("near");
        var outcode = OutcodeOf(written, out var isWhole);
        values["outcode"] = outcode;
        return new(values) { HadWholePostcode = isWhole };
    }

    /// <summary>The values of a parameter that takes several.</summary>
    public IReadOnlyList<string> Items(string name) => this[name]?.Split(',') ?? [];

    /// <summary>The same search with another value of one parameter, from its first page.</summary>
    public FinderAddress With(string name, string value)
    {
        return new(new Dictionary<string, string>(Without(name).values, StringComparer.Ordinal) { [name] = value });
    }

    /// <summary>The same search without some parameters and those that need them, from its first page.</summary>
    public FinderAddress Without(params IEnumerable<string> names)
    {
        string[] dropped = [.. names, "cursor"];
        if (dropped.Contains("need")) dropped = [.. dropped, "needMatch"];
        if (dropped.Contains("topic")) dropped = [.. dropped, "topicMatch"];
        if (dropped.Contains("outcode") || dropped.Contains("near")) dropped = [.. dropped, "withinKm", "sort"];
        if (dropped.Contains("text") && this["sort"] == "relevance") dropped = [.. dropped, "sort"];
        return new(values.Where(one => !dropped.Contains(one.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The next page of the same search.</summary>
    public FinderAddress Next(string cursor) => With("cursor", cursor);

    /// <summary>The parameters, as the API reads them.</summary>
    public IQueryCollection ToQuery() =>
        new QueryCollection(values.ToDictionary(one => one.Key, one => new StringValues(one.Value)));

    /// <summary>The address of the map of the same search.</summary>
    public string ToMap() => Without("sort", "limit").Under("/groups/map");

    /// <summary>The address.</summary>
    public override string ToString() => Under("/groups");

    private string Under(string path)
    {
        var query = string.Join('&', Parameters.Select(one => $"{one.Name}={Escaped(one.Value)}"));
        return query.Length > 0 ? $"{path}?{query}" : path;
    }

    // The form keeps what a link asks for, and somebody may clear the field that it needs.
    private static void DropWhatIsAlone(Dictionary<string, string> values, bool isCleared)
    {
        if (!values.ContainsKey("need")) values.Remove("needMatch");
        if (!values.ContainsKey("topic")) values.Remove("topicMatch");
        var sort = values.GetValueOrDefault("sort");
        if (sort == "relevance" && !values.ContainsKey("text")) values.Remove("sort");
        if (sort == "distance" && isCleared && !values.ContainsKey("near")) values.Remove("sort");
    }

    private static string Joined(string name, StringValues given)
    {
        var separator = name == "text" ? ' ' : ',';
        return string.Join(separator, given.Select(value => value?.Trim()).Where(value => value is { Length: > 0 }));
    }

    internal static string OutcodeOf(string written, out bool isWhole)
    {
        var letters = string.Concat(written.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        var whole = WholePostcode().Match(letters);
        isWhole = whole.Success;
        return isWhole ? whole.Groups[1].Value : letters;
    }

    // Commas may be in a query, and people read it more easily with them.
    internal static string Escaped(string value) =>
        Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);

    [GeneratedRegex(@"\A([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}\z")]
    private static partial Regex WholePostcode();
}
