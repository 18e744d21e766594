using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Tests.Calendar;

public class SlotTests
{
    private static readonly GroupId Group = new(Guid.Parse("01994b1e-7c00-7000-8000-000000000001"));

    // Reckoned by another program from the text alone, as a phone would.
    [Fact]
    public void A_slot_has_the_same_id_from_every_phone()
    {
        Assert.Equal(
            "2d8f5c89-5203-8064-aa94-503a6e036fbb", Slot.SlotId(Group, new(2026, 3, 3), new(19, 0)).ToString());
    }

    [Fact]
    public void A_slot_differs_by_group_day_and_time_and_is_a_version_8_UUID()
    {
        MeetingId[] ids =
        [
            Slot.SlotId(Group, new(2026, 3, 3), new(19, 0)),
            Slot.SlotId(Group, new(2026, 3, 3), new(19, 1)),
            Slot.SlotId(Group, new(2026, 3, 4), new(19, 0)),
            Slot.SlotId(new(Guid.Parse("01994b1e-7c00-7000-8000-000000000002")), new(2026, 3, 3), new(19, 0)),
        ];

        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((8, 0x8), (id.Value.Version, id.Value.Variant & 0xC)));
    }
}
