using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Areas;

/// <summary>Names, read from the members' own records whenever an answer needs them.</summary>
internal sealed partial class AreaGrain
{
    public async Task<ImmutableArray<NamedPerson>> ListNames(
        GroupId group, ImmutableArray<MemberId> people, Caller by)
    {
        var guests = people.Any(person => person.IsGuest)
            ? await GuestsOf(group, by)
            : ImmutableDictionary<MemberId, string>.Empty;
        // What the caller may see depends on their own groups, so their record is read too.
        var read = people.Append(by.Member ?? default)
            .Where(person => person != default && !person.IsGuest)
            .Select(person => person.Value)
            .ToHashSet();
        var known = Members(await rows.Members(read)).ToDictionary(member => member.Id);
        var standing = by.Member is { } self && known.TryGetValue(self, out var me)
            ? me.Standing
            : MemberStanding.None;
        var now = clock.GetUtcNow();
        return [.. people.Select(person => new NamedPerson(
            person,
            guests.GetValueOrDefault(person) ?? known.GetValueOrDefault(person)?.NameFor(by, standing, now)))];
    }

    /// <summary>The names that the group's guests chose, as far as the caller may see them.</summary>
    private async Task<ImmutableDictionary<MemberId, string>> GuestsOf(GroupId id, Caller by)
    {
        if (await rows.Group(id.Value) is not { } row) return ImmutableDictionary<MemberId, string>.Empty;
        return RowOf<Group>("group", row, group => group.Seats)?.GuestNamesFor(by)
            ?? ImmutableDictionary<MemberId, string>.Empty;
    }
}
