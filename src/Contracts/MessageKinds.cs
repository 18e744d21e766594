using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PeerNet.Contracts;

/// <summary>
/// The kinds of messages, found by convention: every sealed record of this assembly that is a <see cref="Message"/>.
/// </summary>
public static class MessageKinds
{
    private const string Discriminator = "kind";

    private static readonly FrozenDictionary<Type, string> Names = typeof(Message).Assembly.GetTypes()
        .Where(type => type.IsSealed && typeof(Message).IsAssignableFrom(type))
        .ToFrozenDictionary(type => type, type => JsonNamingPolicy.CamelCase.ConvertName(type.Name));

    private static readonly FrozenSet<string> Known = Names.Values.ToFrozenSet();

    /// <summary>The name of a message's kind in JSON and in the ledger, such as <c>seatAsked</c>.</summary>
    public static string NameOf(Message message) => Names[message.GetType()];

    /// <summary>Whether this version knows a kind of message.</summary>
    public static bool IsKnown(string? kind) => kind is not null && Known.Contains(kind);

    /// <summary>
    /// Declares to the serializer which kinds an abstract message can be: all of them, or letters only.
    /// </summary>
    internal static void Declare(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || !typeof(Message).IsAssignableFrom(type.Type)) return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = Discriminator };
        foreach (var (kind, name) in Names.Where(kind => type.Type.IsAssignableFrom(kind.Key))
            .OrderBy(kind => kind.Value, StringComparer.Ordinal))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new(kind, name));
        }
    }
}
