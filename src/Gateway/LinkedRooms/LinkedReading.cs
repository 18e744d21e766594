using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;

namespace PeerNet.Gateway.LinkedRooms;

/// <summary>Reads how gatherings are linked, for their pages.</summary>
internal static class LinkedReading
{
    /// <summary>How a gathering is linked, with what came of its questions in all areas.</summary>
    public static async Task<LinkedModel> ReadLinked(this Home home, GatheringId id, Caller by)
    {
        (await home.LinkedRoom(id).Get(by)).Refused(out _, out var room);
        var done = room?.Questions.Where(question => question.IsAddedUp).Select(question => question.Id) ?? [];
        var results = await Task.WhenAll(done.Select(question => home.ReadTogether(id, question, by)));
        return new(new(home.Area, home.Name), home.Neighbours, room)
        {
            Together = results.OfType<TogetherResult>().ToDictionary(one => one.Id),
        };
    }

    private static async Task<TogetherResult?> ReadTogether(
        this Home home, GatheringId id, QuestionId question, Caller by) =>
        (await home.LinkedRoom(id).GetTogether(question, by)).OrNull();
}
