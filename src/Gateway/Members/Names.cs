using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Members;

/// <summary>Adds names to what was read of a group or a meeting, in one more call whatever their number.</summary>
internal static class Names
{
    /// <summary>The group with the names of its people, if the caller may see who they are.</summary>
    public static async Task<Result<GroupDetails>> WithNames(this Result<GroupDetails> read, Home home, Caller by)
    {
        if (read.Refused(out _, out var group) || group.Roster is not { } roster) return read;
        ImmutableArray<MemberId> people =
            [.. roster.Select(one => one.MemberId), .. group.Asked ?? [], .. group.Invited ?? []];
        var guests = (group.Seats ?? []).Select(seat => new NamedPerson(seat.RosterId, seat.ShownAs));
        return group with { People = [.. await home.Names.ListNames(group.Id, people, by), .. guests] };
    }

    /// <summary>The meeting with the names of those on its roster and in what people intend and corrected.</summary>
    public static async Task<Result<MeetingDetails>> WithNames(
        this Result<MeetingDetails> read, Home home, Caller by)
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
        return meeting with { People = await home.Names.ListNames(meeting.GroupId, people, by) };
    }
}
