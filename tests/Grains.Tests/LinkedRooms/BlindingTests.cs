using System.Buffers.Text;
using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.LinkedRooms;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.LinkedRooms.Rooms;

namespace PeerNet.Grains.Tests.LinkedRooms;

/// <summary>Masks that hide each area's numbers and cancel out in the sum.</summary>
public sealed class BlindingTests
{
    [Fact]
    public void Masks_of_each_two_areas_cancel_out()
    {
        var brighton = Hidden(Brighton, 7, (East, 1000), (West, 50));
        var east = Hidden(East, 5, (Brighton, 1000), (West, 777));
        var west = Hidden(West, 9, (Brighton, 50), (East, 777));
        Assert.Equal([1057, -218, -818], new[] { brighton, east, west }.Select(sent => unchecked((int)sent)));
        Assert.Equal([21], Blinding.Sum([[brighton], [east], [west]]));
    }

    [Fact]
    public void Two_areas_work_out_the_same_masks_and_each_attempt_and_question_has_its_own()
    {
        var one = RoomKey.Make();
        var other = RoomKey.Make();
        var masks = one.MasksWith(other.Public, TheGathering, TheQuestion, 1, 3);
        Assert.Equal(masks, other.MasksWith(one.Public, TheGathering, TheQuestion, 1, 3));
        Assert.Equal(3, masks.Distinct().Count());
        Assert.Empty(masks.Intersect(one.MasksWith(other.Public, TheGathering, TheQuestion, 2, 3)));
        Assert.Empty(masks.Intersect(one.MasksWith(other.Public, TheGathering, Asked(2), 1, 3)));
        Assert.Empty(masks.Intersect(one.MasksWith(RoomKey.Make().Public, TheGathering, TheQuestion, 1, 3)));
    }

    [Fact]
    public void Only_the_public_half_of_a_key_is_one()
    {
        var key = RoomKey.Make();
        Assert.True(RoomKey.IsPublic(key.Public));
        Assert.False(RoomKey.IsPublic(key.Private));
        Assert.False(RoomKey.IsPublic(""));
        Assert.False(RoomKey.IsPublic(key.Public[..^4]));
        Assert.False(RoomKey.IsPublic(Base64Url.EncodeToString(new byte[91])));
    }

    [Fact]
    public void What_crosses_has_the_same_length_whatever_the_numbers_are()
    {
        var few = Blinding.Write([0, 1, 2]);
        var many = Blinding.Write([uint.MaxValue, 70_000, 5]);
        Assert.Equal(few.Length, many.Length);
        Assert.Equal([uint.MaxValue, 70_000, 5], Blinding.Read(many, 3)!.Value);
        Assert.Null(Blinding.Read(many, 2));
        Assert.Null(Blinding.Read(many, 4));
        Assert.Null(Blinding.Read("!", 1));
    }

    [Fact]
    public void A_sum_that_no_room_can_have_is_none()
    {
        Assert.Null(Blinding.Sum([[3], [uint.MaxValue / 2]]));
        // Of nobody: hands in the air without people.
        Assert.Null(Blinding.Sum([[3, 2], [uint.MaxValue - 2, 1]]));
    }

    private static uint Hidden(AreaId own, int number, params (AreaId Area, uint Mask)[] masks)
    {
        return Blinding.Hide(
            own, [number], masks.ToDictionary(one => one.Area, one => ImmutableArray.Create(one.Mask)))[0];
    }
}
