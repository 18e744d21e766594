using System.Text.RegularExpressions;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Areas;

/// <summary>Where people who are not signed in reach the coordinators of an area.</summary>
internal static partial class AreaContact
{
    /// <summary>How long it can be.</summary>
    public const int MaxLength = 250;

    /// <summary>
    /// What a link to it leads to; null if it is neither an email address nor a phone number nor an https address.
    /// </summary>
    public static string? HrefOf(string contact)
    {
        if (contact.Length > MaxLength || contact.Any(char.IsControl)) return null;
        if (Phone().IsMatch(contact)) return $"tel:{string.Concat(Dialled(contact))}";
        // Nothing in it may be read as part of the link, such as a question mark.
        if (EmailAddress.TryParse(contact, out var email))
            return $"mailto:{string.Join('@', email.Text.Split('@').Select(Uri.EscapeDataString))}";
        return HttpsAddress.Is(contact) ? new Uri(contact).AbsoluteUri : null;
    }

    // From abroad nobody dials the nought of +44 (0)1273.
    private static IEnumerable<char> Dialled(string phone) =>
        phone.Replace("(0)", "", StringComparison.Ordinal).Where(sign => sign is '+' or (>= '0' and <= '9'));

    // As people write one, such as +44 1273 555 0100 or (01273) 555 0100. Three digits are the shortest that there are.
    [GeneratedRegex(@"^(?:\+|\()?[0-9](?:[ ()-]{0,2}[0-9]){2,19}\z")]
    private static partial Regex Phone();
}
