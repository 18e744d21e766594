using Microsoft.Extensions.Primitives;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>
/// A search for offers as the address of a page: the parameters of the API, each of them once, so that it can be passed
/// on. A form repeats them and leaves them empty, and what the API does not know is left out.
/// </summary>
public sealed class OfferAddress
{
    private readonly IReadOnlyDictionary<string, string> values;

    private OfferAddress(IReadOnlyDictionary<string, string> values) => this.values = values;

    /// <summary>Whether it was given a whole postcode, which says more about a person than a search needs.</summary>
    public bool HadWholePostcode { get; private init; }

    /// <summary>What is asked for, in the order in which the API lists it.</summary>
    public IEnumerable<string> Filters =>
        OfferQueryParser.Names.Where(name => name is not ("cursor" or "limit") && values.ContainsKey(name));

    /// <summary>Whether it asks for anything but a page of offers.</summary>
    public bool IsSearch => Filters.Any();

    /// <summary>The value of a parameter, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The search that a form or a link asks for.</summary>
    public static OfferAddress Of(IQueryCollection given)
    {
        var values = OfferQueryParser.Names
            .Select(name => (Name: name, Value: Joined(given[name])))
            .Where(one => one.Value.Length > 0)
            .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        if (!values.TryGetValue("outcode", out var written)) return new(values);
        values["outcode"] = FinderAddress.OutcodeOf(written, out var isWhole);
        return new(values) { HadWholePostcode = isWhole };
    }

    /// <summary>The values of a parameter that takes several.</summary>
    public IReadOnlyList<string> Items(string name) => this[name]?.Split(',') ?? [];

    /// <summary>The same search with another value of one parameter.</summary>
    public OfferAddress With(string name, string value) =>
        new(new Dictionary<string, string>(values, StringComparer.Ordinal) { [name] = value });

    /// <summary>The same search without a parameter, from its first page.</summary>
    public OfferAddress Without(string name)
    {
        return new(values.Where(one => one.Key != name && one.Key != "cursor").ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The parameters, as the API reads them.</summary>
    public IQueryCollection ToQuery() =>
        new QueryCollection(values.ToDictionary(one => one.Key, one => new StringValues(one.Value)));

    /// <summary>The address.</summary>
    public override string ToString()
    {
        var query = string.Join('&', OfferQueryParser.Names.Where(values.ContainsKey)
            .Select(name => $"{name}={FinderAddress.Escaped(values[name])}"));
        return query.Length > 0 ? $"/offers?{query}" : "/offers";
    }

    private static string Joined(StringValues given) =>
        string.Join(',', given.Select(value => value?.Trim()).Where(value => value is { Length: > 0 }));
}
