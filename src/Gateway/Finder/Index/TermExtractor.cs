using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>What a term is about. Those before <see cref="Word"/> are facets.</summary>
internal enum TermKind
{
    Area, Format, Need, For, Topic, Language, Newcomers, Word, NameWord, TopicWord, TownWord, PlaceOnRequest,
}

/// <summary>One value of one field: what can be searched for besides days, times and distances.</summary>
internal readonly record struct Term(TermKind Kind, string Value);

/// <summary>Derives the terms of a card.</summary>
internal static class TermExtractor
{
    /// <summary>Every term of a card; some come more than once.</summary>
    public static List<Term> TermsOf(Card card)
    {
        // Which of its series a word or format belongs to is not indexed: a group is found by those of any of them.
        var series = card.Schedule is { } schedule ? schedule.Series.AsEnumerable() : [];
        string[] topics = [.. card.Topics, .. series.SelectMany(one => one.Topics)];
        string[] people = [.. card.For, .. series.SelectMany(one => one.For)];
        List<Term> terms =
        [
            new(TermKind.Area, card.Area.Value),
            new(TermKind.Format, NameOf(card.Format)),
            .. series.Where(one => one.Format is not null)
                .Select(one => new Term(TermKind.Format, NameOf(one.Format!.Value))),
            new(TermKind.Newcomers, card.WelcomesNewcomers ? "true" : "false"),
            .. card.Needs.Select(need => new Term(TermKind.Need, NameOf(need))),
            .. people.Select(word => new Term(TermKind.For, Normalise(word))),
            .. topics.Select(word => new Term(TermKind.Topic, Normalise(word))),
            .. card.Languages.Select(word => new Term(TermKind.Language, Normalise(word))),
        ];
        if (card.Place is { Privacy: PlacePrivacy.OnRequest }) terms.Add(new(TermKind.PlaceOnRequest, "true"));
        AddWords(terms, TermKind.NameWord, card.Name);
        AddWords(terms, TermKind.TownWord, card.Place?.Town);
        foreach (var topic in topics) AddWords(terms, TermKind.TopicWord, topic);
        foreach (var text in people) AddWords(terms, TermKind.Word, text);
        foreach (var text in (string?[])[card.About, card.FirstTime, card.Place?.Name])
        {
            AddWords(terms, TermKind.Word, text);
        }
        return terms;
    }

    /// <summary>A facet's value as it is searched for and counted.</summary>
    public static string Normalise(string word) => word.ToLowerInvariant();

    /// <summary>An enum's value as it is searched for and counted.</summary>
    public static string NameOf<T>(T value) where T : struct, Enum => Words<T>.Of(value);

    private static void AddWords(List<Term> terms, TermKind kind, string? text)
    {
        foreach (var word in Tokenizer.Tokenize(text))
        {
            terms.Add(new(TermKind.Word, word));
            if (kind != TermKind.Word) terms.Add(new(kind, word));
        }
    }
}
