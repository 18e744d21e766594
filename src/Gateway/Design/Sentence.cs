using System.Globalization;

namespace PeerNet.Gateway.Design;

/// <summary>A sentence that a page says: the key of its translation, and what is put in.</summary>
/// <param name="Text">The English text, with places such as <c>{0}</c>.</param>
/// <param name="Values">
/// What is put in those places: a text as it is, or a day, a <see cref="Listing"/> or another sentence, which are
/// translated too.
/// </param>
public sealed record Sentence(string Text, params object[] Values)
{
    /// <summary>The sentence in English.</summary>
    public override string ToString() =>
        Values.Length == 0 ? Text : string.Format(CultureInfo.InvariantCulture, Text, Values);

    /// <summary>A sentence that holds nothing else.</summary>
    public static implicit operator Sentence(string text) => new(text);
}
