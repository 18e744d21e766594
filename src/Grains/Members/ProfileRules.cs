using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What a person may tell of themselves. The text itself never stands in a refusal.</summary>
internal static class ProfileRules
{
    /// <summary>The first thing that cannot be, or null.</summary>
    public static Refusal? Check(MemberProfile profile)
    {
        return (string.IsNullOrWhiteSpace(profile.Name) || profile.Name.Length > 120 || profile.Name.Any(char.IsControl)
            ? MemberRefusals.Profile("name", "1 to 120 characters on one line.")
            : null)
        ?? Longest("helps", profile.Helps, 2000)
        ?? Longest("contact.email", profile.Contact?.Email, 250)
        ?? Longest("contact.phone", profile.Contact?.Phone, 40)
        ?? Longest("contact.other", profile.Contact?.Other, 250)
        ?? (profile.Contact?.Email is { } email && (email.Count(c => c == '@') != 1
            || email.StartsWith('@')
            || email.EndsWith('@')
            || email.Any(char.IsWhiteSpace))
            ? MemberRefusals.Profile("contact.email", "An address with one @ and no spaces.")
            : null);
    }

    private static Refusal? Longest(string field, string? text, int most) =>
        text?.Length > most ? MemberRefusals.Profile(field, $"Up to {most} characters.") : null;
}
