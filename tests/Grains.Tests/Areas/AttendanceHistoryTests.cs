using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Areas;

/// <summary>A person's own attendance, at home and elsewhere.</summary>
public sealed class AttendanceHistoryTests
{
    [Fact]
    public void It_has_the_person_s_own_marks_in_order_of_day_and_time_wherever_they_were()
    {
        var late = Logged(3, Tuesday, new(20, 0), 2);
        var without = Logged(4, Tuesday, Seven, 1) with { };
        var early = Logged(5, Tuesday.AddDays(-1), new(21, 0), 2);
        var abroad = AnAskedSeat().Receives(TheAnswer()).Receives(TheMark(1)).Record;
        var lines = new AttendanceHistory(West, Sam, [late, without, early], [abroad]).SeenBy(BySam).Yes();
        Assert.Equal(
            [
                (West, early.Id, Mark.Present), (West, without.Id, Mark.NotRecorded), (East, TheMeeting, Mark.Present),
                (West, late.Id, Mark.Present),
            ],
            lines.Select(line => (line.Area, line.MeetingId, line.Mark)));
        var others = new AttendanceHistory(West, Stranger, [late], []).SeenBy(ByStranger).Yes();
        Assert.Empty(others);
    }

    [Fact]
    public void It_is_for_the_person_alone()
    {
        Assert.Equal("member.not-found", new AttendanceHistory(West, Sam, [], []).SeenBy(ByLead).No());
        Assert.Equal("member.not-found", new AttendanceHistory(West, Sam, [], []).SeenBy(ByCoordinator).No());
    }

    private static Meeting Logged(int number, DateOnly day, TimeOnly at, params int[] present)
    {
        var log = ALog(present) with { HeldOn = day, StartsAt = at };
        return new Meeting().Record(new(Person(number).Value), log, AGroup().Standing, ByLead, Now).Yes();
    }
}
