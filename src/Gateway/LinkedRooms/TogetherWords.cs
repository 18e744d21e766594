using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Gatherings;

namespace PeerNet.Gateway.LinkedRooms;

/// <summary>What the rooms of several areas have said, as a person would tell it.</summary>
internal static class TogetherWords
{
    /// <summary>What came of it in all of them, or null if it can only be said for each.</summary>
    public static Sentence? Of(TogetherResult together)
    {
        return together.Finding is { } finding
            ? ResultWords.Of(new QuestionResult { Id = together.Id, Finding = finding, Options = together.Options })
            : null;
    }

    /// <summary>What came of it in one area.</summary>
    public static Sentence Of(AreaFinding side, AskQuestion asks)
    {
        var options = SheetBoxes.Of(asks).Index().Where(box => side.Stands.Contains(box.Item)).Select(box =>
            new OptionResult
            {
                Box = box.Item, Text = asks.Options.ElementAtOrDefault(box.Index), Stands = true, Place = 1,
            });
        return ResultWords.Of(new QuestionResult { Id = default, Finding = side.Finding, Options = [.. options] });
    }

    /// <summary>Whether an area takes part.</summary>
    public static string Of(LinkedRoomState state) => state switch
    {
        LinkedRoomState.Asked => "asked, no answer yet",
        LinkedRoomState.Joined => "takes part",
        LinkedRoomState.Declined => "has declined",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
