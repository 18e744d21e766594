using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Gateway.Gatherings;

/// <summary>A gathering that is near and not ready yet.</summary>
/// <param name="Line">The gathering.</param>
/// <param name="Missing">What it does not have, in English; keys of the translations.</param>
public sealed record ToPrepare(GatheringLine Line, IReadOnlyList<string> Missing)
{
    /// <summary>How many days before its day keepers are told.</summary>
    public const int Days = 3;

    /// <summary>What a gathering that has not begun does not have yet.</summary>
    public static IReadOnlyList<string> MissingOf(GatheringDetails gathering)
    {
        List<string> missing = [];
        var questions = gathering.Questions;
        if (gathering.Keepers.Count(keeper => keeper.State == KeeperState.Keeping) < GatheringFields.MinGroups)
            missing.Add("a second keeper");
        if (gathering.Tables.IsEmpty) missing.Add("tables");
        if (questions.IsEmpty) missing.Add("questions");
        if (questions.Any(question => question.State == QuestionState.Draft))
            missing.Add("a yes from two keepers for each question");
        return missing;
    }
}

/// <summary>Reads what keepers still have to prepare.</summary>
internal static class ToPrepareReading
{
    /// <summary>Those of these gatherings that are near, kept by the caller and not ready yet.</summary>
    public static async Task<IReadOnlyList<ToPrepare>> ReadToPrepare(
        this Home home, IEnumerable<GatheringLine> lines, DateOnly today, Caller by)
    {
        var near = lines.Where(line => line.State == GatheringState.Planned)
            .Where(line => line.HeldOn >= today && line.HeldOn <= today.AddDays(ToPrepare.Days));
        var read = await Task.WhenAll(near.Select(async line => (line, await home.Gathering(line.Id).Get(by))));
        List<ToPrepare> found = [];
        foreach (var (line, result) in read)
        {
            if (result.Refused(out _, out var gathering) || !gathering.Keepers.Any(keeper => keeper.IsMine)) continue;
            if (ToPrepare.MissingOf(gathering) is { Count: > 0 } missing) found.Add(new(line, missing));
        }
        return found;
    }
}
