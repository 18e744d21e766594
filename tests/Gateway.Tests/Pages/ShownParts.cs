using AngleSharp.Dom;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>What tests look for on a page.</summary>
internal static class ShownParts
{
    /// <summary>The address of the first link in the main part that says this.</summary>
    public static string Link(this Shown page, string text) =>
        page.Document.QuerySelectorAll("main a").First(link => link.TextContent.Trim() == text).GetAttribute("href")!;

    /// <summary>The address of the first link in the main part that says this among other things.</summary>
    public static string LinkWith(this Shown page, string text) =>
        page.Document.QuerySelectorAll("main a").First(link => link.TextContent.Contains(text)).GetAttribute("href")!;

    /// <summary>Where "Back" leads.</summary>
    public static string Back(this Shown page) =>
        page.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href")!;

    /// <summary>Whether the main part says this.</summary>
    public static bool Has(this Shown page, string text) => page.Text.Contains(text, StringComparison.Ordinal);

    /// <summary>
    /// The words of the main part, none of which touches another, and what is in its controls, but for the token of a
    /// form.
    /// </summary>
    public static string TextAndValues(this Shown page)
    {
        var main = page.Document.QuerySelector("main")!;
        var values = main.QuerySelectorAll("[value]:not([name=__RequestVerificationToken])")
            .Select(control => control.GetAttribute("value")!);
        return string.Join(' ', main.Descendants<IText>().Select(text => text.Data).Concat(values));
    }

    /// <summary>What is in the first control with that name.</summary>
    public static string? Value(this Shown page, string name) =>
        page.Document.QuerySelector($"main [name={name}]")?.GetAttribute("value");

    /// <summary>The antiforgery token of a form on the page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Token(this Shown page)
    {
        var field = page.Document.QuerySelector("input[name=__RequestVerificationToken]");
        return field is null ? [] : [new("__RequestVerificationToken", field.GetAttribute("value")!)];
    }
}
