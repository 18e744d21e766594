using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>
/// The addresses of people who have agreed to mail, from their own records at the moment of sending, so that a consent
/// that is withdrawn takes effect at once.
/// </summary>
internal sealed class MailAddresses(RecentMembers members)
{
    /// <summary>The email address of somebody who agrees to mail; null if they do not, or have none.</summary>
    public async Task<string?> Of(MemberId person)
    {
        var found = await members.Find([person]);
        if (found.GetValueOrDefault(person)?.Profile is not { Consents.NoticesByMail: true } profile) return null;
        return profile.Contact?.Email;
    }
}
