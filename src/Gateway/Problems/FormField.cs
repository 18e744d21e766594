using System.Text.RegularExpressions;

namespace PeerNet.Gateway.Problems;

/// <summary>
/// The form control that a refusal's <c>field</c> belongs to. Forms use the names of the JSON body, nested as in it, so
/// that one rule in a record serves both: <c>place.outcode</c> is the control named <c>place.outcode</c> with the ID
/// <c>place-outcode</c>.
/// </summary>
/// <param name="Name">The control's name: the path in the JSON body, with positions in lists as <c>[0]</c>.</param>
/// <param name="Id">Its ID, to which an error summary links.</param>
internal readonly partial record struct FormField(string Name, string Id)
{
    /// <summary>The control of a field, as <see cref="Contracts.Refusal.Field"/> names it.</summary>
    public static FormField Of(string field)
    {
        var name = Position().Replace(field, "[$1]");
        return new(name, Separator().Replace(name, "-").TrimEnd('-'));
    }

    [GeneratedRegex(@"\.(\d+)(?=\.|$)")]
    private static partial Regex Position();

    [GeneratedRegex(@"[.\[\]]+")]
    private static partial Regex Separator();
}
