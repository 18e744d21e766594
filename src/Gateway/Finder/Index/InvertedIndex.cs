namespace PeerNet.Gateway.Finder.Index;

/// <summary>From each term to the documents that have it. Holds everything that does not change with the day.</summary>
internal sealed class InvertedIndex
{
    private const int FirstSearched = (int)TermKind.Word;

    private readonly Dictionary<string, int>[] termIds =
        [.. Enum.GetValues<TermKind>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    private readonly List<PostingList> lists = [];
    private readonly Dictionary<int, int> columns = [];
    private readonly SortedSet<string> words = new(StringComparer.Ordinal);

    /// <summary>How many terms are facets.</summary>
    public int FacetTerms { get; private set; }

    /// <summary>The first facets to have many documents; the others are counted by their lists.</summary>
    public FacetMatrix Facets { get; } = new();

    public PostingList this[int termId] => lists[termId];

    /// <summary>The documents that have a term; null when none ever had it.</summary>
    public PostingList? Find(TermKind kind, string word) =>
        termIds[(int)kind].TryGetValue(word, out var id) ? lists[id] : null;

    /// <summary>Where <see cref="Facets"/> has a term; null when it does not.</summary>
    public int? ColumnOf(int termId) => columns.TryGetValue(termId, out var column) ? column : null;

    /// <summary>Every term of a kind, with its id.</summary>
    public Dictionary<string, int> TermsOf(TermKind kind) => termIds[(int)kind];

    /// <summary>The documents that have a word or, when it is long enough, one that begins with it.</summary>
    public IEnumerable<PostingList?> FindByPrefix(TermKind kind, string word)
    {
        if (word.Length < Tokenizer.MinPrefix) return [Find(kind, word)];
        return words.GetViewBetween(word, word + '\uFFFF').Select(longer => Find(kind, longer));
    }

    /// <summary>Adds a document, and returns its terms for <see cref="Remove"/>.</summary>
    public TermIds Add(int document, IReadOnlyList<Term> terms)
    {
        var facets = new SortedSet<int>();
        var searched = new SortedSet<int>();
        foreach (var term in terms) ((int)term.Kind < FirstSearched ? facets : searched).Add(IdOf(term));
        foreach (var id in facets) AddFacet(id, document);
        foreach (var id in searched) lists[id].Add(document);
        return TermIds.Pack(facets, searched);
    }

    public void Remove(int document, TermIds terms)
    {
        foreach (var id in terms) lists[id].Remove(document);
        Facets.Remove(document);
    }

    private void AddFacet(int id, int document)
    {
        lists[id].Add(document);
        if (ColumnOf(id) is { } column) Facets.Add(column, document);
        else if (lists[id].Chunks > 0 && Facets.Columns < FacetMatrix.MaxColumns)
        {
            columns.Add(id, Facets.AddColumn(lists[id]));
        }
    }

    private int IdOf(Term term)
    {
        var (kind, word) = term;
        if (termIds[(int)kind].TryGetValue(word, out var id)) return id;
        termIds[(int)kind].Add(word, id = lists.Count);
        var isFacet = (int)kind < FirstSearched;
        lists.Add(new(isFacet ? PostingList.Fast : PostingList.Compact));
        if (isFacet) FacetTerms++;
        if (kind == TermKind.Word) words.Add(word);
        return id;
    }
}
