using System.Collections.Frozen;
using System.Text.Json;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>One word in one place: the whole of what can be asked for beside days, times and distances.</summary>
internal readonly record struct Term(TermKind Kind, string Word);

/// <summary>The terms that follow from a card; some stand there more than once.</summary>
/// <param name="Counted">Those that answers count.</param>
/// <param name="Searched">Those that are only searched for.</param>
internal sealed record CardTerms(List<Term> Counted, List<Term> Searched)
{
    public static CardTerms Of(Card card)
    {
        List<Term> counted =
        [
            new(TermKind.Area, card.Area.Value),
            new(TermKind.Format, Word(card.Format)),
            new(TermKind.Newcomers, card.WelcomesNewcomers ? "true" : "false"),
            .. card.Needs.Select(need => new Term(TermKind.Need, Word(need))),
            .. card.For.Select(word => new Term(TermKind.For, Small(word))),
            .. card.Topics.Select(word => new Term(TermKind.Topic, Small(word))),
            .. card.Languages.Select(word => new Term(TermKind.Language, Small(word))),
        ];
        var searched = new List<Term>();
        Say(card.Name, TermKind.NameWord);
        foreach (var topic in card.Topics) Say(topic, TermKind.TopicWord);
        foreach (var text in (string?[])[.. card.For, card.About, card.FirstTime, card.Place?.Name, card.Place?.Town]) Say(text, TermKind.Word);
        return new(counted, searched);

        void Say(string? text, TermKind kind)
        {
            foreach (var word in Words.Of(text))
            {
                searched.Add(new(TermKind.Word, word));
                if (kind != TermKind.Word) searched.Add(new(kind, word));
            }
        }
    }

    /// <summary>A word of a card as it is asked for and counted.</summary>
    public static string Small(string word) => word.ToLowerInvariant();

    /// <summary>A value of an enum as it is asked for and counted.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Names<T>.Of[value];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
