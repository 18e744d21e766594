using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.Groups;

/// <summary>The area's other groups, which a form of one group offers to be ticked.</summary>
internal static class GroupsToTick
{
    private const int MaxGroups = 500;

    /// <summary>The other groups of the home area by name; those that meet next if there are too many.</summary>
    public static IReadOnlyList<Option> OthersThan(
        this GroupSearch finder, GroupDetails group, Home home, DateTimeOffset now)
    {
        var found = finder.Find(new() { Areas = [home.Area], Limit = MaxGroups }, now);
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
