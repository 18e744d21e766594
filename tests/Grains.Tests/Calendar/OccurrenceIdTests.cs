using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Tests.Calendar;

public class OccurrenceIdTests
{
    private static readonly GroupId Group = new(Guid.Parse("01994b1e-7c00-7000-8000-000000000001"));
    private static readonly DateOnly Day = new(2026, 3, 3);

    // Worked out by another program from the description alone, as a phone would.
    [Fact]
    public void An_occurrence_has_the_same_ID_on_every_phone() =>
        Assert.Equal("e1ad4b09-d831-8095-963b-abbb6074ce3c", $"{OccurrenceId.Derive(Group, "tuesday-evening", Day)}");

    [Fact]
    public void It_differs_by_group_series_and_day_and_is_a_version_8_UUID()
    {
        MeetingId[] ids =
        [
            OccurrenceId.Derive(Group, "tuesday-evening", Day),
            OccurrenceId.Derive(Group, "tuesday-evening", Day.AddDays(1)),
            OccurrenceId.Derive(Group, "tuesday", Day),
            OccurrenceId.Derive(new(Guid.Parse("01994b1e-7c00-7000-8000-000000000002")), "tuesday-evening", Day),
        ];

        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((8, 0x8), (id.Value.Version, id.Value.Variant & 0xC)));
    }

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2026-11-26")]
    [InlineData("2110-12-31")]
    public void Its_day_and_the_tag_of_its_group_can_be_read_from_it(string day)
    {
        var id = OccurrenceId.Derive(Group, "tuesday-evening", DateOnly.Parse(day, null));
        Assert.Equal(DateOnly.Parse(day, null), OccurrenceId.DayOf(id));
        Assert.Equal(OccurrenceId.TagOf(Group), OccurrenceId.TagOf(id));
    }

    [Fact]
    public void The_ID_of_a_one_off_is_not_derived()
    {
        Assert.False(OccurrenceId.IsDerived(new(Guid.CreateVersion7())));
        Assert.False(OccurrenceId.IsDerived(new(Guid.Parse("2d8f5c89-5203-4064-aa94-503a6e036fbb"))));
        Assert.True(OccurrenceId.IsDerived(OccurrenceId.Derive(Group, "tuesday-evening", Day)));
        Assert.True(OccurrenceId.IsDerived(OccurrenceId.Derive(Group, "tuesday-evening", new(1999, 12, 31))));
    }

    [Fact]
    public void A_group_knows_the_occurrences_of_its_own_series_and_no_other()
    {
        var series = new Series { Id = "tuesday-evening", Versions = [new(Day, new(19, 0), 90, "FREQ=WEEKLY")] };
        var calendar = new GroupCalendar(Group, new() { Series = [series] }, [], [], null);
        Assert.Equal(("tuesday-evening", Day), calendar.Find(OccurrenceId.Derive(Group, "tuesday-evening", Day)));
        Assert.Null(calendar.Find(OccurrenceId.Derive(Group, "thursday-evening", Day)));
        var other = new GroupId(Guid.CreateVersion7());
        Assert.Null(calendar.Find(OccurrenceId.Derive(other, "tuesday-evening", Day)));
        Assert.Null((calendar with { Group = other }).Find(OccurrenceId.Derive(Group, "tuesday-evening", Day)));
        Assert.Null(calendar.Find(new(Guid.CreateVersion7())));
    }
}
