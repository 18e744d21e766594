using PeerNet.Contracts;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Design;

/// <summary>What is wrong with a form, in the order of its controls.</summary>
public sealed class FormErrors : List<FormError>
{
    /// <summary>What to do about a form whose ID was used before; it has another now.</summary>
    public const string SentBefore =
        "You have already sent this. Press the button again to send what you have typed now.";

    /// <summary>What a page says that shows a record as somebody else has left it.</summary>
    public const string ChangedSince = "Somebody has changed this since you opened it. This is what it says now.";

    /// <summary>A form without errors.</summary>
    public static FormErrors None { get; } = [];

    /// <summary>What the record refused, at the control that its field names.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="otherwise">The control to show it at if it names none.</param>
    public static FormErrors Of(Refusal refusal, string otherwise) =>
        [new(refusal.Field ?? otherwise, refusal.Says())];

    /// <summary>What is wrong with one control, or null.</summary>
    public Sentence? At(string name) => Find(error => FormField.Of(error.Name).Name == name)?.Text;
}

/// <summary>Whether a refusal is about what a form says.</summary>
internal static class RefusedForms
{
    /// <summary>
    /// Whether the form is shown again, with what is wrong with it; any other refusal has a page of its own.
    /// </summary>
    public static bool CanBeMended(this Refusal refusal) => refusal.Kind is RefusalKind.Conflict or RefusalKind.Invalid;

    /// <summary>What to do about it; a value that is a word of ours is translated too.</summary>
    public static Sentence Says(this Refusal refusal)
    {
        if (refusal.Pattern is not { } pattern) return refusal.Detail ?? refusal.Title;
        return new(pattern, [.. refusal.Values.Select(value => new Sentence(value))]);
    }
}

/// <summary>What is wrong with one control.</summary>
/// <param name="Name">The control's name, as the JSON of the API spells the field.</param>
/// <param name="Text">What to do about it.</param>
public sealed record FormError(string Name, Sentence Text)
{
    /// <summary>The ID of the control, to which the summary links.</summary>
    public string Id => FormField.Of(Name).Id;
}
