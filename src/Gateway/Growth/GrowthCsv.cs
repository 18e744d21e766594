using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Growth;

/// <summary>Figures as CSV: a row for each period, and a column for each field that it has as JSON.</summary>
internal static class GrowthCsv
{
    private const string Area = "area";

    /// <summary>The table, with how far figures are counted in every row.</summary>
    public static string Of(GrowthDetails growth)
    {
        var counted = Fields(JsonSerializer.SerializeToElement(growth with { Items = [] }, PeerNetJson.Options), "")
            .Where(field => field.Key is "countedOn" or "notCounted").ToList();
        var rows = growth.Items
            .Select(item => Fields(JsonSerializer.SerializeToElement(item, PeerNetJson.Options), "").Concat(counted))
            .Select(fields => fields.ToDictionary())
            .ToList();
        return Csv.Write([.. rows.SelectMany(row => row.Keys).Distinct()], rows);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(JsonElement value, string path)
    {
        var within = path.Length == 0 ? "" : $"{path}.";
        // What is listed is listed by neighbour.
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(one => Fields(one, $"{within}{one.GetProperty(Area)}")
                .Where(field => !field.Key.EndsWith($".{Area}", StringComparison.Ordinal)));
        if (value.ValueKind != JsonValueKind.Object) return [KeyValuePair.Create(path, value.ToString())];
        return value.EnumerateObject().SelectMany(field => Fields(field.Value, $"{within}{field.Name}"));
    }
}
