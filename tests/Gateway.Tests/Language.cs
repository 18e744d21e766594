using Microsoft.Extensions.Localization;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Tests;

/// <summary>The texts in a language that is made from the English ones.</summary>
internal sealed class Language(Func<string, string> translate) : IStringLocalizer<Texts>
{
    /// <summary>English as it is written.</summary>
    public static Language English { get; } = new(text => text);

    /// <summary>English in capitals: what has a small letter has not been through the translations.</summary>
    public static Language Capitals { get; } = new(text => text.ToUpperInvariant());

    public LocalizedString this[string name] => new(name, translate(name));

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(null, translate(name), arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
