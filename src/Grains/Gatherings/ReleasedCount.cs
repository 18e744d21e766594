using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// What anybody may be told of what a room counted. It is worked out once and stays as it is, so that nobody can
/// subtract one figure from another of the same people.
/// </summary>
/// <param name="Question">The question.</param>
/// <param name="Rule">The rule that made it safe.</param>
/// <param name="Tables">How many tables are in it.</param>
/// <param name="People">How many people took part, rounded; null if that is held back.</param>
internal sealed record ReleasedCount(QuestionId Question, DisclosureTerms Rule, int Tables, int? People)
{
    /// <summary>How many chose each box, rounded; null where that is held back.</summary>
    [MaxItems(GatheringFields.MaxOptions)]
    public ImmutableArray<int?> Voices { get; init; } = [];

    /// <summary>The same for readers.</summary>
    /// <param name="question">The question.</param>
    /// <param name="released">What is released of it; null if nothing is.</param>
    /// <param name="tablesIn">How many tables count by now.</param>
    public static ReleasedResult Seen(Question question, ReleasedCount? released, int tablesIn)
    {
        return new()
        {
            Id = question.Id,
            Rule = released?.Rule,
            People = released?.People,
            HeldBack = question.HasSheet && released?.People is null,
            Options = question.CanBeReleased ? [.. OptionsOf(question.Asks, released?.Voices ?? [])] : [],
            LateTables = released is null ? 0 : Math.Max(0, tablesIn - released.Tables),
        };
    }

    private static IEnumerable<ReleasedOption> OptionsOf(AskQuestion asks, ImmutableArray<int?> released)
    {
        return SheetBoxes.Of(asks).Select((box, place) =>
        {
            var voices = released.ElementAtOrDefault(place);
            return new ReleasedOption(box, asks.Options.ElementAtOrDefault(place), voices, HeldBack: voices is null);
        });
    }
}
