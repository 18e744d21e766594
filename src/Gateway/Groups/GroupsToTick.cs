using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.Groups;

/// <summary>The area's other groups, which a form of one group offers to be ticked.</summary>
internal static class GroupsToTick
{
    /// <summary>The other groups of the home area by name, up to a maximum.</summary>
    public static IReadOnlyList<Option> OthersThan(
        this GroupSearch finder, GroupDetails group, Home home, DateTimeOffset now, int most = 500)
    {
        var found = finder.Find(new() { Areas = [home.Area], Limit = most }, now);
        return
        [
            .. found.Items.Where(one => one.Id != group.Id).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
                .Select(one => new Option($"{one.Id}", one.Name)),
        ];
    }

    /// <summary>Those that are ticked, always in the same order.</summary>
    public static IEnumerable<GroupId> Read(IEnumerable<string> ticked)
    {
        foreach (var text in ticked.Order(StringComparer.Ordinal))
            if (GroupId.TryParse(text, out var id)) yield return id;
    }
}
