using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>What people may say about themselves at a meeting, and what remains for the lead to say.</summary>
public sealed class OwnMarkTests
{
    [Fact]
    public void Somebody_who_keeps_changing_their_mark_leaves_room_for_the_lead()
    {
        var group = AGroup().Standing;
        var meeting = ALoggedMeeting(AGroup(), ALog(1));
        for (var change = 1; change <= 20; change++) meeting = Mine(meeting, change).Yes();
        Assert.Equal("meeting.too-much", Mine(meeting, 21).No());
        Assert.Equal(21, meeting.Entries.Length);
        Assert.NotNull(meeting.Attend(TheMeeting, Sam, new(Mark.Present), group, ByLead, Now).Yes());
        Assert.NotNull(
            meeting.Attend(TheMeeting, Person(3), new(Mark.Present), group, By(Person(3)), Now).Yes());

        Next<Meeting> Mine(Meeting before, int change) =>
            before.Attend(TheMeeting, Sam, new(change % 2 == 0 ? Mark.Absent : Mark.Present), group, BySam, Now);
    }

    [Fact]
    public void The_last_two_hundred_entries_are_for_leads()
    {
        var group = AGroup().Standing;
        var meeting = ALoggedMeeting(AGroup(), ALog(1));
        for (var entry = 2; entry <= 800; entry++)
        {
            var mark = new MarkAttendance(entry % 2 == 0 ? Mark.Present : Mark.Absent);
            meeting = meeting.Attend(TheMeeting, Sam, mark, group, ByLead, Now).Yes();
        }
        var apologies = new MarkAttendance(Mark.Apologies);
        Assert.Equal(
            "meeting.too-much", meeting.Attend(TheMeeting, Sam, apologies, group, BySam, Now).No());
        Assert.NotNull(meeting.Attend(TheMeeting, Sam, apologies, group, ByLead, Now).Yes());
    }
}
