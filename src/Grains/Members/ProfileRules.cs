using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>Validates a person's profile. Refusals never contain the text itself.</summary>
internal static class ProfileRules
{
    /// <summary>Returns a refusal of the first invalid field (code <c>member.profile</c>), or null.</summary>
    public static Refusal? Check(MemberProfile profile)
    {
        return Text("name", profile.Name, MemberFields.Name)
        ?? Text("helps", profile.Helps, MemberFields.Helps)
        ?? Text("contact.email", profile.Contact?.Email, MemberFields.Email)
        ?? Text("contact.phone", profile.Contact?.Phone, MemberFields.Phone)
        ?? Text("contact.other", profile.Contact?.Other, MemberFields.Other)
        ?? (MemberFields.IsEmail(profile.Contact?.Email)
            ? null
            : MemberRefusals.Profile("contact.email", "Use an address with one @ and no spaces."));
    }

    private static Refusal? Text(string field, string? text, TextRule rule) =>
        rule.Allows(text) ? null : MemberRefusals.Profile(field, rule.Detail);
}
