using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>An item of a neighbour's change feed.</summary>
/// <param name="Change">The change to index.</param>
/// <param name="Number">Its change number, if that can be read.</param>
/// <param name="Skipped">Whether it is skipped, and why.</param>
internal sealed record ReceivedItem(CardChange Change, long? Number, Skipped Skipped)
{
    /// <summary>The name in logs: the ID, or else the change number.</summary>
    public string Name => Change.Id.Value == Guid.Empty ? $"#{Number}" : $"{Change.Id}";

    /// <summary>Reads one item.</summary>
    /// <remarks>
    /// A skipped item reads as deleted, so that no older state of the card remains and a page of skipped items does not
    /// look
/// like the end of the feed.
    /// </remarks>
    public static ReceivedItem Read(JsonElement item)
    {
        var fields = FieldsOf(item) ?? [];
        var number = NumberOf(fields);
        var hasId = GroupId.TryParse(TextOf(fields, "id"), out var id) && id.Value != Guid.Empty;
        var deleted = new CardChange(CardState.Deleted, id, number ?? 0, null);
        if (TextOf(fields, "kind") is not { } kind || number is null || !hasId)
            return new(deleted, number, Skipped.Unreadable);
        if (kind != Accepts.GroupCard) return new(deleted, number, Skipped.UnknownKind);
        if (TextOf(fields, "state") == "deleted") return new(deleted, number, Skipped.No);
        if (TextOf(fields, "state") != "updated" || CardOf(fields) is not { } card)
            return new(deleted, number, Skipped.Unreadable);
        return new(new(CardState.Updated, id, number.Value, card), number, Skipped.No);
    }

    /// <summary>The fields of an object, or null if it is not an object or repeats a field.</summary>
    public static Dictionary<string, JsonElement>? FieldsOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var fields = new Dictionary<string, JsonElement>();
        foreach (var field in element.EnumerateObject())
        {
            if (!fields.TryAdd(field.Name, field.Value)) return null;
        }
        return fields;
    }

    private static Card? CardOf(Dictionary<string, JsonElement> fields)
    {
        try
        {
            return fields.TryGetValue("data", out var data) ? data.Deserialize<Card>(LinkJson.Receiving) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(Dictionary<string, JsonElement> fields, string name) =>
        fields.GetValueOrDefault(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static long? NumberOf(Dictionary<string, JsonElement> fields)
    {
        if (fields.GetValueOrDefault("modified") is not { ValueKind: JsonValueKind.Number } value) return null;
        return value.TryGetInt64(out var number) ? number : null;
    }
}

/// <summary>Why an item of a feed is skipped.</summary>
internal enum Skipped
{
    /// <summary>It is not skipped.</summary>
    No,
    /// <summary>The kind is known, but the item does not match it.</summary>
    Unreadable,
    /// <summary>The kind is unknown here; the neighbour is newer.</summary>
    UnknownKind,
}
