using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>Which cards a query is answered with.</summary>
internal sealed class Search(CardIndex index, Since since)
{
    /// <summary>The cards that meet every condition.</summary>
    public Found Matching(FinderQuery query)
    {
        var found = Everything();
        foreach (var word in query.Words) found.KeepAny(index.Terms.Beginning(TermKind.Word, word));
        Any(found, TermKind.Area, query.Areas.Select(area => area.Value));
        Any(found, TermKind.Format, query.Formats.Select(CardTerms.Word));
        Any(found, TermKind.For, query.For);
        Any(found, TermKind.Language, query.Languages);
        foreach (var need in query.Needs) found.Keep(index.Terms.Of(TermKind.Need, CardTerms.Word(need)));
        if (!query.AllTopics) Any(found, TermKind.Topic, query.Topics);
        else foreach (var topic in query.Topics) found.Keep(index.Terms.Of(TermKind.Topic, topic));
        foreach (var topic in query.NotTopics) found.Drop(index.Terms.Of(TermKind.Topic, topic));
        if (query.Newcomers is { } welcome) found.Keep(index.Terms.Of(TermKind.Newcomers, welcome ? "true" : "false"));
        if (query.Statuses is [var status]) Status(found, status);
        if (query.Meeting.Anything) found.KeepAny(index.Days.Meeting(query.Meeting, since));
        foreach (var day in Enumerable.Range(0, 7).Where(day => (query.NotDays >> day & 1) != 0)) found.Drop(index.Days.Weekday(day));
        if (query is { Origin: { } origin, WithinKm: { } km }) index.Grid.Keep(found, origin, (int)(km * 1000));
        return found;
    }

    /// <summary>How many there would be.</summary>
    public int Count(FinderQuery query)
    {
        using var found = Matching(query);
        return found.Count;
    }

    /// <summary>Of these, those whose every word stands in fields of these kinds.</summary>
    public Found Saying(Found found, FinderQuery query, params ReadOnlySpan<TermKind> kinds)
    {
        var saying = found.Copy();
        foreach (var word in query.Words)
        {
            IEnumerable<CardSet?> sets = [];
            foreach (var kind in kinds) sets = sets.Concat(index.Terms.Beginning(kind, word));
            saying.KeepAny(sets);
        }
        return saying;
    }

    private Found Everything()
    {
        var found = new Found(index.Numbers);
        index.Days.Live.OrInto(found.Bits);
        return found;
    }

    private void Any(Found found, TermKind kind, IEnumerable<string> words)
    {
        var sets = words.Select(word => index.Terms.Of(kind, word)).ToList();
        if (sets is [var only]) found.Keep(only);
        else if (sets.Count > 0) found.KeepAny(sets);
    }

    private void Status(Found found, GroupStatus status)
    {
        if (status == GroupStatus.Paused) found.Keep(index.Days.Paused);
        else found.Drop(index.Days.Paused);
    }
}
