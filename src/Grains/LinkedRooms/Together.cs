using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>What people of all areas read of a sum. It is worked out alike in each.</summary>
internal static class Together
{
    /// <summary>The result of a question.</summary>
    public static TogetherResult Of(LinkedQuestion question, RoomSum sum)
    {
        var result = new TogetherResult
        {
            Id = question.Id,
            Areas = sum.Areas,
            Missing = sum.Missing,
            TooFew = sum.TooFew,
            IsBlinded = sum.Areas.Length == LinkedRoomFields.MaxAreas,
            Sides = sum.Sides,
        };
        if (sum.Total is not { } total) return result;
        var room = new Room(SheetBoxes.Of(question.Asks), total[1..], total[0]);
        var reading = Sheet.Read(question.Asks.Kind, room);
        return result with
        {
            Finding = reading.Finding,
            People = room.People,
            Options = Outcome.InReadingOrder(question.Asks, reading.Options, room),
        };
    }
}
