namespace PeerNet.Gateway.Finder;

/// <summary>What a term is about. Those before <see cref="Word"/> are counted in every answer.</summary>
internal enum TermKind
{
    Area, Format, Need, For, Topic, Language, Newcomers, Word, NameWord, TopicWord,
}

/// <summary>The inverted index of what does not change with the day: which cards have a term.</summary>
internal sealed class Terms
{
    private readonly Dictionary<string, int>[] ids = [.. Enum.GetValues<TermKind>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<CardSet> sets = [];
    private readonly SortedSet<string> words = new(StringComparer.Ordinal);

    public CardSet this[int id] => sets[id];

    /// <summary>The cards with a term; null when none ever had it.</summary>
    public CardSet? Of(TermKind kind, string word) => ids[(int)kind].TryGetValue(word, out var id) ? sets[id] : null;

    /// <summary>Every term of a kind.</summary>
    public Dictionary<string, int> All(TermKind kind) => ids[(int)kind];

    /// <summary>The numbers of terms, each once, made for those that are new.</summary>
    public int[] Ids(List<Term> terms)
    {
        var all = new int[terms.Count];
        for (var at = 0; at < all.Length; at++) all[at] = Id(terms[at]);
        Array.Sort(all);
        var once = 0;
        foreach (var id in all)
        {
            if (once == 0 || all[once - 1] != id) all[once++] = id;
        }
        return once == all.Length ? all : all[..once];
    }

    /// <summary>The cards with a word or, when it is long enough, one that begins with it.</summary>
    public IEnumerable<CardSet?> Beginning(TermKind kind, string word)
    {
        if (word.Length < Words.Beginning) return [Of(kind, word)];
        return words.GetViewBetween(word, word + '\uFFFF').Select(longer => Of(kind, longer));
    }

    public void Add(ReadOnlySpan<int> terms, int number)
    {
        foreach (var id in terms) sets[id].Add(number);
    }

    public void Remove(ReadOnlySpan<int> terms, int number)
    {
        foreach (var id in terms) sets[id].Remove(number);
    }

    private int Id(Term term)
    {
        var (kind, word) = term;
        if (ids[(int)kind].TryGetValue(word, out var id)) return id;
        ids[(int)kind].Add(word, id = sets.Count);
        sets.Add(new());
        if (kind == TermKind.Word) words.Add(word);
        return id;
    }
}
