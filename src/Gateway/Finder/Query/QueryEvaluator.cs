using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Evaluates a query: which documents meet its conditions.</summary>
internal sealed class QueryEvaluator(CardIndex index, SearchTime time)
{
    /// <summary>The documents that meet every condition.</summary>
    public DocumentSet Evaluate(FinderQuery query)
    {
        var found = new DocumentSet(index.Capacity);
        if (!query.Words.All(HasWord)) return found;
        found.Or(index.Meetings.Open);
        foreach (var word in query.Words) AndWord(found, word, TermKind.Word);
        AndAny(found, TermKind.Area, query.Areas.Select(area => area.Value));
        AndAny(found, TermKind.Format, query.Formats.Select(TermExtractor.NameOf));
        AndAny(found, TermKind.For, query.For);
        AndAny(found, TermKind.Language, query.Languages);
        if (query.AnyNeed) AndAny(found, TermKind.Need, query.Needs.Select(TermExtractor.NameOf));
        else foreach (var need in query.Needs) found.And(index.Terms.Find(TermKind.Need, TermExtractor.NameOf(need)));
        if (query.Towns.Count > 0) AndTowns(found, query.Towns);
        AndNone(found, TermKind.Area, query.NotAreas.Select(area => area.Value));
        AndNone(found, TermKind.Format, query.NotFormats.Select(TermExtractor.NameOf));
        AndNone(found, TermKind.Need, query.NotNeeds.Select(TermExtractor.NameOf));
        AndNone(found, TermKind.For, query.NotFor);
        AndNone(found, TermKind.Language, query.NotLanguages);
        if (!query.AllTopics) AndAny(found, TermKind.Topic, query.Topics);
        else foreach (var topic in query.Topics) found.And(index.Terms.Find(TermKind.Topic, topic));
        foreach (var topic in query.NotTopics) found.AndNot(index.Terms.Find(TermKind.Topic, topic));
        if (query.Newcomers is { } welcome) found.And(index.Terms.Find(TermKind.Newcomers, welcome ? "true" : "false"));
        if (query.Statuses is [var status]) AndStatus(found, status);
        if (query.Meeting.DependsOnLength) AndMeetingOfLength(found, query.Meeting);
        else if (!query.Meeting.IsEmpty) found.AndAny(index.Meetings.Matching(query.Meeting, time));
        for (var day = 0; day < 7; day++)
        {
            if ((query.NotDays >> day & 1) != 0) found.AndNot(index.Meetings.OnWeekday(day));
        }
        foreach (var part in Enum.GetValues<PartOfDay>())
        {
            if ((query.NotParts >> (int)part & 1) != 0) found.AndNot(index.Meetings.InPart(part));
        }
        if (query is { Origin: { } origin, WithinKm: { } km }) index.Grid.KeepWithin(found, origin, (int)(km * 1000));
        return found;
    }

    /// <summary>
    /// The documents that meet every condition but the distance, and whose place is given only on request.
    /// </summary>
    public DocumentSet EvaluateOnRequest(FinderQuery query)
    {
        var found = Evaluate(query with { WithinKm = null });
        found.And(index.Terms.Find(TermKind.PlaceOnRequest, "true"));
        return found;
    }

    /// <summary>How many documents meet every condition.</summary>
    public int Count(FinderQuery query)
    {
        using var found = Evaluate(query);
        return found.Count;
    }

    /// <summary>Of these documents, those that have every word in a field of these kinds.</summary>
    public DocumentSet WithWordsIn(DocumentSet found, FinderQuery query, params ReadOnlySpan<TermKind> kinds)
    {
        var remaining = found.Copy();
        foreach (var word in query.Words) AndWord(remaining, word, kinds);
        return remaining;
    }

    /// <summary>
    /// Leaves only documents with the word. A compound such as drop-in is also found written as one word, and as
    /// several.
    /// </summary>
    private void AndWord(DocumentSet found, string word, params ReadOnlySpan<TermKind> kinds)
    {
        var parts = word.Split(Tokenizer.Hyphen);
        if (parts.Length == 1)
        {
            AndPart(found, word, kinds);
            return;
        }
        using var asOne = found.Copy();
        AndPart(asOne, string.Concat(parts), kinds);
        foreach (var part in parts) AndPart(found, part, kinds);
        found.Or(asOne);
    }

    private void AndPart(DocumentSet found, string word, ReadOnlySpan<TermKind> kinds)
    {
        IEnumerable<PostingList?> lists = [];
        foreach (var kind in kinds) lists = lists.Concat(index.Terms.FindByPrefix(kind, word));
        found.AndAny(lists);
    }

    private bool HasWord(string word)
    {
        var parts = word.Split(Tokenizer.Hyphen);
        return parts.All(HasPart) || HasPart(string.Concat(parts));
    }

    private bool HasPart(string word) =>
        index.Terms.FindByPrefix(TermKind.Word, word).Any(list => list is { Count: > 0 });

    private void AndAny(DocumentSet found, TermKind kind, IEnumerable<string> values)
    {
        var lists = values.Select(value => index.Terms.Find(kind, value)).ToList();
        if (lists is [var only]) found.And(only);
        else if (lists.Count > 0) found.AndAny(lists);
    }

    private void AndNone(DocumentSet found, TermKind kind, IEnumerable<string> values)
    {
        foreach (var value in values) found.AndNot(index.Terms.Find(kind, value));
    }

    private void AndTowns(DocumentSet found, IEnumerable<string> towns)
    {
        using var all = found.Copy();
        found.Clear();
        foreach (var town in towns)
        {
            using var inTown = all.Copy();
            foreach (var word in Tokenizer.Compounds(town)) AndWord(inTown, word, TermKind.TownWord);
            found.Or(inTown);
        }
    }

    private void AndMeetingOfLength(DocumentSet found, MeetingFilter filter)
    {
        using var starting = new DocumentSet(index.Capacity);
        using var fitting = new DocumentSet(index.Capacity);
        var ids = new List<int>();
        var before = filter.NotBefore ?? 0;
        // The shorter a meeting, the later it may start: so whoever starts early enough for one length does for the
        // next.
        foreach (var (length, documents) in index.Meetings.Lengths.LongestFirst)
        {
            if (!filter.FitsLength(length)) continue;
            var tooLate = filter.FirstMinuteTooLate(length);
            if (tooLate > before) starting.OrAny(index.Meetings.Matching(filter.Starting(before, tooLate), time));
            before = Math.Max(before, tooLate);
            documents.Collect(starting.Bits, ids);
        }
        foreach (var id in ids) fitting.Add(id);
        using var several = found.Copy();
        several.And(index.Meetings.Lengths.Several);
        several.Where(id => index[id].HasMeeting(filter, time, index.Meetings.Today));
        fitting.Or(several);
        found.And(fitting);
    }

    private void AndStatus(DocumentSet found, GroupStatus status)
    {
        if (status == GroupStatus.Paused) found.And(index.Meetings.Paused);
        else found.AndNot(index.Meetings.Paused);
    }
}
