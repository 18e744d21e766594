using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>Validates a person's profile. Refusals never contain the text itself.</summary>
internal static class ProfileRules
{
    /// <summary>Returns a refusal of the first invalid field (code <c>member.profile</c>), or null.</summary>
    public static Refusal? Check(MemberProfile profile)
    {
        return (string.IsNullOrWhiteSpace(profile.Name) || profile.Name.Length > 120 || profile.Name.Any(char.IsControl)
            ? MemberRefusals.Profile("name", "Use 1 to 120 characters on one line.")
            : null)
        ?? Longest("helps", profile.Helps, 2000)
        ?? Longest("contact.email", profile.Contact?.Email, 250)
        ?? Longest("contact.phone", profile.Contact?.Phone, 40)
        ?? Longest("contact.other", profile.Contact?.Other, 250)
        ?? (profile.Contact?.Email is { } email && (email.Count(c => c == '@') != 1
            || email.StartsWith('@')
            || email.EndsWith('@')
            || email.Any(char.IsWhiteSpace))
            ? MemberRefusals.Profile("contact.email", "Use an address with one @ and no spaces.")
            : null);
    }

    private static Refusal? Longest(string field, string? text, int most) =>
        text?.Length > most ? MemberRefusals.Profile(field, $"Use up to {most} characters.") : null;
}
