using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Messages to the group, and refusals of those it sent.</summary>
internal sealed partial record Group
{
    /// <inheritdoc/>
    public Next<Group> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        if (message is Letter letter && letter.From == home) return LinkRefusals.Misdirected;
        if (message is MeetingAnnouncement announcement && announcement.Group == Id)
            return Announce(announcement, now).Then(group => group.CalendarChanged(home, now));
        // A group that does not exist never had guests.
        if (Description is null || (message is Letter from && IsHiddenFrom(from)))
            return message is SeatLeft ? this : GroupRefusals.NotFound;
        return message switch
        {
            SeatAsked asked when asked.Group == Id => Asked(asked, home, now),
            SeatLeft left when left.Group == Id => Left(left, now),
            ConnectionSaid said when said.With == Id =>
                With(Connections.Receive(said, new(home, Id), number, now), home, now),
            MeetingShared shared when shared.With == Id => With(Connections.Receive(shared, now), home, now),
            LeadsTold told when told.Group == Id => Passing(told),
            PracticeTold told when told.Group == Id => TellsPractice(),
            _ => LinkRefusals.Misdirected,
        };
    }

    /// <summary>
    /// A refused proposal of a connection counts as the other group's answer; a refusal because a person is erased
    /// means that the group forgets them.
    /// </summary>
    public Next<Group>? Refused(
        Message message, string code, AreaId home, int number, DateTimeOffset now) => message switch
    {
        MembershipChanged changed when code == MemberRefusals.Erased.Code => Forget(changed.Member, home, now),
        ConnectionSaid { Yes: true } said => With(Connections.Refused(said, now), home, now),
        _ => null,
    };

    private Next<Group> Passing(LeadsTold news)
    {
        return this.Send([.. Standing.Leads.Select(lead => news.IsWithdrawn
            ? (Message)new NoticeWithdrawn(lead, news.About, news.Occasion)
            : new NoticeTold(lead, news.About, news.Occasion, news.Until))]);
    }
}
