using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PeerNet.Contracts.Members;

/// <summary>
/// An email address as sign-in compares it. Its text is not shown by <see cref="ToString"/>, because Orleans may log
/// the arguments of a call.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.email-address")]
public sealed record EmailAddress
{
    // With these, one mailbox could be written in many ways, and each would get mail.
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("<>()[],;:\\\"");

    private EmailAddress(string text) => Text = text;

    /// <summary>The address, with ASCII letters in lower case.</summary>
    [Id(0)] public string Text { get; private init; }

    /// <summary>
    /// Reads an address that somebody typed or pasted; spaces and invisible characters around it do not count.
    /// </summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var text = TextRule.WithoutGapsAround(typed ?? "");
        if (!MemberFields.Email.Allows(text) || !MemberFields.IsEmail(text)) return false;
        if (text.AsSpan().ContainsAny(Punctuation)) return false;
        address = new(string.Create(text.Length, text, ToLowerCase));
        return true;
    }

    /// <summary>What it is, without saying which.</summary>
    public override string ToString() => "(email address)";

    // As both databases do it: letters beyond ASCII depend on the language.
    private static void ToLowerCase(Span<char> lower, string text)
    {
        for (var at = 0; at < text.Length; at++)
            lower[at] = char.IsAsciiLetterUpper(text[at]) ? char.ToLowerInvariant(text[at]) : text[at];
    }
}
