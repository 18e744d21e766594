using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts.Members;

/// <summary>
/// What a person says about themselves: the body of PUT members/{id}. What is left out stays as it is; null clears it.
/// What the caller cannot see, and what only the person can agree to, stays as it is whatever the request says.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.member-profile")]
public sealed record MemberProfile
{
    /// <summary>The name they like to be called, 1 to 120 characters.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>How to reach them.</summary>
    [Id(1)]
    public Contact? Contact
    {
        get;
        init
        {
            field = value;
            SaysContact = true;
        }
    }

    /// <summary>What helps them take part, in their own words; up to 2,000 characters.</summary>
    [Id(2)]
    public string? Helps
    {
        get;
        init
        {
            field = value;
            SaysHelps = true;
        }
    }

    /// <summary>What they agree to, or no longer agree to.</summary>
    [Id(3)] public ConsentChanges Consents { get; init; } = new();

    /// <summary>Whether the request has a contact, or null to clear it.</summary>
    [Id(4), JsonIgnore] public bool SaysContact { get; init; }

    /// <summary>Whether the request has what helps, or null to clear it.</summary>
    [Id(5), JsonIgnore] public bool SaysHelps { get; init; }
}

/// <summary>
/// How to reach a person. A plain string is read as what it looks like: an email address, a phone number or something
/// else.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.contact"), JsonConverter(typeof(ContactJson))]
public sealed record Contact
{
    /// <summary>An email address.</summary>
    [Id(0)] public string? Email { get; init; }

    /// <summary>A phone number.</summary>
    [Id(1)] public string? Phone { get; init; }

    /// <summary>Any other way, up to 250 characters.</summary>
    [Id(2)] public string? Other { get; init; }
}

/// <summary>A person, with the details one caller may see.</summary>
[GenerateSerializer, Immutable, Alias("peernet.member-details")]
public sealed record MemberDetails : IVersioned
{
    /// <summary>The id.</summary>
    [Id(0)] public required MemberId Id { get; init; }

    /// <summary>The name they like to be called. People in their groups see it only with consent.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Name { get; init; }

    /// <summary>How to reach them. Visible to themselves, to coordinators and, with consent, to their leads.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public Contact? Contact { get; init; }

    /// <summary>What helps them take part. Visible to themselves and, with consent, to their leads.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Helps { get; init; }

    /// <summary>What they agree to. Visible to themselves and to coordinators.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public Consents? Consents { get; init; }

    /// <summary>Every consent given or withdrawn. Visible to themselves.</summary>
    [Id(5)] public ImmutableArray<ConsentReceipt>? ConsentReceipts { get; init; }

    /// <summary>Their groups. Visible to themselves and to coordinators.</summary>
    [Id(6)] public ImmutableArray<GroupPart>? Groups { get; init; }

    /// <summary>Their seats in groups of other areas. Visible to themselves and to coordinators.</summary>
    [Id(8)] public ImmutableArray<SeatPart>? Seats { get; init; }

    /// <summary>The address that they have shown to be theirs, to sign in with. Visible to themselves.</summary>
    [Id(9)] public string? SignInAddress { get; init; }

    /// <summary>The version; it rises with every change of the record.</summary>
    [Id(7)] public int Version { get; init; }
}

/// <summary>One of a person's groups, and their part in it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.group-part")]
public sealed record GroupPart([property: Id(0)] GroupId GroupId, [property: Id(1)] Part Part);

/// <summary>Reads a contact from an object or from a string.</summary>
public sealed class ContactJson : JsonConverter<Contact>
{
    /// <inheritdoc/>
    public override Contact? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return FromLine(reader.GetString()!);
        return Read(ref reader, options) is { } parts
            ? new() { Email = parts.Email, Phone = parts.Phone, Other = parts.Other }
            : null;
    }

    private static Parts? Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<Parts>(ref reader, options);
        }
        catch (JsonException fault)
        {
            // The inner path begins at the contact, and readers need the one that begins at the profile.
            throw new JsonException(
                fault.Message, $"$.contact{fault.Path?[1..]}", fault.LineNumber, fault.BytePositionInLine, fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Contact value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Parts(value.Email, value.Phone, value.Other), options);

    private static Contact FromLine(string line)
    {
        if (line.Contains('@', StringComparison.Ordinal)) return new() { Email = line };
        if (line.Length > 0 && line.All(c => char.IsAsciiDigit(c) || c is ' ' or '+')) return new() { Phone = line };
        return new() { Other = line };
    }

    // Each part is optional, even though the serializer requires all constructor parameters without a default.
    private sealed record Parts(string? Email = null, string? Phone = null, string? Other = null);
}
