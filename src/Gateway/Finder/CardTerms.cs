using System.Text.Json;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>One word in one place: the whole of what can be asked for beside days, times and distances.</summary>
internal readonly record struct Term(TermKind Kind, string Word);

/// <summary>The terms that follow from a card.</summary>
/// <param name="Counted">Those that answers count.</param>
/// <param name="Searched">Those that are only searched for.</param>
internal sealed record CardTerms(IReadOnlyCollection<Term> Counted, IReadOnlyCollection<Term> Searched)
{
    public static CardTerms Of(Card card)
    {
        HashSet<Term> counted =
        [
            new(TermKind.Area, card.Area.Value),
            new(TermKind.Format, Word(card.Format)),
            new(TermKind.Newcomers, card.WelcomesNewcomers ? "true" : "false"),
            .. card.Needs.Select(need => new Term(TermKind.Need, Word(need))),
            .. card.For.Select(word => new Term(TermKind.For, Small(word))),
            .. card.Topics.Select(word => new Term(TermKind.Topic, Small(word))),
            .. card.Languages.Select(word => new Term(TermKind.Language, Small(word))),
        ];
        string?[] texts = [card.Name, .. card.Topics, .. card.For, card.About, card.FirstTime, card.Place?.Name, card.Place?.Town];
        HashSet<Term> searched =
        [
            .. texts.SelectMany(Words.Of).Select(word => new Term(TermKind.Word, word)),
            .. Words.Of(card.Name).Select(word => new Term(TermKind.NameWord, word)),
            .. card.Topics.SelectMany(Words.Of).Select(word => new Term(TermKind.TopicWord, word)),
        ];
        return new(counted, searched);
    }

    /// <summary>A word of a card as it is asked for and counted.</summary>
    public static string Small(string word) => word.ToLowerInvariant();

    /// <summary>A value of an enum as it is asked for and counted.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
