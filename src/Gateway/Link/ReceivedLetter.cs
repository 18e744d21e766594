using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// A letter as it arrives. Every version has these fields; the rest is read only if the kind is known.
/// </summary>
/// <param name="Kind">The kind, which only a newer neighbour may know.</param>
/// <param name="Operation">The letter's name.</param>
/// <param name="From">The area that writes.</param>
/// <param name="To">The area it is for.</param>
internal sealed record ReceivedLetter(string Kind, OperationId Operation, AreaId From, AreaId To)
{
    private JsonElement whole;

    /// <summary>Reads as much as every letter has; null if it is no letter.</summary>
    public static async Task<ReceivedLetter?> Read(Stream body, CancellationToken cancel)
    {
        try
        {
            var whole = await JsonSerializer.DeserializeAsync<JsonElement>(body, LinkJson.Receiving, cancel);
            var letter = whole.Deserialize<ReceivedLetter>(LinkJson.Receiving);
            return letter is null ? null : letter with { whole = whole };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The letter; null if it is not as its kind is here, such as without a field that is needed.</summary>
    public Letter? AsKnown()
    {
        try
        {
            return whole.Deserialize<Letter>(LinkJson.Receiving);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
