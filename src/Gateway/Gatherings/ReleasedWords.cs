using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What may be told of a result outside the area, in English; keys of the translations.</summary>
internal static class ReleasedWords
{
    /// <summary>What anybody may be told of a result, or null if it has no numbers at all.</summary>
    public static Sentence? Of(QuestionResult result, ReleasedResult released)
    {
        if (released.Rule is { } rule)
            return new(
                "You can tell anybody these numbers, rounded to the nearest {0}: {1}.",
                rule.RoundTo, new Listing(NumbersOf(released)));
        return result.People is not null || result.Mirror is { Sides.IsEmpty: false }
            ? new("These numbers are for people of this area. You can tell anybody the words.")
            : null;
    }

    private static IEnumerable<object> NumbersOf(ReleasedResult released)
    {
        if (released.People is { } people) yield return new Sentence("{0} people took part", people);
        foreach (var option in released.Options)
            if (option.Voices is { } voices) yield return new Sentence("{0} chose “{1}”", voices, NameOf(option));
    }

    private static object NameOf(ReleasedOption option) =>
        option.Text?.TrimEnd('.') ?? (object)new Sentence(GatheringWords.OfBox(option.Box));
}
