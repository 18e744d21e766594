using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Members;

/// <summary>
/// Adds names to what is read of a group or a meeting: each as the caller would see it on the person's own record, and
/// of guests the name on their seat.
/// </summary>
internal sealed class Names(RecentMembers members, IAreaRows rows, UnreadableRows unreadable, TimeProvider clock)
{
    /// <summary>The group with the names of its people, if the caller may see who they are.</summary>
    public async Task<Result<GroupDetails>> AddTo(Result<GroupDetails> read, Caller by)
    {
        if (read.Refused(out _, out var group) || group.Roster is not { } roster) return read;
        ImmutableArray<MemberId> people =
            [.. roster.Select(one => one.MemberId), .. group.Asked ?? [], .. group.Invited ?? []];
        var guests = (group.Seats ?? []).Select(seat => new NamedPerson(seat.RosterId, seat.ShownAs));
        return group with { People = [.. await Find(group.Id, people, by), .. guests] };
    }

    /// <summary>The meeting with the names of those on its roster and in what people intend and corrected.</summary>
    public async Task<Result<MeetingDetails>> AddTo(Result<MeetingDetails> read, Caller by)
    {
        if (read.Refused(out _, out var meeting)) return read;
        ImmutableArray<MemberId> people =
        [
            .. meeting.Roster.Select(line => line.MemberId)
                .Concat((meeting.Intentions ?? []).Select(line => line.MemberId))
                .Concat(meeting.Corrections.Select(made => made.By).OfType<MemberId>())
                .Distinct(),
        ];
        if (people.IsEmpty) return read;
        return meeting with { People = await Find(meeting.GroupId, people, by) };
    }

    private async Task<ImmutableArray<NamedPerson>> Find(GroupId group, ImmutableArray<MemberId> people, Caller by)
    {
        var guests = people.Any(person => person.IsGuest)
            ? await GuestsOf(group, by)
            : ImmutableDictionary<MemberId, string>.Empty;
        // What the caller may see depends on their own groups, so their record is read too.
        var read = people.Append(by.Member ?? default)
            .Where(person => person != default && !person.IsGuest)
            .ToHashSet();
        var known = await members.Find(read);
        var standing = by.Member is { } self && known.TryGetValue(self, out var me)
            ? me.Standing
            : MemberStanding.None;
        var now = clock.GetUtcNow();
        return [.. people.Select(person => new NamedPerson(
            person,
            guests.GetValueOrDefault(person) ?? known.GetValueOrDefault(person)?.NameFor(by, standing, now)))];
    }

    private async Task<ImmutableDictionary<MemberId, string>> GuestsOf(GroupId id, Caller by)
    {
        var none = ImmutableDictionary<MemberId, string>.Empty;
        if (await rows.Group(id.Value) is not { } row) return none;
        return unreadable.Read("group", row.Id, row.Payload, (Group group) => group.GuestNamesFor(by)) ?? none;
    }
}
