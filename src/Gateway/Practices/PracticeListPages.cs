using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Practices;

/// <summary>What groups of the area have done, and what one of them has.</summary>
internal sealed class PracticeListPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/practice", List).ForMembers();
        site.Pages.MapGet("/groups/{id}/practice", ListOfGroup).ForMembers();
    }

    private static async Task<Shown> List(Home home, KeptCards<PracticeCard> elsewhere, CurrentCaller by)
    {
        var page = await Read(null, home, by);
        return Page.Of<PracticeListPage, PracticeListModel>(page with { Elsewhere = elsewhere.List() });
    }

    private static async Task<Shown> ListOfGroup(GroupId id, Home home, CurrentCaller by)
    {
        return (await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)
            ? refusal.ToProblem()
            : Page.Of<PracticeListPage, PracticeListModel>(await Read(group, home, by));
    }

    private static async Task<PracticeListModel> Read(GroupDetails? group, Home home, CurrentCaller by)
    {
        var list = await home.Practices.List(group?.Id, by.Caller);
        // One may have been withdrawn since the list was read.
        var items = list.Items.Where(one => one.Told is not null).ToList();
        var names = await home.ReadNames(items.SelectMany(one => one.Told!.Groups), by.Caller);
        return new(items, names, home.Name) { Group = group, HasMore = list.HasMore };
    }
}

/// <summary>What groups have done.</summary>
/// <param name="Items">What waits for the caller's groups, then what is shown.</param>
/// <param name="Names">What their groups are called.</param>
/// <param name="AreaName">The area.</param>
public sealed record PracticeListModel(
    IReadOnlyList<PracticeDetails> Items, IReadOnlyDictionary<GroupId, string> Names, string AreaName)
{
    /// <summary>The group, on the page of one.</summary>
    public GroupDetails? Group { get; init; }

    /// <summary>Whether there are more that were shown earlier.</summary>
    public bool HasMore { get; init; }

    /// <summary>What groups of other areas have done; null on the page of a group.</summary>
    public Elsewhere<PracticeCard>? Elsewhere { get; init; }

    /// <summary>Whether the caller can tell one for the group.</summary>
    public bool CanTell => Group?.Yours?.Part >= Part.Member;
}
