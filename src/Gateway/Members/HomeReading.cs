using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Members;

/// <summary>What pages of other nouns read of a person's first page.</summary>
internal static class HomeReading
{
    /// <summary>The groups that the caller belongs to; none for somebody without a record.</summary>
    public static async Task<IReadOnlyList<HomeGroup>> ReadOwnGroups(this Home home, Caller by)
    {
        if ((await home.FirstPage.GetHome(by)).Refused(out _, out var page)) return [];
        return [.. page.Groups.Where(group => group.Part >= Part.Member)];
    }
}
