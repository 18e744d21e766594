using System.Text.Json;
using System.Text.RegularExpressions;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Problems;

/// <summary>Lists what an object may have when a request has a field that it may not.</summary>
internal static partial class UnknownFields
{
    /// <summary>The fields to choose from, as the detail of a refusal; null if it was something else.</summary>
    public static string? Detail(JsonException exception, JsonSerializerOptions options)
    {
        // Only the message names the type, after whatever the request called the field.
        if (Unmapped().Match(exception.Message) is not { Success: true } named) return null;
        if (typeof(PeerNetJson).Assembly.GetType(named.Groups[1].Value) is not { } type) return null;
        // What an answer has and a request ignores is left out.
        var fields = options.GetTypeInfo(type).Properties
            .Where(field => field.Set is not null && field.PropertyType != typeof(JsonElement))
            .Select(field => field.Name)
            .ToList();
        return fields.Count == 0
            ? "There is no such field. This object has none."
            : $"There is no such field. Use any of {string.Join(", ", fields)}.";
    }

    [GeneratedRegex(
        @"^The JSON property '.*' could not be mapped to any \.NET member contained in type '(PeerNet\.[^']+)'\.",
        RegexOptions.Singleline | RegexOptions.RightToLeft)]
    private static partial Regex Unmapped();
}
