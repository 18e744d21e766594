using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace PeerNet.Gateway.Growth;

/// <summary>
/// What the page of figures is asked for: the parameters of the API. A form also sends the empty ones, which are left
/// out, like everything that the API does not know.
/// </summary>
public sealed class GrowthAddress
{
    private static readonly string[] Names = ["by", "from", "to", "group", "kind"];

    private readonly IReadOnlyDictionary<string, string> values;

    private GrowthAddress(IReadOnlyDictionary<string, string> values) => this.values = values;

    /// <summary>The value of a parameter, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The same figures as a file for a spreadsheet.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "A path on this site.")]
    public string CsvUrl => $"/api/v1/growth{QueryString.Create([.. ToQuery(), new("format", "csv")])}";

    /// <summary>The same figures as events, whenever they have changed.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "A path on this site.")]
    public string LiveUrl => $"/api/v1/growth{QueryString.Create([.. ToQuery(), new("format", "events")])}";

    /// <summary>What a form or a link asks for.</summary>
    public static GrowthAddress Of(IQueryCollection given)
    {
        return new(Names
            .Select(name => (Name: name, Value: given[name].FirstOrDefault()?.Trim()))
            .Where(one => one.Value is { Length: > 0 })
            .ToDictionary(one => one.Name, one => one.Value!, StringComparer.Ordinal));
    }

    /// <summary>It as a query of the API.</summary>
    public IQueryCollection ToQuery() =>
        new QueryCollection(values.ToDictionary(one => one.Key, one => new StringValues(one.Value)));
}
