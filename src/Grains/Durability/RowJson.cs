using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>Creates the JSON converter of a row for every kind of record.</summary>
internal sealed class RowJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Row<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        return (JsonConverter)Activator.CreateInstance(
            typeof(RowJson<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    /// <summary>Whether a posted message is of a kind that this version knows.</summary>
    public static bool IsKnown(JsonElement posted)
    {
        return posted.TryGetProperty("message", out var message) && message.TryGetProperty("kind", out var kind)
            && MessageKinds.IsKnown(kind.GetString());
    }
}

/// <summary>
/// Reads and writes a row, leaving out defaults. Fields that this version does not know are kept beside the record, so
/// that no record has to declare a place for them.
/// </summary>
internal sealed class RowJson<TRecord> : JsonConverter<Row<TRecord>> where TRecord : class, new()
{
    public override Row<TRecord> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A row is an object.");
        var row = new Row<TRecord>();
        var envelope = ImmutableArray.CreateBuilder<KeyValuePair<string, JsonElement>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "version": row = row with { Version = reader.GetInt32() }; break;
                case "edition": row = row with { Edition = reader.GetInt32() }; break;
                case "face": row = row with { Face = reader.GetString() }; break;
                case "record": row = ReadRecord(ref reader, row, options); break;
                case "outbox": row = ReadOutbox(ref reader, row, options); break;
                case "lastNumber": row = row with { LastNumber = reader.GetInt32() }; break;
                default: envelope.Add(new(name, JsonElement.ParseValue(ref reader))); break;
            }
        }
        return row with { Newer = row.Newer with { Envelope = envelope.ToImmutable() } };
    }

    public override void Write(Utf8JsonWriter writer, Row<TRecord> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", value.Version);
        if (value.Edition != 0) writer.WriteNumber("edition", value.Edition);
        if (value.Face is not null) writer.WriteString("face", value.Face);
        writer.WritePropertyName("record");
        WriteRecord(writer, value, options);
        if (!value.Outbox.IsEmpty || !value.Newer.Messages.IsEmpty) WriteOutbox(writer, value, options);
        if (value.LastNumber != 0) writer.WriteNumber("lastNumber", value.LastNumber);
        foreach (var (name, field) in value.Newer.Envelope)
        {
            writer.WritePropertyName(name);
            field.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private static Row<TRecord> ReadRecord(ref Utf8JsonReader reader, Row<TRecord> row, JsonSerializerOptions options)
    {
        var newer = UnknownFields(reader, options.GetTypeInfo(typeof(TRecord)));
        var record =
            JsonSerializer.Deserialize<TRecord>(ref reader, options) ?? throw new JsonException("A row has a record.");
        return row with { Record = record, Newer = row.Newer with { Record = newer } };
    }

    // Reads a copy of the reader; the serializer then reads the original.
    private static ImmutableArray<KeyValuePair<string, JsonElement>> UnknownFields(
        Utf8JsonReader reader, JsonTypeInfo record)
    {
        var unknown = ImmutableArray<KeyValuePair<string, JsonElement>>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKnown = IsKnown(reader, record);
            var name = isKnown ? null : reader.GetString();
            reader.Read();
            if (name is null) reader.Skip();
            else unknown = unknown.Add(new(name, JsonElement.ParseValue(ref reader)));
        }
        return unknown;
    }

    private static bool IsKnown(Utf8JsonReader field, JsonTypeInfo record)
    {
        foreach (var property in record.Properties)
        {
            if (field.ValueTextEquals(property.Name)) return true;
        }
        return false;
    }

    private static Row<TRecord> ReadOutbox(ref Utf8JsonReader reader, Row<TRecord> row, JsonSerializerOptions options)
    {
        var outbox = ImmutableArray.CreateBuilder<Posted>();
        var newer = ImmutableArray.CreateBuilder<JsonElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = JsonElement.ParseValue(ref reader);
            if (RowJson.IsKnown(item)) outbox.Add(item.Deserialize<Posted>(options)!);
            else newer.Add(item);
        }
        return row with { Outbox = outbox.ToImmutable(), Newer = row.Newer with { Messages = newer.ToImmutable() } };
    }

    private static void WriteRecord(Utf8JsonWriter writer, Row<TRecord> row, JsonSerializerOptions options)
    {
        if (row.Newer.Record.IsEmpty)
        {
            JsonSerializer.Serialize(writer, row.Record, options);
            return;
        }
        var record = JsonSerializer.SerializeToNode(row.Record, options)!.AsObject();
        foreach (var (name, field) in row.Newer.Record) record[name] = JsonSerializer.SerializeToNode(field, options);
        record.WriteTo(writer, options);
    }

    private static void WriteOutbox(Utf8JsonWriter writer, Row<TRecord> row, JsonSerializerOptions options)
    {
        writer.WriteStartArray("outbox");
        foreach (var posted in row.Outbox) JsonSerializer.Serialize(writer, posted, options);
        foreach (var newer in row.Newer.Messages) newer.WriteTo(writer);
        writer.WriteEndArray();
    }
}
