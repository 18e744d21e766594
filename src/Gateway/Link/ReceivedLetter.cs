using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// A letter as received. Every version has these fields; the rest is read only if the kind is known.
/// </summary>
/// <param name="Kind">The kind, which may be unknown here if the neighbour is newer.</param>
/// <param name="Operation">The letter's name.</param>
/// <param name="From">The sending area.</param>
/// <param name="To">The receiving area.</param>
internal sealed record ReceivedLetter(string Kind, OperationId Operation, AreaId From, AreaId To)
{
    private JsonElement whole;

    /// <summary>Reads the fields every letter has. Returns null if the body is not a letter.</summary>
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

    /// <summary>
    /// Reads the whole letter. Returns null if it does not match its kind, for example because a field is missing.
    /// </summary>
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
