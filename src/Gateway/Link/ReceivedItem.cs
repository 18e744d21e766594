using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>An item of a neighbour's change feed.</summary>
/// <param name="Change">The change to keep.</param>
/// <param name="Id">Its ID; empty if that cannot be read.</param>
/// <param name="Number">Its change number, if that can be read.</param>
/// <param name="Skipped">Whether it is skipped, and why.</param>
internal sealed record ReceivedItem<TChange>(TChange Change, Guid Id, long? Number, Skipped Skipped)
{
    /// <summary>The name in logs: the ID, or else the change number.</summary>
    public string Name => Id == Guid.Empty ? $"#{Number}" : $"{Id}";
}

/// <summary>Reads items of a neighbour's change feed.</summary>
internal static class ReceivedItem
{
    /// <summary>Reads one item.</summary>
    /// <remarks>
    /// A skipped item reads as deleted, so that no older state of the card remains and a page of skipped items does not
    /// look like the end of the feed.
    /// </remarks>
    public static ReceivedItem<TChange> Read<TChange>(this Feed<TChange> feed, JsonElement item)
    {
        var fields = FieldsOf(item) ?? [];
        var number = NumberOf(fields);
        var hasId = GroupId.TryParse(TextOf(fields, "id"), out var id) && id.Value != Guid.Empty;
        if (TextOf(fields, "kind") is not { } kind || number is null || !hasId) return Deleted(Skipped.Unreadable);
        if (kind != feed.Kind) return Deleted(Skipped.UnknownKind);
        if (TextOf(fields, "state") == "deleted") return Deleted(Skipped.No);
        if (TextOf(fields, "state") != "updated" || CardOf(fields, feed.Card) is not { } card)
            return Deleted(Skipped.Unreadable);
        return new(feed.ToChange(CardState.Updated, id.Value, number.Value, card), id.Value, number, Skipped.No);

        ReceivedItem<TChange> Deleted(Skipped skipped) =>
            new(feed.ToChange(CardState.Deleted, id.Value, number ?? 0, null), id.Value, number, skipped);
    }

    /// <summary>The fields of an object, or null if it is not an object or repeats a field.</summary>
    public static Dictionary<string, JsonElement>? FieldsOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var fields = new Dictionary<string, JsonElement>();
        foreach (var field in element.EnumerateObject())
        {
            if (TextOrNull(() => field.Name) is not { } name || !fields.TryAdd(name, field.Value)) return null;
        }
        return fields;
    }

    /// <summary>A text; null if it has half a surrogate pair in it, or bytes that are not UTF-8.</summary>
    public static string? TextOf(JsonElement text) => TextOrNull(text.GetString);

    private static string? TextOrNull(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static object? CardOf(Dictionary<string, JsonElement> fields, Type type)
    {
        try
        {
            return fields.TryGetValue("data", out var data) ? data.Deserialize(type, LinkJson.Receiving) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(Dictionary<string, JsonElement> fields, string name) =>
        fields.GetValueOrDefault(name) is { ValueKind: JsonValueKind.String } text ? TextOf(text) : null;

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
